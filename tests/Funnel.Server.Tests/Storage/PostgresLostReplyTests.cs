using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;
using Npgsql;

namespace Funnel.Server.Tests.Storage;

/// <summary>The connection is lost around a write: it is done again, and what the callers are told is what happened.</summary>
public sealed class PostgresLostReplyTests(SharedPostgres server) : IAsyncLifetime
{
    private CuttingProxy _network = null!;
    private StoreInstance _cut = null!;
    private StoreInstance _direct = null!;

    private IStore Store => _cut.Store;

    public async ValueTask InitializeAsync()
    {
        var connectionString = new NpgsqlConnectionStringBuilder(await server.CreateDatabase());
        _direct = new StoreInstance("postgres", connectionString.ConnectionString);
        _network = new CuttingProxy(connectionString.Port);
        connectionString.Port = _network.Port;

        // One connection, so that the test knows whose request comes next.
        connectionString.MaxPoolSize = 1;
        _cut = new StoreInstance("postgres", connectionString.ConnectionString);
        await Store.Ping(default);
    }

    public async ValueTask DisposeAsync()
    {
        await _cut.DisposeAsync();
        await _direct.DisposeAsync();
        await _network.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_write_whose_reply_is_lost_has_happened_once(bool withEvents)
    {
        var order = Sample.Order("ord_1");
        for (var write = 0; write < 3; write++)
        {
            _network.LoseTheNextReply();

            Assert.True(await Store.TryWriteOrder(order, withEvents ? [order.Event("order.changed")] : [], default));

            Assert.Equal(order.Revision, (await Store.FindOrder("ord_1", default))!.Revision);
            Assert.Equal(withEvents ? write + 1 : 0, (await Store.ReadEvents("ord_1", default)).Count);
            order = order.Next($$"""{"write":{{write}}}""");
        }
    }

    [Fact]
    public async Task A_write_whose_request_is_lost_happens_once()
    {
        var order = Sample.Order("ord_1");
        _network.LoseTheNextRequest();

        Assert.True(await Store.TryWriteOrder(order, [order.Event("order.started")], default));

        Assert.Single(await Store.ReadEvents("ord_1", default));
    }

    [Fact]
    public async Task A_refusal_whose_reply_is_lost_stays_a_refusal()
    {
        var order = Sample.Order("ord_1");
        await Store.TryWriteOrder(order, [order.Event("order.started")], default);
        var other = order with { Body = Sample.Bytes("""{"by":"another"}""") };

        _network.LoseTheNextReply();
        Assert.False(
            await Store.TryWriteOrder(other, [other.Event("order.started") with { Id = "evt_other" }], default)
        );
        _network.LoseTheNextReply();
        Assert.False(await Store.TryWriteOrder(other, [], default));
    }

    [Fact]
    public async Task A_write_that_others_have_built_upon_has_happened()
    {
        var order = Sample.Order("ord_1");
        _network.LoseTheNextReply(() => _direct.Store.TryWriteOrder(order.Next(), [], default));

        Assert.True(await Store.TryWriteOrder(order, [order.Event("order.started")], default));

        Assert.Equal(2, (await Store.FindOrder("ord_1", default))!.Revision);
        Assert.Single(await Store.ReadEvents("ord_1", default));
    }

    [Fact]
    public async Task A_write_that_lost_to_another_in_between_has_not()
    {
        var order = Sample.Order("ord_1");
        var other = order with { Body = Sample.Bytes("""{"by":"another"}""") };
        await Store.TryWriteOrder(order, [], default);
        _network.LoseTheNextRequest();
        var rival = other.Next();
        await _direct.Store.TryWriteOrder(rival, [rival.Event("order.changed")], default);

        var loser = order.Next();
        Assert.False(
            await Store.TryWriteOrder(loser, [loser.Event("order.changed") with { Id = "evt_loser" }], default)
        );

        Assert.Equal(rival.Event("order.changed").Id, Assert.Single(await Store.ReadEvents("ord_1", default)).Id);
    }

    [Fact]
    public async Task A_write_without_events_that_others_have_built_upon_is_in_doubt()
    {
        var order = Sample.Order("ord_1");
        _network.LoseTheNextReply(() => _direct.Store.TryWriteOrder(order.Next(), [], default));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.TryWriteOrder(order, [], default));
    }

    [Fact]
    public async Task A_write_whose_outcome_cannot_be_asked_is_in_doubt_and_safe_to_repeat()
    {
        var order = Sample.Order("ord_1");
        _network.LoseTheNextReply(() =>
        {
            _network.Refuses = true;
            return Task.CompletedTask;
        });

        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            Store.TryWriteOrder(order, [order.Event("order.started")], default)
        );
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await Store.FindOrder("ord_1", default));
        _network.Refuses = false;

        Assert.False(await Store.TryWriteOrder(order, [order.Event("order.started")], default));
        Assert.Equal(1, (await Store.FindOrder("ord_1", default))!.Revision);
        Assert.Single(await Store.ReadEvents("ord_1", default));
    }

    [Fact]
    public async Task A_publication_whose_reply_is_lost_is_one_version()
    {
        _network.LoseTheNextReply();

        var published = await Store.Publish("print-shop", Sample.Bytes("{}"), new(), Sample.Noon, default);

        Assert.Equal((1, true), (published.Version.Version, published.IsNew));
        Assert.Equal([new("print-shop", 1)], await Store.NewestVersions(default));
    }

    [Fact]
    public async Task A_draft_whose_reply_is_lost_is_saved_and_removed()
    {
        var (first, second) = (
            Draft.Of("mugs", Sample.Bytes("1"), "office", Sample.Noon),
            Draft.Of("mugs", Sample.Bytes("2"), "office", Sample.Noon)
        );

        _network.LoseTheNextReply();
        Assert.True(await _cut.Drafts.TryWriteDraft(first, null, default));
        _network.LoseTheNextReply();
        Assert.True(await _cut.Drafts.TryWriteDraft(second, first.ContentHash, default));
        _network.LoseTheNextReply();
        Assert.False(await _cut.Drafts.TryWriteDraft(first, first.ContentHash, default));
        _network.LoseTheNextReply();
        Assert.True(await _cut.Drafts.TryRemoveDraft("mugs", second.ContentHash, default));

        Assert.Null(await _direct.Drafts.FindDraft("mugs", default));
    }

    [Fact]
    public async Task A_read_whose_reply_is_lost_is_read_again()
    {
        await Store.TryWriteOrder(Sample.Order("ord_1"), [], default);
        _network.LoseTheNextReply();

        Assert.NotNull(await Store.FindOrder("ord_1", default));
    }
}
