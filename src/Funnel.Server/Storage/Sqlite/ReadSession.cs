using Microsoft.Data.Sqlite;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>A connection that reads, with its statements compiled. For one caller at a time.</summary>
internal sealed class ReadSession : IDisposable
{
    private const string OrderColumns =
        "id, revision, funnel_id, funnel_version, status, started_at, touched_at, expires_at, body";
    private const string VersionColumns = "funnel_id, version, content_hash, published_at, content";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _findOrder;
    private readonly SqliteCommand _readEvents;
    private readonly SqliteCommand _newestVersions;
    private readonly SqliteCommand _findVersion;

    public ReadSession(SqliteConnection connection)
    {
        _connection = connection;
        _findOrder = connection.Prepare($"SELECT {OrderColumns} FROM orders WHERE id = $id", "$id");
        _readEvents = connection.Prepare(
            "SELECT id, order_id, revision, type, at, body FROM events WHERE order_id = $order ORDER BY sequence",
            "$order"
        );
        _newestVersions = connection.Prepare(
            $"""
            SELECT {VersionColumns} FROM funnel_versions AS candidate
            WHERE version = (SELECT max(version) FROM funnel_versions WHERE funnel_id = candidate.funnel_id)
            ORDER BY funnel_id
            """
        );
        _findVersion = connection.Prepare(
            $"SELECT {VersionColumns} FROM funnel_versions WHERE funnel_id = $funnel AND version = $version",
            "$funnel",
            "$version"
        );
    }

    public StoredOrder? FindOrder(string id)
    {
        using var row = _findOrder.With(id).ExecuteReader();
        return row.Read()
            ? new StoredOrder
            {
                Id = row.GetString(0),
                Revision = row.GetInt64(1),
                FunnelId = row.GetString(2),
                FunnelVersion = row.GetInt32(3),
                Status = row.GetString(4),
                StartedAt = Moment(row, 5),
                TouchedAt = Moment(row, 6),
                ExpiresAt = Moment(row, 7),
                Body = row.GetFieldValue<byte[]>(8),
            }
            : null;
    }

    public IReadOnlyList<StoredEvent> ReadEvents(string orderId)
    {
        var events = new List<StoredEvent>();
        using var row = _readEvents.With(orderId).ExecuteReader();
        while (row.Read())
        {
            events.Add(
                new StoredEvent
                {
                    Id = row.GetString(0),
                    OrderId = row.GetString(1),
                    Revision = row.GetInt64(2),
                    Type = row.GetString(3),
                    At = Moment(row, 4),
                    Body = row.GetFieldValue<byte[]>(5),
                }
            );
        }

        return events;
    }

    public IReadOnlyList<FunnelVersion> NewestVersions()
    {
        var versions = new List<FunnelVersion>();
        using var row = _newestVersions.ExecuteReader();
        while (row.Read())
        {
            versions.Add(Version(row));
        }

        return versions;
    }

    public FunnelVersion? FindVersion(string funnelId, int version)
    {
        using var row = _findVersion.With(funnelId, version).ExecuteReader();
        return row.Read() ? Version(row) : null;
    }

    public void Dispose() => _connection.Dispose();

    private static FunnelVersion Version(SqliteDataReader row) =>
        new()
        {
            FunnelId = row.GetString(0),
            Version = row.GetInt32(1),
            ContentHash = row.GetString(2),
            PublishedAt = Moment(row, 3),
            Content = row.GetFieldValue<byte[]>(4),
        };

    private static DateTimeOffset Moment(SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
