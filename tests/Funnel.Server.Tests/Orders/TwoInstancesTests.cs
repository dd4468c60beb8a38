using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Orders;

public sealed class TwoInstancesOnSqliteTests : TwoInstancesTests
{
    private protected override Task<ServerSettings> On(ServerSettings settings) => Task.FromResult(settings);
}

public sealed class TwoInstancesOnPostgresTests(SharedPostgres postgres) : TwoInstancesTests
{
    private protected override async Task<ServerSettings> On(ServerSettings settings) =>
        settings.On("postgres", await postgres.CreateDatabase());
}

/// <summary>Two servers on one store, each of which remembers orders that the other changes.</summary>
public abstract class TwoInstancesTests : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
    private RunningServer _one = null!;
    private RunningServer _other = null!;

    public async ValueTask InitializeAsync()
    {
        var settings = await On(new() { Data = _data, FunnelsDirectory = _funnels.Path });
        var servers = await Task.WhenAll(
            Task.Run(() => RunningServer.Start(settings)),
            Task.Run(() => RunningServer.Start(settings))
        );
        (_one, _other) = (servers[0], servers[1]);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _one.DisposeAsync();
        await _other.DisposeAsync();
        _funnels.Dispose();
        _data.Dispose();
    }

    /// <summary>The settings with the store that is meant, empty.</summary>
    private protected abstract Task<ServerSettings> On(ServerSettings settings);

    [Fact]
    public async Task Both_publish_one_version()
    {
        foreach (var api in (ApiClient[])[_one.Api, _other.Api])
        {
            Assert.Equal(
                1,
                Assert.Single((await api.Funnels()).Json.EnumerateArray()).GetProperty("version").GetInt32()
            );
        }
    }

    [Fact]
    public async Task What_one_changes_the_other_knows()
    {
        var (here, there) = await Order();

        for (var quantity = 1; quantity < 10; quantity++)
        {
            await here.Take("mug", Answers.Accept("mug", quantity));
            var seen = (await there.View()).Expect(HttpStatusCode.OK);
            Assert.Equal(
                (quantity + 1L, quantity),
                (seen.Revision, seen.Line("mug").GetProperty("quantity").GetInt32())
            );
            (here, there) = (there, here);
        }
    }

    [Fact]
    public async Task What_one_remembers_is_not_believed_over_the_store()
    {
        var (here, there) = await Order();
        var first = await here.Take("mug", Answers.Accept("mug", 1));
        await there.Take("mug", Answers.Accept("mug", 2));

        // Here it is remembered with one mug: the same answer would change nothing.
        var again = await here.Take("mug", Answers.Accept("mug", 1));
        Assert.Equal((4, 1), (again.Revision, again.Line("mug").GetProperty("quantity").GetInt32()));
        await there.Take("spoon", Answers.Accept("spoon"));

        (await here.Answer("mug", Answers.Accept("mug", 3), ("If-Match", again.ETag!))).Expect(
            HttpStatusCode.PreconditionFailed,
            "stale-revision"
        );
        (await here.Complete(again.Total)).Expect(HttpStatusCode.Conflict, "total-changed");
        (await there.Cancel()).Expect(HttpStatusCode.OK);
        (await here.Accept("mug", "mug")).Expect(HttpStatusCode.Conflict, "order-cancelled");
        (await here.Preview("""{"step":"mug","decline":true}""")).Expect(HttpStatusCode.Conflict, "order-cancelled");
        Assert.Equal("cancelled", (await here.View()).TextAt("/status"));
        Assert.True(first.Revision < again.Revision);
    }

    [Fact]
    public async Task One_key_at_both_at_once_is_one_order()
    {
        (string, string) key = ("Idempotency-Key", Guid.NewGuid().ToString());

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? _one : _other).Api.TryStart("mug", null, null, key))
        );

        Assert.Single(replies.Select(reply => (reply.Expect(HttpStatusCode.Created).Id, reply.Token)).Distinct());
    }

    [Fact]
    public async Task Sixty_four_that_keep_changing_an_order_at_both_all_get_through()
    {
        var (here, there) = await Order();

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 64).Select(client => ChangeTenTimes(client % 2 == 0 ? here : there, 1 + client * 10))
        );

        Assert.Equal(
            Enumerable.Range(2, 640),
            replies.SelectMany(own => own).Select(reply => (int)reply.Expect(HttpStatusCode.OK).Revision).Order()
        );
        Assert.Equal((await here.View()).Body, (await there.View()).Body);
    }

    private static async Task<List<Reply>> ChangeTenTimes(OrderClient order, int quantity)
    {
        List<Reply> replies = [];
        for (var i = 0; i < 10; i++)
        {
            replies.Add(await order.Answer("mug", Answers.Accept("mug", quantity + i)));
        }

        return replies;
    }

    private async Task<(OrderClient Here, OrderClient There)> Order()
    {
        var order = await _one.Api.Start("mug");
        return (order, _other.Api.Order(order.Id, order.Token));
    }
}
