using System.Diagnostics;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Funnel.Server.Storage.Postgres;

/// <summary>Keeps everything in a PostgreSQL database, which any number of instances of the server share.</summary>
/// <remarks>
/// An order is one row, and a write is one statement that commits by itself, guarded by the row's revision. Writes of many
/// connections that commit at the same time share a flush by PostgreSQL's own doing.
/// </remarks>
internal sealed class PostgresStore(
    IOptions<StorageOptions> options,
    StorageMetrics metrics,
    ILogger<PostgresStore> logger
) : IStore, IDeliveries, IDrafts, IAsyncDisposable
{
    private readonly PostgresDatabase _database = new(options.Value.ConnectionString, logger);

    public async ValueTask<StoredOrder?> FindOrder(string id, CancellationToken cancellation) =>
        CanBeKept(id) ? await _database.Read(connection => connection.FindOrder(id, cancellation), cancellation) : null;

    public Task<bool> TryWriteOrder(
        StoredOrder order,
        IReadOnlyList<StoredEvent> events,
        CancellationToken cancellation
    ) =>
        Write(
            async (connection, mayHaveHappened) =>
                await connection.TryWriteOrder(order, events)
                || (mayHaveHappened && await connection.HasWritten(order, events)),
            cancellation
        );

    public async ValueTask<IReadOnlyList<StoredEvent>> ReadEvents(string orderId, CancellationToken cancellation) =>
        CanBeKept(orderId)
            ? await _database.Read(connection => connection.ReadEvents(orderId, cancellation), cancellation)
            : [];

    public async ValueTask<IReadOnlyList<StoredOrder>> ListOrders(
        OrderFilter filter,
        int most,
        CancellationToken cancellation
    ) =>
        CanBeKept(filter.FunnelId ?? "") && CanBeKept(filter.After?.Id ?? "")
            ? await _database.Read(connection => connection.ListOrders(filter, most, cancellation), cancellation)
            : [];

    public async ValueTask<IReadOnlyList<OrderRevision>> FindLapsed(
        DateTimeOffset now,
        int most,
        CancellationToken cancellation
    ) => await _database.Read(connection => connection.FindLapsed(now, most, cancellation), cancellation);

    public Task<bool> Postpone(OrderRevision order, DateTimeOffset until, CancellationToken cancellation) =>
        Write((connection, _) => connection.Postpone(order, until), cancellation);

    public async ValueTask<IReadOnlyList<FeedEvent>> ReadFeed(
        EventPosition after,
        int most,
        CancellationToken cancellation
    ) => await _database.Read(connection => connection.ReadFeed(after, most, cancellation), cancellation);

    public async ValueTask<EventPosition> NewestPosition(CancellationToken cancellation) =>
        await _database.Read(connection => connection.NewestPosition(cancellation), cancellation);

    public Task<bool> TryLease(
        string name,
        string holder,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellation
    ) => Write((connection, _) => connection.TryLease(name, holder, now, until), cancellation);

    public async ValueTask<EventPosition?> FindPosition(string endpoint, CancellationToken cancellation) =>
        await _database.Read(connection => connection.FindPosition(endpoint, cancellation), cancellation);

    public Task<bool> TryTakeUp(
        string endpoint,
        EventPosition? from,
        EventPosition to,
        IReadOnlyList<News> news,
        DateTimeOffset now,
        CancellationToken cancellation
    ) => Write((connection, _) => connection.TryTakeUp(endpoint, from, to, news, now), cancellation);

    public async ValueTask<IReadOnlyList<Delivery>> FindDue(
        string endpoint,
        DateTimeOffset now,
        int most,
        CancellationToken cancellation
    ) => await _database.Read(connection => connection.FindDue(endpoint, now, most, cancellation), cancellation);

    public Task<bool> TryRecord(Delivery before, Delivery after, CancellationToken cancellation) =>
        Write((connection, _) => connection.TryRecord(before, after), cancellation);

    public async ValueTask<IReadOnlyList<Delivery>> FindGivenUp(
        string endpoint,
        string? afterOrder,
        int most,
        CancellationToken cancellation
    ) =>
        CanBeKept(afterOrder ?? "")
            ? await _database.Read(
                connection => connection.FindGivenUp(endpoint, afterOrder, most, cancellation),
                cancellation
            )
            : [];

    public Task<int> Replay(string endpoint, string? orderId, DateTimeOffset now, CancellationToken cancellation) =>
        CanBeKept(orderId ?? "")
            ? Write((connection, _) => connection.Replay(endpoint, orderId, now), cancellation)
            : Task.FromResult(0);

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
        return Write(
            async (connection, mayHaveHappened) =>
            {
                while (true)
                {
                    // A number that is taken was taken by another who published: somebody always gets on.
                    var (isSettled, published) = await connection.TryPublish(candidate, over);
                    if (isSettled)
                    {
                        return mayHaveHappened && published?.Version.IsOf(candidate) is true
                            ? published with
                            {
                                IsNew = true,
                            }
                            : published;
                    }
                }
            },
            cancellation
        );
    }

    public async ValueTask<IReadOnlyList<NewestVersion>> NewestVersions(CancellationToken cancellation) =>
        await _database.Read(connection => connection.NewestVersions(cancellation), cancellation);

    public async ValueTask<IReadOnlyList<VersionSummary>> ListVersions(
        string funnelId,
        int? before,
        int most,
        CancellationToken cancellation
    ) =>
        CanBeKept(funnelId)
            ? await _database.Read(
                connection => connection.ListVersions(funnelId, before, most, cancellation),
                cancellation
            )
            : [];

    public async ValueTask<IReadOnlyList<VersionSummary>> VersionsSinceFiles(CancellationToken cancellation) =>
        await _database.Read(connection => connection.VersionsSinceFiles(cancellation), cancellation);

    public async ValueTask<FunnelVersion?> FindVersion(string funnelId, int version, CancellationToken cancellation) =>
        CanBeKept(funnelId)
            ? await _database.Read(connection => connection.FindVersion(funnelId, version, cancellation), cancellation)
            : null;

    public async ValueTask<Draft?> FindDraft(string funnelId, CancellationToken cancellation) =>
        CanBeKept(funnelId)
            ? await _database.Read(connection => connection.FindDraft(funnelId, cancellation), cancellation)
            : null;

    public async ValueTask<IReadOnlyList<DraftSummary>> ListDrafts(CancellationToken cancellation) =>
        await _database.Read(connection => connection.ListDrafts(cancellation), cancellation);

    public Task<bool> TryWriteDraft(Draft draft, string? replaces, CancellationToken cancellation) =>
        Write(
            async (connection, mayHaveHappened) =>
                await connection.TryWriteDraft(draft, replaces)
                || (
                    mayHaveHappened
                    && (await connection.FindDraft(draft.FunnelId, default))?.ContentHash == draft.ContentHash
                ),
            cancellation
        );

    public Task<bool> TryRemoveDraft(string funnelId, string contentHash, CancellationToken cancellation) =>
        Write(
            async (connection, mayHaveHappened) =>
                await connection.TryRemoveDraft(funnelId, contentHash)
                || (mayHaveHappened && await connection.FindDraft(funnelId, default) is null),
            cancellation
        );

    public Task Ping(CancellationToken cancellation) => Write((connection, _) => connection.Touch(), cancellation);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    // PostgreSQL's text holds every character but this one; what cannot be kept is not there.
    private static bool CanBeKept(string id) => !id.Contains('\0', StringComparison.Ordinal);

    private async Task<T> Write<T>(Func<NpgsqlConnection, bool, Task<T>> write, CancellationToken cancellation)
    {
        var handedIn = Stopwatch.GetTimestamp();
        var result = await _database.Write(write, cancellation);
        metrics.WriteDuration.Record(Stopwatch.GetElapsedTime(handedIn).TotalSeconds);
        return result;
    }
}
