using Microsoft.Extensions.Options;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>Keeps everything in one file: the default, for one instance of the server and a local disk.</summary>
/// <remarks>
/// Other processes may use the file at the same time: every guard is judged by SQLite, under its lock. The file is opened by
/// whoever needs it first, so a store that cannot be opened says so at each call until it can.
/// </remarks>
internal sealed class SqliteStore : IStore, IAsyncDisposable
{
    private readonly SqliteWriter _writer;
    private readonly ReadSessions _readers;

    public SqliteStore(IOptions<StorageOptions> options, StorageMetrics metrics, ILogger<SqliteStore> logger)
    {
        var file = new SqliteFile(options.Value.ConnectionString);
        _writer = new SqliteWriter(() => file.Open(connection => new WriteSession(connection)), metrics, logger);
        _readers = new ReadSessions(file);
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

    public Task<FunnelVersion> Publish(
        string funnelId,
        ReadOnlyMemory<byte> content,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var candidate = FunnelVersion.Unnumbered(funnelId, content, now);
        return _writer.Run(session => session.Publish(candidate), cancellation);
    }

    public ValueTask<IReadOnlyList<FunnelVersion>> NewestVersions(CancellationToken cancellation) =>
        Read(session => session.NewestVersions(), cancellation);

    public ValueTask<FunnelVersion?> FindVersion(string funnelId, int version, CancellationToken cancellation) =>
        Read(session => session.FindVersion(funnelId, version), cancellation);

    public Task Ping(CancellationToken cancellation) => _writer.Run(session => session.Touch(), cancellation);

    /// <summary>Finishes the writes that wait, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _readers.Dispose();
    }

    private ValueTask<T> Read<T>(Func<ReadSession, T> read, CancellationToken cancellation)
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
