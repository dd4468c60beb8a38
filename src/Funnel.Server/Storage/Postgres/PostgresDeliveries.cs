using Npgsql;

namespace Funnel.Server.Storage.Postgres;

/// <summary>What webhook endpoints are yet to be told, and who sees to it; each with one statement.</summary>
internal static class PostgresDeliveries
{
    private const string Columns = "endpoint, order_id, sent, known, attempts, failing_since, reason, due_at";

    public static async Task<bool> TryLease(
        this NpgsqlConnection connection,
        string name,
        string holder,
        DateTimeOffset now,
        DateTimeOffset until
    )
    {
        await using var command = connection.Command(
            """
            INSERT INTO leases (name, holder, until) VALUES ($1, $2, $4)
            ON CONFLICT (name) DO UPDATE SET holder = $2, until = $4
            WHERE leases.holder = $2 OR leases.until <= $3 OR leases.until > $5
            """,
            name,
            holder,
            now,
            until,
            now + Lease.Longest
        );
        return await command.ExecuteNonQueryAsync() == 1;
    }

    public static Task<EventPosition?> FindPosition(
        this NpgsqlConnection connection,
        string endpoint,
        CancellationToken cancellation
    ) =>
        connection.First(
            "SELECT transaction, sequence FROM webhook_positions WHERE endpoint = $1",
            static row => (EventPosition?)new EventPosition(row.GetFieldValue<ulong>(0), row.GetInt64(1)),
            cancellation,
            endpoint
        );

    public static async Task<bool> TryTakeUp(
        this NpgsqlConnection connection,
        string endpoint,
        EventPosition? from,
        EventPosition to,
        IReadOnlyList<News> news,
        DateTimeOffset now
    )
    {
        var move = from is null
            ? """
                INSERT INTO webhook_positions (endpoint, transaction, sequence) VALUES ($1, $4, $5)
                ON CONFLICT DO NOTHING RETURNING endpoint
                """
            : """
                UPDATE webhook_positions SET transaction = $4, sequence = $5
                WHERE endpoint = $1 AND transaction = $2 AND sequence = $3 RETURNING endpoint
                """;
        await using var command = connection.Command(
            $"""
            WITH moved AS ({move}), made AS (
                INSERT INTO deliveries AS known_before (endpoint, order_id, sent, known, attempts, due_at)
                SELECT moved.endpoint, news.order_id, news.first - 1, news.last, 0, $9
                FROM moved, unnest($6, $7, $8) AS news (order_id, first, last)
                ON CONFLICT (endpoint, order_id) DO UPDATE SET
                    known = greatest(known_before.known, excluded.known),
                    attempts = CASE WHEN known_before.due_at IS NULL THEN 0 ELSE known_before.attempts END,
                    failing_since = CASE WHEN known_before.due_at IS NULL THEN NULL ELSE known_before.failing_since END,
                    due_at = coalesce(known_before.due_at, excluded.due_at)
            )
            SELECT EXISTS (SELECT FROM moved)
            """,
            endpoint,
            (from ?? default).Transaction,
            (from ?? default).Sequence,
            to.Transaction,
            to.Sequence,
            news.Select(of => of.OrderId).ToArray(),
            news.Select(of => of.First).ToArray(),
            news.Select(of => of.Last).ToArray(),
            now
        );
        return await command.ExecuteScalarAsync() is true;
    }

    public static Task<IReadOnlyList<Delivery>> FindDue(
        this NpgsqlConnection connection,
        string endpoint,
        DateTimeOffset now,
        int most,
        CancellationToken cancellation
    ) =>
        connection.All(
            $"SELECT {Columns} FROM deliveries WHERE endpoint = $1 AND due_at <= $2 ORDER BY due_at, order_id LIMIT $3",
            Delivery,
            cancellation,
            endpoint,
            now,
            most
        );

    public static async Task<bool> TryRecord(this NpgsqlConnection connection, Delivery before, Delivery after)
    {
        // Where an event arrives while the row is being deleted, neither half finds it as it was: asked again, one does.
        return await Record() || await Record();

        async Task<bool> Record()
        {
            await using var command = connection.Command(
                """
                WITH told AS (
                    DELETE FROM deliveries
                    WHERE endpoint = $1 AND order_id = $2 AND sent = $3 AND attempts = $4 AND known <= $5
                    RETURNING endpoint
                ), kept AS (
                    UPDATE deliveries SET sent = $5, attempts = $6, failing_since = $7, reason = $8, due_at = $9
                    WHERE endpoint = $1 AND order_id = $2 AND sent = $3 AND attempts = $4 AND known > $5
                    RETURNING endpoint
                )
                SELECT EXISTS (SELECT FROM told) OR EXISTS (SELECT FROM kept)
                """,
                before.Endpoint,
                before.OrderId,
                before.Sent,
                before.Attempts,
                after.Sent,
                after.Attempts,
                after.FailingSince,
                after.Reason,
                after.DueAt
            );
            return await command.ExecuteScalarAsync() is true;
        }
    }

    // Ordered as the index of what is due, though due_at is the same: so its range is taken, and nothing is sorted.
    public static Task<IReadOnlyList<Delivery>> FindGivenUp(
        this NpgsqlConnection connection,
        string endpoint,
        string? afterOrder,
        int most,
        CancellationToken cancellation
    ) =>
        connection.All(
            $"""
            SELECT {Columns} FROM deliveries
            WHERE endpoint = $1 AND due_at IS NULL AND order_id > $2 ORDER BY due_at, order_id LIMIT $3
            """,
            Delivery,
            cancellation,
            endpoint,
            afterOrder ?? "",
            most
        );

    public static async Task<int> Replay(
        this NpgsqlConnection connection,
        string endpoint,
        string? orderId,
        DateTimeOffset now
    )
    {
        await using var command = connection.Command(
            $"""
            UPDATE deliveries SET attempts = 0, failing_since = NULL, due_at = $3
            WHERE endpoint = $1 AND due_at IS NULL {(orderId is null ? "" : "AND order_id = $2")}
            """,
            endpoint,
            orderId ?? "",
            now
        );
        return await command.ExecuteNonQueryAsync();
    }

    private static Delivery Delivery(NpgsqlDataReader row) =>
        new()
        {
            Endpoint = row.GetString(0),
            OrderId = row.GetString(1),
            Sent = row.GetInt64(2),
            Known = row.GetInt64(3),
            Attempts = row.GetInt32(4),
            FailingSince = row.MaybeMoment(5),
            Reason = row.IsDBNull(6) ? null : row.GetString(6),
            DueAt = row.MaybeMoment(7),
        };
}
