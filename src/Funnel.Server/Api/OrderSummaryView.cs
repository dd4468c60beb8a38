using Funnel.Orders;
using Funnel.Server.Orders;

namespace Funnel.Server.Api;

/// <summary>An order in a list of orders. Where this release of the server cannot read its version of the funnel, which a later one has published, <c>abandonedAt</c>, <c>reached</c>, <c>currency</c> and <c>total</c> are null.</summary>
public sealed record OrderSummaryView
{
    /// <summary>The order's id.</summary>
    public required string Id { get; init; }

    /// <summary>The funnel version that it started with and keeps.</summary>
    public required FunnelReference Funnel { get; init; }

    /// <summary>It can change only while it is <c>open</c>.</summary>
    public required OrderStatus Status { get; init; }

    /// <summary>1 at its start, one more with every change.</summary>
    public required long Revision { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When its shopper last changed something.</summary>
    public required DateTimeOffset TouchedAt { get; init; }

    /// <summary>When it expires if nobody touches it.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was found abandoned, for the first time; null where it has not been.</summary>
    public required DateTimeOffset? AbandonedAt { get; init; }

    /// <summary>The step that its walk has reached; null at its end.</summary>
    public required string? Reached { get; init; }

    /// <summary>ISO 4217 code; null where the funnel cannot be read.</summary>
    public required string? Currency { get; init; }

    /// <summary>What it comes to, written in the order's own language; null where the funnel cannot be read.</summary>
    public required MoneyView? Total { get; init; }

    internal static OrderSummaryView Of(ListedOrder listed, DateTimeOffset now)
    {
        var (stored, order) = (listed.Stored, listed.Order?.Order);
        var currency = order?.Walk.Machine.Definition.Currency;
        return new()
        {
            Id = stored.Id,
            Funnel = new(stored.FunnelId, stored.FunnelVersion),
            Status = order?.StatusAt(now) ?? Enum.Parse<OrderStatus>(stored.Status, ignoreCase: true),
            Revision = stored.Revision,
            StartedAt = stored.StartedAt,
            TouchedAt = stored.TouchedAt,
            ExpiresAt = stored.ExpiresAt,
            AbandonedAt = order?.AbandonedAt,
            Reached = order?.Walk.Current?.Id,
            Currency = currency?.Code,
            Total = currency is null
                ? null
                : MoneyText.For(order!.Walk.Start.Locale, currency).Plain(order.Walk.Basket.Total),
        };
    }
}

/// <summary>A page of a list of orders.</summary>
/// <param name="Orders">Newest first.</param>
/// <param name="Next">Where the next page begins, for <c>cursor</c>; null on the last.</param>
public sealed record OrderPageView(IReadOnlyList<OrderSummaryView> Orders, string? Next);
