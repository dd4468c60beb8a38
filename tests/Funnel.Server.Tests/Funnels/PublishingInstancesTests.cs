using System.Diagnostics;
using System.Net;
using Funnel.Server.Tests.Running;
using Funnel.Server.Tests.Storage;
using Npgsql;

namespace Funnel.Server.Tests.Funnels;

public sealed class PublishingInstancesOnSqliteTests : PublishingInstancesTests
{
    private protected override Task<ServerSettings> On(ServerSettings settings) => Task.FromResult(settings);
}

public sealed class PublishingInstancesOnPostgresTests(SharedPostgres postgres) : PublishingInstancesTests
{
    [Fact]
    public async Task While_the_store_is_out_of_reach_what_was_published_stays_and_then_what_is_new_is_seen()
    {
        var database = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabase());
        await using var other = new StoreInstance("postgres", database.ConnectionString);
        await using var network = new CuttingProxy(database.Port);
        (database.Port, database.MaxPoolSize) = (network.Port, 1);
        await using var server = RunningServer.Start(Settings.On("postgres", database.ConnectionString));

        network.Refuses = true;
        network.LoseTheNextRequest();
        (await server.Api.TryStart("mug")).ExpectStoreUnavailable();
        await Task.Delay(1_200, TestContext.Current.CancellationToken);
        Assert.Equal(1, await server.Api.Funnel("mug").Newest());
        await other.Store.Publish("mug", Sample.Bytes(SmallFunnel.Mug("7.00")), new(), Sample.Noon, default);
        network.Refuses = false;

        await Eventually.Becomes(server.Api.Funnel("mug").Newest, newest => newest == 2);
    }

    private protected override async Task<ServerSettings> On(ServerSettings settings) =>
        settings.On("postgres", await postgres.CreateDatabase());
}

/// <summary>Two servers on one store: what one publishes the other sells.</summary>
public abstract class PublishingInstancesTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));

    private protected ServerSettings Settings => new() { Data = _data, FunnelsDirectory = _funnels.Path };

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _funnels.Dispose();
        _data.Dispose();
    }

    /// <summary>The settings with the store that is meant, empty.</summary>
    private protected abstract Task<ServerSettings> On(ServerSettings settings);

    [Fact]
    public async Task What_one_process_publishes_the_other_sells_within_a_second()
    {
        var settings = await On(Settings);
        await using var one = await ServerProcess.Start(settings);
        await using var other = await ServerProcess.Start(settings);
        var (here, there) = (one.Api, other.Api);
        var quickest = TimeSpan.MaxValue;
        for (var version = 2; version <= 4; version++)
        {
            Assert.Equal(version, await here.Funnel("mug").Publish(SmallFunnel.Mug($"{version}.00")));
            var published = Stopwatch.GetTimestamp();
            await Eventually.Becomes(there.Funnel("mug").Newest, newest => newest == version);
            var took = Stopwatch.GetElapsedTime(published);
            quickest = took < quickest ? took : quickest;
            var order = await there.Start("mug");
            Assert.Equal($"{version}.00", (await order.Take("mug", Answers.Accept("mug"))).Total);
            (here, there) = (there, here);
        }

        // Of several, as this machine may be busy with something else.
        Assert.True(quickest < TimeSpan.FromSeconds(1), $"It took {quickest}.");
    }

    [Fact]
    public async Task All_who_restore_at_once_get_a_version_of_their_own_and_both_sell_the_last()
    {
        var settings = await On(Settings);
        await using var one = RunningServer.Start(settings);
        await using var other = RunningServer.Start(settings);
        FunnelClient[] instances = [one.Api.Funnel("mug"), other.Api.Funnel("mug")];
        for (var version = 2; version <= 5; version++)
        {
            await instances[version % 2].Publish(SmallFunnel.Mug($"{version}.50"));
        }

        var restored = await Task.WhenAll(
            Enumerable.Range(1, 4).Select(version => instances[version % 2].Restore(version))
        );

        Assert.All(restored, reply => reply.Expect(HttpStatusCode.Created));
        Assert.Equal([6, 7, 8, 9], restored.Select(reply => reply.Json.GetProperty("version").GetInt32()).Order());
        foreach (var instance in instances)
        {
            await Eventually.Becomes(instance.Newest, newest => newest == 9);
        }
    }

    [Fact]
    public async Task Of_all_who_change_one_draft_at_once_exactly_one_does()
    {
        var settings = await On(Settings);
        await using var one = RunningServer.Start(settings);
        await using var other = RunningServer.Start(settings);
        FunnelClient[] instances = [one.Api.Funnel("mug"), other.Api.Funnel("mug")];
        var seen = (await instances[0].Save("0")).ETag!;
        for (var round = 1; round <= 5; round++)
        {
            var saved = await Task.WhenAll(
                Enumerable.Range(0, 4).Select(n => instances[n % 2].Save($"{round} {n}", ("If-Match", seen)))
            );

            Assert.Equal(
                [HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.PreconditionFailed, 3)],
                saved.Select(reply => reply.Status).Order()
            );
            seen = (await instances[round % 2].Draft()).ETag!;
        }
    }
}
