using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using static SQLitePCL.raw;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>Keeps everything in one file: the default, for one instance of the server and a local disk.</summary>
/// <remarks>
/// Other processes may use the file at the same time: every guard is judged by SQLite, under its lock. The file is opened by
/// whoever needs it first, so a store that cannot be opened says so at each call until it can.
/// </remarks>
internal sealed class SqliteStore : IStore, IDeliveries, IDrafts, IAsyncDisposable
{
    private readonly SqliteFile _file;
    private readonly SqliteWriter _writer;
    private readonly ReadSessions _readers;

    public SqliteStore(IOptions<StorageOptions> options, StorageMetrics metrics, ILogger<SqliteStore> logger)
    {
        _file = new SqliteFile(options.Value.ConnectionString);
        _readers = new ReadSessions(_file);
        _writer = new SqliteWriter(OpenToWrite, metrics, logger);
    }

    public ValueTask<StoredOrder?> FindOrder(string id, CancellationToken cancellation) =>
        Read(session => session.FindOrder(id), cancellation);

    public Task<bool> TryWriteOrder(
        StoredOrder order,
        IReadOnlyList<StoredEvent> events,
        CancellationToken cancellation
    ) => _writer.Run(session => session.TryWriteOrder(order, events), cancellation);

    public ValueTask<IReadOnlyList<StoredEvent>> ReadEvents(string orderId, CancellationToken cancellation) =>
        Read(session => session.ReadEvents(orderId), cancellation);

    public ValueTask<IReadOnlyList<StoredOrder>> ListOrders(
        OrderFilter filter,
        int most,
        CancellationToken cancellation
    ) => Read(session => session.ListOrders(filter, most), cancellation);

    public ValueTask<IReadOnlyList<OrderRevision>> FindLapsed(
        DateTimeOffset now,
        int most,
        CancellationToken cancellation
    ) => Read(session => session.FindLapsed(now, most), cancellation);

    public Task<bool> Postpone(OrderRevision order, DateTimeOffset until, CancellationToken cancellation) =>
        _writer.Run(session => session.Postpone(order, until), cancellation);

    public ValueTask<IReadOnlyList<FeedEvent>> ReadFeed(
        EventPosition after,
        int most,
        CancellationToken cancellation
    ) => Read(session => session.ReadFeed(after, most), cancellation);

    public ValueTask<EventPosition> NewestPosition(CancellationToken cancellation) =>
        Read(session => session.NewestPosition(), cancellation);

    public Task<bool> TryLease(
        string name,
        string holder,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellation
    ) => _writer.Run(session => session.TryLease(name, holder, now, until), cancellation);

    public ValueTask<EventPosition?> FindPosition(string endpoint, CancellationToken cancellation) =>
        Read(session => session.FindPosition(endpoint), cancellation);

    public Task<bool> TryTakeUp(
        string endpoint,
        EventPosition? from,
        EventPosition to,
        IReadOnlyList<News> news,
        DateTimeOffset now,
        CancellationToken cancellation
    ) => _writer.Run(session => session.TryTakeUp(endpoint, from, to, news, now), cancellation);

    public ValueTask<IReadOnlyList<Delivery>> FindDue(
        string endpoint,
        DateTimeOffset now,
        int most,
        CancellationToken cancellation
    ) => Read(session => session.FindDue(endpoint, now, most), cancellation);

    public Task<bool> TryRecord(Delivery before, Delivery after, CancellationToken cancellation) =>
        _writer.Run(session => session.TryRecord(before, after), cancellation);

    public ValueTask<IReadOnlyList<Delivery>> FindGivenUp(
        string endpoint,
        string? afterOrder,
        int most,
        CancellationToken cancellation
    ) => Read(session => session.FindGivenUp(endpoint, afterOrder, most), cancellation);

    public Task<int> Replay(string endpoint, string? orderId, DateTimeOffset now, CancellationToken cancellation) =>
        _writer.Run(session => session.Replay(endpoint, orderId, now), cancellation);

    public Task<Publication?> Publish(
        string funnelId,
        ReadOnlyMemory<byte> content,
        Publisher by,
        DateTimeOffset now,
        int? over,
        CancellationToken cancellation
    )
    {
        var candidate = FunnelVersion.Unnumbered(funnelId, content, by, now);
        return _writer.Run(session => session.Publish(candidate, over), cancellation);
    }

    public ValueTask<IReadOnlyList<NewestVersion>> NewestVersions(CancellationToken cancellation) =>
        Read(session => session.NewestVersions(), cancellation);

    public ValueTask<IReadOnlyList<VersionSummary>> ListVersions(
        string funnelId,
        int? before,
        int most,
        CancellationToken cancellation
    ) => Read(session => session.ListVersions(funnelId, before, most), cancellation);

    public ValueTask<IReadOnlyList<VersionSummary>> VersionsSinceFiles(CancellationToken cancellation) =>
        Read(session => session.VersionsSinceFiles(), cancellation);

    public ValueTask<FunnelVersion?> FindVersion(string funnelId, int version, CancellationToken cancellation) =>
        Read(session => session.FindVersion(funnelId, version), cancellation);

    public ValueTask<Draft?> FindDraft(string funnelId, CancellationToken cancellation) =>
        Read(session => session.FindDraft(funnelId), cancellation);

    public ValueTask<IReadOnlyList<DraftSummary>> ListDrafts(CancellationToken cancellation) =>
        Read(session => session.ListDrafts(), cancellation);

    public Task<bool> TryWriteDraft(Draft draft, string? replaces, CancellationToken cancellation) =>
        _writer.Run(session => session.TryWriteDraft(draft, replaces), cancellation);

    public Task<bool> TryRemoveDraft(string funnelId, string contentHash, CancellationToken cancellation) =>
        _writer.Run(session => session.TryRemoveDraft(funnelId, contentHash), cancellation);

    public Task Ping(CancellationToken cancellation) =>
        // The mark in the file's header by which it is known as ours ("Funl"). Setting it anew is a write like any other, so a
        // full or read-only disk shows; beginning and committing nothing would not touch the disk.
        _writer.Run(static session => session.Run("PRAGMA application_id = 0x46756E6C"), cancellation);

    /// <summary>Finishes the writes that wait, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _readers.Dispose();
    }

    private SqliteSession OpenToWrite()
    {
        try
        {
            return _file.Open(toWrite: true);
        }
        catch (StoreUnavailableException e)
            when (e.InnerException is SqliteException { SqliteErrorCode: SQLITE_READONLY })
        {
            // The file could not be written and now can be, but its log still cannot: a process opens that in one way for all of
            // its connections, and SQLite makes it with the permissions that the file has then.
            _readers.CloseIdle();
            _file.ShareItsPermissions();
            return _file.Open(toWrite: true);
        }
    }

    private ValueTask<T> Read<T>(Func<SqliteSession, T> read, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellation);
        }

        try
        {
            return ValueTask.FromResult(_readers.Read(read));
        }
        catch (Exception e)
        {
            return ValueTask.FromException<T>(e);
        }
    }
}
