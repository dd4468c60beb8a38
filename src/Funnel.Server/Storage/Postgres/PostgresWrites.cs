using Npgsql;

namespace Funnel.Server.Storage.Postgres;

/// <summary>What is written, each with one statement: a transaction of its own, in one round trip.</summary>
internal static class PostgresWrites
{
    private const string InsertOrder = $"""
        WITH written AS (
            INSERT INTO orders ({PostgresReads.OrderColumns})
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (id) DO NOTHING
            RETURNING id, revision
        ){InsertEvents}
        """;

    private const string UpdateOrder = $"""
        WITH written AS (
            UPDATE orders SET
                revision = $2, status = $5, touched_at = $7, expires_at = $8,
                lapses_at = CASE WHEN $9::timestamptz IS NULL THEN NULL ELSE lapses_at END, body = $10
            WHERE id = $1 AND revision = $2 - 1
            RETURNING id, revision
        ){InsertEvents}
        """;

    // Where nothing was written there is no row to tell the events of.
    private const string InsertEvents = """
        , happened AS (
            INSERT INTO events (id, order_id, revision, type, at, body)
            SELECT event.id, written.id, written.revision, event.type, event.at, event.body
            FROM written, unnest($11, $12, $13, $14) WITH ORDINALITY AS event (id, type, at, body, position)
            ORDER BY event.position
        )
        SELECT EXISTS (SELECT FROM written)
        """;

    public static async Task<bool> TryWriteOrder(
        this NpgsqlConnection connection,
        StoredOrder order,
        IReadOnlyList<StoredEvent> events
    )
    {
        await using var command = connection.Command(
            order.Revision == 1 ? InsertOrder : UpdateOrder,
            order.Id,
            order.Revision,
            order.FunnelId,
            order.FunnelVersion,
            order.Status,
            order.StartedAt,
            order.TouchedAt,
            order.ExpiresAt,
            order.LapsesAt,
            order.Body,
            events.Select(e => e.Id).ToArray(),
            events.Select(e => e.Type).ToArray(),
            events.Select(e => Moment.Kept(e.At)).ToArray(),
            events.Select(e => e.Body.ToArray()).ToArray()
        );
        return await command.ExecuteScalarAsync() is true;
    }

    public static async Task<bool> Postpone(this NpgsqlConnection connection, OrderRevision order, DateTimeOffset until)
    {
        await using var command = connection.Command(
            "UPDATE orders SET lapses_at = $3 WHERE id = $1 AND revision = $2 AND lapses_at IS NOT NULL",
            order.Id,
            order.Revision,
            until
        );
        return await command.ExecuteNonQueryAsync() == 1;
    }

    /// <summary>Whether a write that was begun, lost sight of and then refused was refused by itself: it had happened.</summary>
    /// <exception cref="StoreUnavailableException">Nothing tells any more.</exception>
    public static async Task<bool> HasWritten(
        this NpgsqlConnection connection,
        StoredOrder order,
        IReadOnlyList<StoredEvent> events
    )
    {
        // An event's id is nobody else's, so it proves its write, also when others have written since.
        if (events.Count > 0)
        {
            var stored = await connection.ReadEvents(order.Id, CancellationToken.None);
            return stored.Any(e => e.Id == events[0].Id);
        }

        var current = await connection.FindOrder(order.Id, CancellationToken.None);
        return current?.Revision > order.Revision
            ? throw new StoreUnavailableException($"Whether order {order.Id} had revision {order.Revision} is unknown.")
            : current?.Revision == order.Revision && current.Body.Span.SequenceEqual(order.Body.Span);
    }

    /// <summary>Writes, and changes nothing.</summary>
    public static async Task<bool> Touch(this NpgsqlConnection connection)
    {
        await using var command = connection.Command("UPDATE schema_version SET version = version");
        return await command.ExecuteNonQueryAsync() == 1
            ? true
            : throw new StoreUnavailableException("The database has lost its version: schema_version is empty.");
    }
}
