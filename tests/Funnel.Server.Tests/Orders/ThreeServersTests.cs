using System.Net;
using Funnel.Server.Tests.Running;
using Funnel.Server.Tests.Storage;

namespace Funnel.Server.Tests.Orders;

/// <summary>Three server processes on one PostgreSQL database, as behind a load balancer.</summary>
public sealed class ThreeServersTests(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
    private readonly List<ServerProcess> _servers = [];
    private string _database = null!;
    private ServerSettings _settings = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabase();
        _settings = new ServerSettings { Data = _data, FunnelsDirectory = _funnels.Path }.On("postgres", _database);

        // At once, on an empty database: one of them makes the tables and publishes the funnel.
        _servers.AddRange(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ServerProcess.Start(_settings))));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        _funnels.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Changes_of_one_order_at_all_of_them_form_one_chain()
    {
        var order = await _servers[0].Api.Start("mug");

        var replies = await Task.WhenAll(
            Enumerable
                .Range(1, 60)
                .Select(quantity => At(quantity % 3, order).Answer("mug", Answers.Accept("mug", quantity)))
        );

        Assert.Equal(
            Enumerable.Range(2, 60),
            replies.Select(reply => (int)reply.Expect(HttpStatusCode.OK).Revision).Order()
        );
        var last = replies.MaxBy(reply => reply.Revision)!;
        for (var server = 0; server < _servers.Count; server++)
        {
            Assert.Equal(last.Body, (await At(server, order).View()).Body);
        }
    }

    [Fact]
    public async Task Servers_killed_in_turn_leave_the_others_serving_and_every_order_whole()
    {
        var order = await _servers[0].Api.Start("mug");
        var acknowledged = new List<long>();
        var inDoubt = 0;
        using var done = new CancellationTokenSource();
        var shoppers = Enumerable.Range(0, 6).Select(Shop).ToList();

        for (var server = 0; server < _servers.Count; server++)
        {
            await Task.Delay(300, TestContext.Current.CancellationToken);
            await _servers[server].Kill();
            var next = await ServerProcess.Start(_settings);
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await _servers[server].DisposeAsync();
            _servers[server] = next;
        }

        await done.CancelAsync();
        var refused = await Task.WhenAll(shoppers);
        Assert.True(
            refused.All(reply => reply is null),
            string.Join('\n', [.. refused.Select(reply => reply?.Body), .. _servers.Select(server => server.Output)])
        );

        var end = (await At(0, order).View()).Expect(HttpStatusCode.OK);
        Assert.Equal(acknowledged.Count, acknowledged.Distinct().Count());
        Assert.InRange(end.Revision, 1 + acknowledged.Count, 1 + acknowledged.Count + inDoubt);
        await using var store = new StoreInstance("postgres", _database);
        var events = await store.Store.ReadEvents(order.Id, TestContext.Current.CancellationToken);
        Assert.Equal(
            Enumerable.Range(1, (int)end.Revision).Select(revision => (long)revision),
            events.Select(e => e.Revision)
        );

        // Each changes the one order through a server of its own, every time to something else, until one is refused.
        async Task<Reply?> Shop(int shopper)
        {
            for (var quantity = 1 + shopper; !done.IsCancellationRequested; quantity = quantity % 90 + 6)
            {
                try
                {
                    var reply = await At(shopper % 3, order).Answer("mug", Answers.Accept("mug", quantity));
                    if (reply.Status != HttpStatusCode.OK)
                    {
                        return reply;
                    }

                    lock (acknowledged)
                    {
                        acknowledged.Add(reply.Revision);
                    }
                }
                catch (Exception e)
                    when (e is HttpRequestException or ObjectDisposedException or OperationCanceledException)
                {
                    Interlocked.Increment(ref inDoubt);
                    await Task.Delay(20, CancellationToken.None);
                }
            }

            return null;
        }
    }

    private OrderClient At(int server, OrderClient order) => _servers[server].Api.Order(order.Id, order.Token);
}
