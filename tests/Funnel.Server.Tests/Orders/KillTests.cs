using System.Net;
using Funnel.Server.Tests.Running;
using Funnel.Server.Tests.Storage;

namespace Funnel.Server.Tests.Orders;

/// <summary>What was acknowledged survives the server's death at any moment, exactly once.</summary>
public sealed class KillTests(SharedPostgres postgres)
{
    private const int Kills = 3;
    private const int Shoppers = 8;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_server_that_is_killed_under_load_has_lost_nothing_and_done_nothing_twice(string provider)
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        using var data = new TemporaryFolder();
        var connectionString =
            provider == "sqlite" ? $"Data Source={data.Path}/funnel.db" : await postgres.CreateDatabase();
        var settings = new ServerSettings { Data = data }.On(provider, connectionString);
        var shoppers = Enumerable.Range(0, Shoppers).Select(i => new Shopper(new Random(seed + i))).ToArray();

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var server = await ServerProcess.Start(settings);
            await Task.WhenAll(shoppers.Select(shopper => shopper.FindEverything(server.Api)));

            var load = Task.WhenAll(shoppers.Select(shopper => shopper.ShopUntilItFails(server.Api)));
            await Task.Delay(random.Next(200, 900), TestContext.Current.CancellationToken);
            await server.Kill();
            await load;
        }

        await using var last = await ServerProcess.Start(settings);
        await Task.WhenAll(shoppers.Select(shopper => shopper.FindEverything(last.Api)));

        var found = shoppers.Sum(shopper => shopper.Orders.Count);
        Assert.True(found > Shoppers, $"Seed {seed}: with {found} orders nothing is shown.");
        await using var store = new StoreInstance(provider, connectionString);
        foreach (var (id, order) in shoppers.SelectMany(shopper => shopper.Orders))
        {
            var events = await store.Store.ReadEvents(id, TestContext.Current.CancellationToken);
            Assert.Equal(
                Enumerable.Range(1, (int)order.Acknowledged.Revision).Select(revision => (long)revision),
                events.Select(e => e.Revision)
            );
        }
    }

    /// <summary>Walks one order after the other, and remembers what was acknowledged and what is in doubt.</summary>
    private sealed class Shopper(Random random)
    {
        private (string Id, Func<OrderClient, Task<Reply>> Act)? _inDoubt;
        private string? _startInDoubt;

        public Dictionary<string, (string Token, Reply Acknowledged)> Orders { get; } = [];

        public async Task ShopUntilItFails(ApiClient api)
        {
            try
            {
                while (true)
                {
                    await Shop(api);
                }
            }
            catch (HttpRequestException)
            {
                // The server was killed; what it was doing is in doubt.
            }
        }

        /// <summary>Everything acknowledged is there as it was; what is in doubt happens once when it is sent again.</summary>
        public async Task FindEverything(ApiClient api)
        {
            foreach (var (id, (token, acknowledged)) in Orders)
            {
                var order = api.Order(id, token);
                var there = (await order.View()).Expect(HttpStatusCode.OK);
                Invariants.Hold(there);
                if (_inDoubt is { } doubt && doubt.Id == id)
                {
                    Assert.InRange(there.Revision, acknowledged.Revision, acknowledged.Revision + 1);
                    var again = (await doubt.Act(order)).Expect(HttpStatusCode.OK);
                    Assert.Equal(acknowledged.Revision + 1, again.Revision);
                    Orders[id] = (token, again);
                }
                else
                {
                    Assert.Equal(acknowledged.Revision, there.Revision);
                    Assert.Equal(
                        acknowledged.Json.GetProperty("totals").GetRawText(),
                        there.Json.GetProperty("totals").GetRawText()
                    );
                    Assert.Equal(
                        acknowledged.Json.GetProperty("lines").GetRawText(),
                        there.Json.GetProperty("lines").GetRawText()
                    );
                    Assert.Equal(acknowledged.TextAt("/status"), there.TextAt("/status"));
                    Assert.Equal(acknowledged.Step, there.Step);
                }
            }

            _inDoubt = null;
            if (_startInDoubt is { } key)
            {
                await Start(api, key);
            }
        }

        private async Task Shop(ApiClient api)
        {
            var reply = await Start(api, Guid.NewGuid().ToString());
            var order = api.Order(reply.Id, reply.Token);
            while (reply.Step is { } step)
            {
                var shown = reply.Json.GetProperty("step");
                var answer =
                    random.Next(3) == 0 ? Walker.DeclineOrLeast(shown) : Walker.AcceptFrom(shown, random.Next(4));
                reply = await Do(order, it => it.Answer(step, answer));
                if (reply.Revision > 3 && random.Next(8) == 0)
                {
                    var back = reply.Json.GetProperty("ledger")[0].TextAt("/step")!;
                    reply = await Do(order, it => it.Back(back));
                }
            }

            var total = reply.Total;
            await (random.Next(4) == 0 ? Do(order, it => it.Cancel()) : Do(order, it => it.Complete(total)));
        }

        private async Task<Reply> Start(ApiClient api, string key)
        {
            _startInDoubt = key;
            var reply = (await api.TryStart("print-shop", null, null, ("Idempotency-Key", key))).Expect(
                HttpStatusCode.Created
            );
            _startInDoubt = null;
            Assert.Equal(1, reply.Revision);
            Orders.Add(reply.Id, (reply.Token, reply));
            return reply;
        }

        private async Task<Reply> Do(OrderClient order, Func<OrderClient, Task<Reply>> act)
        {
            var (token, before) = Orders[order.Id];
            _inDoubt = (order.Id, act);
            var reply = (await act(order)).Expect(HttpStatusCode.OK);
            _inDoubt = null;
            Assert.Equal(before.Revision + 1, reply.Revision);
            Orders[order.Id] = (token, reply);
            return reply;
        }
    }
}
