using Microsoft.Data.Sqlite;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>Orders and what happened to them.</summary>
internal static class SqliteOrders
{
    private const string Columns =
        "id, revision, funnel_id, funnel_version, status, started_at, touched_at, expires_at, lapses_at, body";
    private const string EventColumns = "id, order_id, revision, type, at, body";

    public static StoredOrder? FindOrder(this SqliteSession session, string id) =>
        session.First($"SELECT {Columns} FROM orders WHERE id = $1", Order, id);

    public static bool TryWriteOrder(this SqliteSession session, StoredOrder order, IReadOnlyList<StoredEvent> events)
    {
        if (session.Write(order) == 0)
        {
            return false;
        }

        foreach (var e in events)
        {
            session.Run(
                $"INSERT INTO events ({EventColumns}) VALUES ($1, $2, $3, $4, $5, $6)",
                e.Id,
                e.OrderId,
                e.Revision,
                e.Type,
                e.At,
                e.Body
            );
        }

        return true;
    }

    public static IReadOnlyList<StoredEvent> ReadEvents(this SqliteSession session, string orderId) =>
        session.All($"SELECT {EventColumns} FROM events WHERE order_id = $1 ORDER BY sequence", Event, orderId);

    public static IReadOnlyList<FeedEvent> ReadFeed(this SqliteSession session, EventPosition after, int most) =>
        session.All(
            $"SELECT {EventColumns}, sequence FROM events WHERE sequence > $1 ORDER BY sequence LIMIT $2",
            static row => new FeedEvent(new(0, row.GetInt64(6)), Event(row)),
            after.Sequence,
            most
        );

    public static EventPosition NewestPosition(this SqliteSession session) =>
        new(0, session.First("SELECT coalesce(max(sequence), 0) FROM events", static row => row.GetInt64(0)));

    // SQLite has no statistics here and takes two bounds of time for narrower than a funnel: left to itself it would pass by
    // the orders of all other funnels.
    public static IReadOnlyList<StoredOrder> ListOrders(this SqliteSession session, OrderFilter filter, int most) =>
        session.All(
            filter.Sql(
                Columns,
                $"orders INDEXED BY {(filter.FunnelId is null ? "orders_by_status" : "orders_of_funnel")}"
            ),
            Order,
            filter.FunnelId,
            filter.From,
            filter.To,
            filter.After?.StartedAt,
            filter.After?.Id,
            most
        );

    public static IReadOnlyList<OrderRevision> FindLapsed(this SqliteSession session, DateTimeOffset now, int most) =>
        session.All(
            "SELECT id, revision FROM orders WHERE lapses_at <= $1 ORDER BY lapses_at LIMIT $2",
            static row => new OrderRevision(row.GetString(0), row.GetInt64(1)),
            now,
            most
        );

    public static bool Postpone(this SqliteSession session, OrderRevision order, DateTimeOffset until) =>
        session.Run(
            "UPDATE orders SET lapses_at = $3 WHERE id = $1 AND revision = $2 AND lapses_at IS NOT NULL",
            order.Id,
            order.Revision,
            until
        ) == 1;

    private static int Write(this SqliteSession session, StoredOrder order) =>
        order switch
        {
            { Revision: 1 } => session.Run(
                $"""
                INSERT INTO orders ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                ON CONFLICT (id) DO NOTHING
                """,
                order.Id,
                order.Revision,
                order.FunnelId,
                order.FunnelVersion,
                order.Status,
                order.StartedAt,
                order.TouchedAt,
                order.ExpiresAt,
                order.LapsesAt,
                order.Body
            ),

            // Whatever is set has its indexes written anew, also where it stays the same: an answer sets what no index holds.
            { LapsesAt: not null } => session.Run(
                """
                UPDATE orders SET revision = $2, touched_at = $3, expires_at = $4, body = $5
                WHERE id = $1 AND revision = $2 - 1
                """,
                order.Id,
                order.Revision,
                order.TouchedAt,
                order.ExpiresAt,
                order.Body
            ),
            _ => session.Run(
                """
                UPDATE orders SET
                    revision = $2, touched_at = $3, expires_at = $4, body = $5, status = $6, lapses_at = NULL
                WHERE id = $1 AND revision = $2 - 1
                """,
                order.Id,
                order.Revision,
                order.TouchedAt,
                order.ExpiresAt,
                order.Body,
                order.Status
            ),
        };

    private static StoredOrder Order(SqliteDataReader row) =>
        new()
        {
            Id = row.GetString(0),
            Revision = row.GetInt64(1),
            FunnelId = row.GetString(2),
            FunnelVersion = row.GetInt32(3),
            Status = row.GetString(4),
            StartedAt = row.Moment(5),
            TouchedAt = row.Moment(6),
            ExpiresAt = row.Moment(7),
            LapsesAt = row.MaybeMoment(8),
            Body = row.Bytes(9),
        };

    private static StoredEvent Event(SqliteDataReader row) =>
        new()
        {
            Id = row.GetString(0),
            OrderId = row.GetString(1),
            Revision = row.GetInt64(2),
            Type = row.GetString(3),
            At = row.Moment(4),
            Body = row.Bytes(5),
        };
}
