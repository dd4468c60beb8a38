using System.Diagnostics;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Storage;

/// <summary>The database server fails in every way that can be arranged; the store is told nothing and recovers by itself.</summary>
public sealed class PostgresOutageTests : IAsyncLifetime
{
    private const int Writers = 8;

    private PostgresServer _server = null!;
    private string _connectionString = null!;
    private StoreInstance _instance = null!;

    private IStore Store => _instance.Store;

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.Start();
        _connectionString = await _server.CreateDatabase();
        _instance = new StoreInstance("postgres", _connectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _instance.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_server_killed_under_load_has_lost_nothing_and_done_nothing_twice()
    {
        var (acknowledged, inDoubt) = await WriteWhile(async () =>
        {
            for (var kill = 0; kill < 3; kill++)
            {
                await Task.Delay(500);
                await _server.Kill();
                await Task.Delay(200);
                await _server.Open();
            }

            await Task.Delay(500);
        });

        Assert.True(acknowledged > 100, $"{acknowledged} acknowledged writes show little.");
        Assert.True(inDoubt > 0, "No write was in doubt.");
    }

    [Fact]
    public async Task Connections_ended_under_load_are_hardly_noticed()
    {
        var (acknowledged, inDoubt) = await WriteWhile(async () =>
        {
            for (var end = 0; end < 20; end++)
            {
                await Task.Delay(100);
                await _server.Execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'funnel'"
                );
            }
        });

        Assert.True(acknowledged > 100, $"{acknowledged} acknowledged writes show little.");
        Assert.True(inDoubt * 20 < acknowledged, $"{inDoubt} writes in doubt beside {acknowledged}.");
    }

    [Fact]
    public async Task A_server_that_is_down_is_told_at_once_and_used_again_once_it_is_up()
    {
        var order = Sample.Order("ord_1");
        await Store.TryWriteOrder(order, [], default);
        await _server.Stop();

        var begun = Stopwatch.GetTimestamp();
        await AssertUnavailable(Store);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(4));

        await _server.Open();
        Assert.Equal(1, (await Store.FindOrder("ord_1", default))!.Revision);
        Assert.True(await Store.TryWriteOrder(order.Next(), [], default));
        await Store.Ping(default);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_in_time()
    {
        await using var instance = new StoreInstance("postgres", $"{_connectionString};Timeout=1;Command Timeout=1");
        await instance.Store.Ping(default);
        await _server.Freeze();

        var begun = Stopwatch.GetTimestamp();
        await AssertUnavailable(instance.Store);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(20));

        await _server.Thaw();
        await instance.Store.Ping(default);
    }

    [Fact]
    public async Task A_standby_is_read_takes_no_writes_and_is_used_once_it_is_promoted()
    {
        var order = Sample.Order("ord_1");
        await Store.TryWriteOrder(order, [], default);
        await _server.Demote();

        Assert.NotNull(await Store.FindOrder("ord_1", default));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Ping(default));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.TryWriteOrder(order.Next(), [], default));

        await _server.Promote();
        await Store.Ping(default);
        Assert.True(await Store.TryWriteOrder(order.Next(), [], default));
    }

    [Fact]
    public async Task More_callers_than_connections_wait_for_their_turn()
    {
        await using var narrow = new StoreInstance("postgres", $"{_connectionString};Maximum Pool Size=2");

        var written = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(n => narrow.Store.TryWriteOrder(Sample.Order($"ord_{n}"), [], default))
        );

        Assert.All(written, Assert.True);
    }

    private static async Task AssertUnavailable(IStore store)
    {
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.FindOrder("ord_1", default));
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            store.TryWriteOrder(Sample.Order("ord_2"), [], default)
        );
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Ping(default));
    }

    /// <summary>
    /// Writers each write their own order, revision after revision, while that happens. Whatever was acknowledged must be there
    /// exactly once, and what was in doubt must have happened wholly or not at all.
    /// </summary>
    private async Task<(int Acknowledged, int InDoubt)> WriteWhile(Func<Task> happens)
    {
        await Store.Ping(default);
        using var done = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(n => Task.Run(() => Write($"ord_{n}", done.Token))).ToList();

        await happens();
        await done.CancelAsync();

        var told = await Task.WhenAll(writers);
        return (told.Sum(writer => writer.Acknowledged), told.Sum(writer => writer.InDoubt));
    }

    private async Task<(int Acknowledged, int InDoubt)> Write(string id, CancellationToken done)
    {
        var (acknowledged, inDoubt) = (0, 0);
        var next = Sample.Order(id);
        while (!done.IsCancellationRequested)
        {
            try
            {
                Assert.True(await Store.TryWriteOrder(next, [next.Event("order.changed")], CancellationToken.None));
                acknowledged++;
            }
            catch (StoreUnavailableException)
            {
                inDoubt++;
                var stored = await FindOnceItIsUp(id);
                Assert.InRange(stored?.Revision ?? 0, next.Revision - 1, next.Revision);
                if (stored?.Revision != next.Revision)
                {
                    continue;
                }

                Assert.Equal(next.Body.Text(), stored.Body.Text());
            }

            next = next.Next($$"""{"revision":{{next.Revision + 1}}}""");
        }

        var last = await FindOnceItIsUp(id);
        Assert.Equal(next.Revision - 1, last?.Revision ?? 0);
        Assert.Equal(
            Enumerable.Range(1, (int)next.Revision - 1).Select(revision => (long)revision),
            (await Store.ReadEvents(id, CancellationToken.None)).Select(e => e.Revision)
        );
        return (acknowledged, inDoubt);
    }

    private async Task<StoredOrder?> FindOnceItIsUp(string id)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await Store.FindOrder(id, CancellationToken.None);
            }
            catch (StoreUnavailableException) when (Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }
}
