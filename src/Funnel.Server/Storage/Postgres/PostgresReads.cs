using Npgsql;

namespace Funnel.Server.Storage.Postgres;

/// <summary>What is read, each with one statement, which the connection prepares when it sees it again.</summary>
internal static class PostgresReads
{
    private const string VersionColumns = "funnel_id, version, content_hash, published_at, content";

    public static async Task<StoredOrder?> FindOrder(
        this NpgsqlConnection connection,
        string id,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT id, revision, funnel_id, funnel_version, status, started_at, touched_at, expires_at, body
            FROM orders WHERE id = $1
            """,
            connection
        )
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = id } },
        };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new StoredOrder
            {
                Id = row.GetString(0),
                Revision = row.GetInt64(1),
                FunnelId = row.GetString(2),
                FunnelVersion = row.GetInt32(3),
                Status = row.GetString(4),
                StartedAt = row.GetFieldValue<DateTimeOffset>(5),
                TouchedAt = row.GetFieldValue<DateTimeOffset>(6),
                ExpiresAt = row.GetFieldValue<DateTimeOffset>(7),
                Body = row.GetFieldValue<byte[]>(8),
            }
            : null;
    }

    public static async Task<IReadOnlyList<StoredEvent>> ReadEvents(
        this NpgsqlConnection connection,
        string orderId,
        CancellationToken cancellation
    )
    {
        // A revision is one write, and within one the sequence is the order in which its events were given.
        await using var command = new NpgsqlCommand(
            """
            SELECT id, order_id, revision, type, at, body FROM events
            WHERE order_id = $1 ORDER BY revision, sequence
            """,
            connection
        )
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = orderId } },
        };
        var events = new List<StoredEvent>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            events.Add(
                new StoredEvent
                {
                    Id = row.GetString(0),
                    OrderId = row.GetString(1),
                    Revision = row.GetInt64(2),
                    Type = row.GetString(3),
                    At = row.GetFieldValue<DateTimeOffset>(4),
                    Body = row.GetFieldValue<byte[]>(5),
                }
            );
        }

        return events;
    }

    public static async Task<IReadOnlyList<FunnelVersion>> NewestVersions(
        this NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(
            $"SELECT DISTINCT ON (funnel_id) {VersionColumns} FROM funnel_versions ORDER BY funnel_id, version DESC",
            connection
        );
        var versions = new List<FunnelVersion>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            versions.Add(Version(row));
        }

        return versions;
    }

    public static async Task<FunnelVersion?> FindVersion(
        this NpgsqlConnection connection,
        string funnelId,
        int version,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(
            $"SELECT {VersionColumns} FROM funnel_versions WHERE funnel_id = $1 AND version = $2",
            connection
        )
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = funnelId },
                new NpgsqlParameter<int> { TypedValue = version },
            },
        };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? Version(row) : null;
    }

    private static FunnelVersion Version(NpgsqlDataReader row) =>
        new()
        {
            FunnelId = row.GetString(0),
            Version = row.GetInt32(1),
            ContentHash = row.GetString(2),
            PublishedAt = row.GetFieldValue<DateTimeOffset>(3),
            Content = row.GetFieldValue<byte[]>(4),
        };
}
