using Npgsql;

namespace Funnel.Server.Storage.Postgres;

/// <summary>What is read of orders and events, each with one statement.</summary>
internal static class PostgresReads
{
    public const string OrderColumns =
        "id, revision, funnel_id, funnel_version, status, started_at, touched_at, expires_at, lapses_at, body";

    private const string EventColumns = "id, order_id, revision, type, at, body";

    // Of transactions below this mark nothing new appears.
    private const string Settled = "transaction < pg_snapshot_xmin(pg_current_snapshot())";

    public static Task<StoredOrder?> FindOrder(
        this NpgsqlConnection connection,
        string id,
        CancellationToken cancellation
    ) => connection.First($"SELECT {OrderColumns} FROM orders WHERE id = $1", Order, cancellation, id);

    // A revision is one write, and within one the sequence is the order in which its events were given.
    public static Task<IReadOnlyList<StoredEvent>> ReadEvents(
        this NpgsqlConnection connection,
        string orderId,
        CancellationToken cancellation
    ) =>
        connection.All(
            $"SELECT {EventColumns} FROM events WHERE order_id = $1 ORDER BY revision, sequence",
            Event,
            cancellation,
            orderId
        );

    public static Task<IReadOnlyList<FeedEvent>> ReadFeed(
        this NpgsqlConnection connection,
        EventPosition after,
        int most,
        CancellationToken cancellation
    ) =>
        connection.All(
            $"""
            SELECT {EventColumns}, transaction, sequence FROM events
            WHERE (transaction, sequence) > ($1, $2) AND {Settled}
            ORDER BY transaction, sequence LIMIT $3
            """,
            static row => new FeedEvent(Position(row, 6), Event(row)),
            cancellation,
            after.Transaction,
            after.Sequence,
            most
        );

    public static async Task<EventPosition> NewestPosition(
        this NpgsqlConnection connection,
        CancellationToken cancellation
    ) =>
        await connection.First(
            $"""
            SELECT transaction, sequence FROM events WHERE {Settled}
            ORDER BY transaction DESC, sequence DESC LIMIT 1
            """,
            static row => Position(row, 0),
            cancellation
        );

    public static Task<IReadOnlyList<StoredOrder>> ListOrders(
        this NpgsqlConnection connection,
        OrderFilter filter,
        int most,
        CancellationToken cancellation
    ) =>
        connection.All(
            filter.Sql(OrderColumns),
            Order,
            cancellation,
            filter.FunnelId ?? "",
            filter.From ?? default,
            filter.To ?? default,
            filter.After?.StartedAt ?? default,
            filter.After?.Id ?? "",
            most
        );

    public static Task<IReadOnlyList<OrderRevision>> FindLapsed(
        this NpgsqlConnection connection,
        DateTimeOffset now,
        int most,
        CancellationToken cancellation
    ) =>
        connection.All(
            "SELECT id, revision FROM orders WHERE lapses_at <= $1 ORDER BY lapses_at LIMIT $2",
            static row => new OrderRevision(row.GetString(0), row.GetInt64(1)),
            cancellation,
            now,
            most
        );

    private static EventPosition Position(NpgsqlDataReader row, int column) =>
        new(row.GetFieldValue<ulong>(column), row.GetInt64(column + 1));

    private static StoredOrder Order(NpgsqlDataReader row) =>
        new()
        {
            Id = row.GetString(0),
            Revision = row.GetInt64(1),
            FunnelId = row.GetString(2),
            FunnelVersion = row.GetInt32(3),
            Status = row.GetString(4),
            StartedAt = row.GetFieldValue<DateTimeOffset>(5),
            TouchedAt = row.GetFieldValue<DateTimeOffset>(6),
            ExpiresAt = row.GetFieldValue<DateTimeOffset>(7),
            LapsesAt = row.MaybeMoment(8),
            Body = row.GetFieldValue<byte[]>(9),
        };

    private static StoredEvent Event(NpgsqlDataReader row) =>
        new()
        {
            Id = row.GetString(0),
            OrderId = row.GetString(1),
            Revision = row.GetInt64(2),
            Type = row.GetString(3),
            At = row.GetFieldValue<DateTimeOffset>(4),
            Body = row.GetFieldValue<byte[]>(5),
        };
}
