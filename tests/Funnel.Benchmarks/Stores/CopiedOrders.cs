namespace Funnel.Benchmarks.Stores;

/// <summary>
/// Many orders with their events, copied from real ones and numbered from 1, the oldest. Of twenty, six are completed, one is
/// cancelled, and thirteen were left half-way. They were started at even distances, over so long a time that a tenth of these
/// thirteen are still open; the others have expired.
/// </summary>
internal sealed class CopiedOrders(Originals originals, int count)
{
    // Together as long as an id of the server's, of which it makes no numbers either.
    private const string IdStem = "ord_00000000000000000000";
    private const long IdBase = 100_000_000_000;

    // As the print shop has it.
    private static readonly TimeSpan ExpiresAfter = TimeSpan.FromDays(2);
    private static readonly TimeSpan Span = 10 * ExpiresAfter;

    private readonly DateTimeOffset _newest = TimeProvider.System.GetUtcNow();

    public int Count => count;

    public static string Id(int number) => $"{IdStem}{IdBase + number}";

    public DateTimeOffset StartedAt(int number) => _newest - Span * ((double)(count - number) / count);

    /// <summary>Statements that make some of them, in a store's own tables.</summary>
    /// <param name="moment">Turns milliseconds since 1970 into what the store keeps.</param>
    public IEnumerable<string> Sql(int first, int last, Func<string, string> moment)
    {
        var copies = $"""
            WITH RECURSIVE numbers (n) AS (
                SELECT CAST({first} AS bigint) UNION ALL SELECT n + 1 FROM numbers WHERE n < {last}
            ), copies AS (
                SELECT
                    n,
                    '{IdStem}' || ({IdBase} + n) AS id,
                    CASE
                        WHEN n % 20 < 6 THEN '{originals.Completed.Order}'
                        WHEN n % 20 < 7 THEN '{originals.Cancelled.Order}'
                        ELSE '{originals.Open.Order}' END AS original,
                    CASE
                        WHEN n % 20 < 6 THEN 'completed'
                        WHEN n % 20 < 7 THEN 'cancelled'
                        WHEN n > {count / 10 * 9} THEN 'open'
                        ELSE 'expired' END AS status,
                    {_newest.ToUnixTimeMilliseconds()} - {Span.TotalMilliseconds} * ({count} - n) / {count} AS started
                FROM numbers
            )
            """;
        var expires = $"started + {ExpiresAfter.TotalMilliseconds}";
        yield return $"""
            INSERT INTO orders (
                id, revision, funnel_id, funnel_version, status, started_at, touched_at, expires_at, lapses_at, body
            )
            {copies}
            SELECT
                copies.id, original.revision, original.funnel_id, original.funnel_version, copies.status,
                {moment("started")}, {moment("started")}, {moment(expires)},
                CASE WHEN copies.status = 'open' THEN {moment(expires)} END, original.body
            FROM copies CROSS JOIN orders AS original WHERE original.id = copies.original ORDER BY n
            """;
        yield return $"""
            INSERT INTO events (id, order_id, revision, type, at, body)
            {copies}
            SELECT
                'evt_00000000000000000' || ({IdBase} + n) || (100 + event.revision), copies.id, event.revision, event.type,
                {moment("started + event.revision * 1000")}, event.body
            FROM copies CROSS JOIN events AS event WHERE event.order_id = copies.original ORDER BY n, event.revision
            """;
    }
}
