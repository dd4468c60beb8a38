namespace Funnel.Server.Storage;

/// <summary>Which orders to list; what is null does not matter. They are listed by when they started, newest first.</summary>
internal sealed record OrderFilter
{
    public static readonly IReadOnlyList<string> Statuses = ["open", "completed", "cancelled", "expired"];

    public string? FunnelId { get; init; }

    /// <summary>One of <see cref="Statuses" />.</summary>
    public string? Status { get; init; }

    /// <summary>Started at that moment or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Started before that moment.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The last order of the page before.</summary>
    public OrderCursor? After { get; init; }

    /// <summary>
    /// The question in SQL: <c>$1</c> is the funnel, then from, to, the cursor's moment and its id, and how many at most.
    /// </summary>
    /// <remarks>
    /// Each status is asked for by itself and the newest of them are merged: so every arm is a range of one index, whether or
    /// not a status is wanted, and a page costs the same whatever the number of orders.
    /// </remarks>
    /// <param name="orders">The table, and which index to take where a store must be told.</param>
    public string Sql(string columns, string orders = "orders")
    {
        // Of two upper bounds a store may begin at the farther and pass by every order up to the nearer, so it is given that one
        // alone, which implies the other.
        var goesOn = After is { } after && !(To <= after.StartedAt);
        List<string> conditions = [];
        AddIf(FunnelId is not null, "funnel_id = $1");
        AddIf(From is not null, "started_at >= $2");
        AddIf(To is not null && !goesOn, "started_at < $3");
        AddIf(goesOn, "(started_at, id) < ($4, $5)");
        const string NewestFirst = "ORDER BY started_at DESC, id DESC LIMIT $6";
        var arms = Statuses
            .Where(status => Status is null || Status == status)
            .Select(status =>
                $"SELECT * FROM (SELECT {columns} FROM {orders} WHERE {string.Join(" AND ", conditions.Prepend($"status = '{status}'"))} {NewestFirst}) AS {status}"
            );
        return $"{string.Join(" UNION ALL ", arms)} {NewestFirst}";

        void AddIf(bool asked, string condition)
        {
            if (asked)
            {
                conditions.Add(condition);
            }
        }
    }
}

/// <summary>A place in the list of orders.</summary>
internal readonly record struct OrderCursor(DateTimeOffset StartedAt, string Id);
