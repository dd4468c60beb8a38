using Microsoft.Data.Sqlite;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>The connection that writes, with its statements compiled. Only the writer's thread uses it.</summary>
internal sealed class WriteSession : IDisposable
{
    private static readonly string[] OrderParameters =
    [
        "$id",
        "$revision",
        "$funnel",
        "$version",
        "$status",
        "$started",
        "$touched",
        "$expires",
        "$body",
    ];

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _insertOrder;
    private readonly SqliteCommand _updateOrder;
    private readonly SqliteCommand _insertEvent;
    private readonly SqliteCommand _newestVersion;
    private readonly SqliteCommand _insertVersion;
    private readonly SqliteCommand _touch;

    public WriteSession(SqliteConnection connection)
    {
        _connection = connection;

        // Immediate: the right to write is taken at once, so that no guard judges what another process then changes.
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
        _insertOrder = connection.Prepare(
            """
            INSERT INTO orders
                (id, revision, funnel_id, funnel_version, status, started_at, touched_at, expires_at, body)
            VALUES ($id, $revision, $funnel, $version, $status, $started, $touched, $expires, $body)
            ON CONFLICT (id) DO NOTHING
            """,
            OrderParameters
        );
        _updateOrder = connection.Prepare(
            """
            UPDATE orders SET
                revision = $revision, funnel_id = $funnel, funnel_version = $version, status = $status,
                started_at = $started, touched_at = $touched, expires_at = $expires, body = $body
            WHERE id = $id AND revision = $revision - 1
            """,
            OrderParameters
        );
        _insertEvent = connection.Prepare(
            """
            INSERT INTO events (id, order_id, revision, type, at, body)
            VALUES ($id, $order, $revision, $type, $at, $body)
            """,
            "$id",
            "$order",
            "$revision",
            "$type",
            "$at",
            "$body"
        );
        _newestVersion = connection.Prepare(
            """
            SELECT version, content_hash, published_at FROM funnel_versions
            WHERE funnel_id = $funnel ORDER BY version DESC LIMIT 1
            """,
            "$funnel"
        );
        _insertVersion = connection.Prepare(
            """
            INSERT INTO funnel_versions (funnel_id, version, content_hash, published_at, content)
            VALUES ($funnel, $version, $hash, $published, $content)
            """,
            "$funnel",
            "$version",
            "$hash",
            "$published",
            "$content"
        );

        // The mark in the file's header by which it is known as ours ("Funl"). Setting it anew is a write like any other, so a
        // full or read-only disk shows; beginning and committing nothing would not touch the disk.
        _touch = connection.Prepare("PRAGMA application_id = 0x46756E6C");
    }

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    public bool TryWriteOrder(StoredOrder order, IReadOnlyList<StoredEvent> events)
    {
        var write = order.Revision == 1 ? _insertOrder : _updateOrder;
        var written = write
            .With(
                order.Id,
                order.Revision,
                order.FunnelId,
                order.FunnelVersion,
                order.Status,
                order.StartedAt.ToUnixTimeMilliseconds(),
                order.TouchedAt.ToUnixTimeMilliseconds(),
                order.ExpiresAt.ToUnixTimeMilliseconds(),
                order.Body.ToArray()
            )
            .ExecuteNonQuery();
        if (written == 0)
        {
            return false;
        }

        foreach (var e in events)
        {
            _insertEvent
                .With(e.Id, e.OrderId, e.Revision, e.Type, e.At.ToUnixTimeMilliseconds(), e.Body.ToArray())
                .ExecuteNonQuery();
        }

        return true;
    }

    /// <summary>The version that is newest afterwards: the given one with its number, or an equal one from before.</summary>
    public FunnelVersion Publish(FunnelVersion candidate)
    {
        var newest = 0;
        using (var row = _newestVersion.With(candidate.FunnelId).ExecuteReader())
        {
            if (row.Read())
            {
                newest = row.GetInt32(0);
                if (row.GetString(1) == candidate.ContentHash)
                {
                    return candidate with
                    {
                        Version = newest,
                        PublishedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
                    };
                }
            }
        }

        var published = candidate with { Version = newest + 1 };
        _insertVersion
            .With(
                published.FunnelId,
                published.Version,
                published.ContentHash,
                published.PublishedAt.ToUnixTimeMilliseconds(),
                published.Content.ToArray()
            )
            .ExecuteNonQuery();
        return published;
    }

    /// <summary>Writes, and changes nothing.</summary>
    public bool Touch()
    {
        _touch.ExecuteNonQuery();
        return true;
    }

    /// <summary>Closes the connection; what was begun and not committed is undone.</summary>
    public void Dispose() => _connection.Dispose();
}
