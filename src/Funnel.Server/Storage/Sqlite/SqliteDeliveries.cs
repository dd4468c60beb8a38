using Microsoft.Data.Sqlite;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>What webhook endpoints are yet to be told, and who sees to it.</summary>
internal static class SqliteDeliveries
{
    private const string Columns = "endpoint, order_id, sent, known, attempts, failing_since, reason, due_at";

    // SQLite has no statistics here and takes a null for common: left to itself it would pass by all that is due.
    private const string GivenUp = "deliveries INDEXED BY deliveries_due";

    public static bool TryLease(
        this SqliteSession session,
        string name,
        string holder,
        DateTimeOffset now,
        DateTimeOffset until
    ) =>
        session.Run(
            """
            INSERT INTO leases (name, holder, until) VALUES ($1, $2, $4)
            ON CONFLICT (name) DO UPDATE SET holder = $2, until = $4 WHERE holder = $2 OR until <= $3 OR until > $5
            """,
            name,
            holder,
            now,
            until,
            now + Lease.Longest
        ) == 1;

    public static EventPosition? FindPosition(this SqliteSession session, string endpoint) =>
        session.First(
            "SELECT sequence FROM webhook_positions WHERE endpoint = $1",
            static row => (EventPosition?)new EventPosition(0, row.GetInt64(0)),
            endpoint
        );

    public static bool TryTakeUp(
        this SqliteSession session,
        string endpoint,
        EventPosition? from,
        EventPosition to,
        IReadOnlyList<News> news,
        DateTimeOffset now
    )
    {
        var moved = from is { } position
            ? session.Run(
                "UPDATE webhook_positions SET sequence = $3 WHERE endpoint = $1 AND sequence = $2",
                endpoint,
                position.Sequence,
                to.Sequence
            )
            : session.Run(
                "INSERT INTO webhook_positions (endpoint, sequence) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                endpoint,
                to.Sequence
            );
        if (moved == 0)
        {
            return false;
        }

        foreach (var (orderId, first, last) in news)
        {
            session.Run(
                """
                INSERT INTO deliveries (endpoint, order_id, sent, known, attempts, due_at)
                VALUES ($1, $2, $3, $4, 0, $5)
                ON CONFLICT (endpoint, order_id) DO UPDATE SET
                    known = max(known, excluded.known),
                    attempts = CASE WHEN due_at IS NULL THEN 0 ELSE attempts END,
                    failing_since = CASE WHEN due_at IS NULL THEN NULL ELSE failing_since END,
                    due_at = coalesce(due_at, excluded.due_at)
                """,
                endpoint,
                orderId,
                first - 1,
                last,
                now
            );
        }

        return true;
    }

    public static IReadOnlyList<Delivery> FindDue(
        this SqliteSession session,
        string endpoint,
        DateTimeOffset now,
        int most
    ) =>
        session.All(
            $"SELECT {Columns} FROM deliveries WHERE endpoint = $1 AND due_at <= $2 ORDER BY due_at, order_id LIMIT $3",
            Delivery,
            endpoint,
            now,
            most
        );

    public static bool TryRecord(this SqliteSession session, Delivery before, Delivery after) =>
        session.Run(
            """
            DELETE FROM deliveries
            WHERE endpoint = $1 AND order_id = $2 AND sent = $3 AND attempts = $4 AND known <= $5
            """,
            before.Endpoint,
            before.OrderId,
            before.Sent,
            before.Attempts,
            after.Sent
        ) == 1
        || session.Run(
            """
            UPDATE deliveries SET sent = $5, attempts = $6, failing_since = $7, reason = $8, due_at = $9
            WHERE endpoint = $1 AND order_id = $2 AND sent = $3 AND attempts = $4
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
        ) == 1;

    public static IReadOnlyList<Delivery> FindGivenUp(
        this SqliteSession session,
        string endpoint,
        string? afterOrder,
        int most
    ) =>
        session.All(
            $"""
            SELECT {Columns} FROM {GivenUp}
            WHERE endpoint = $1 AND due_at IS NULL AND order_id > $2 ORDER BY order_id LIMIT $3
            """,
            Delivery,
            endpoint,
            afterOrder ?? "",
            most
        );

    public static int Replay(this SqliteSession session, string endpoint, string? orderId, DateTimeOffset now) =>
        session.Run(
            $"""
            UPDATE {GivenUp} SET attempts = 0, failing_since = NULL, due_at = $3
            WHERE endpoint = $1 AND due_at IS NULL {(orderId is null ? "" : "AND order_id = $2")}
            """,
            endpoint,
            orderId,
            now
        );

    private static Delivery Delivery(SqliteDataReader row) =>
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
