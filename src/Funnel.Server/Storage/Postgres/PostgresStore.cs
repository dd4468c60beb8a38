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
) : IStore, IAsyncDisposable
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

    public Task<FunnelVersion> Publish(
        string funnelId,
        ReadOnlyMemory<byte> content,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var candidate = FunnelVersion.Unnumbered(funnelId, content, now);
        return Write(
            async (connection, _) =>
            {
                while (true)
                {
                    // A number that is taken was taken by another who published: somebody always gets on.
                    if (await connection.TryPublish(candidate) is { } published)
                    {
                        return published;
                    }
                }
            },
            cancellation
        );
    }

    public async ValueTask<IReadOnlyList<FunnelVersion>> NewestVersions(CancellationToken cancellation) =>
        await _database.Read(connection => connection.NewestVersions(cancellation), cancellation);

    public async ValueTask<FunnelVersion?> FindVersion(string funnelId, int version, CancellationToken cancellation) =>
        CanBeKept(funnelId)
            ? await _database.Read(connection => connection.FindVersion(funnelId, version, cancellation), cancellation)
            : null;

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
