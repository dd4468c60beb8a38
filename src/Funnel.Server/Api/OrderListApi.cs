using Funnel.Server.Api.OpenApi;
using Funnel.Server.Orders;
using Funnel.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Funnel.Server.Api;

/// <summary>Orders, for merchants.</summary>
internal static class OrderListApi
{
    public static void MapOrderList(this IEndpointRouteBuilder app) =>
        app.MapMerchants().MapGet("/v1/orders", List).WithName("listOrders").Refuses([ProblemKind.MalformedRequest]);

    /// <summary>Lists orders, newest first.</summary>
    /// <remarks>The filters go together. An order that nobody touches is listed as expired a moment after it is.</remarks>
    /// <param name="funnel" example="print-shop">Those of one funnel.</param>
    /// <param name="status" example="completed">Those that are <c>open</c>, <c>completed</c>, <c>cancelled</c> or <c>expired</c>.</param>
    /// <param name="from">Those that were started at that moment or later.</param>
    /// <param name="to">Those that were started before that moment.</param>
    /// <param name="cursor">The <c>next</c> of the page before.</param>
    /// <param name="limit">How many orders at most.</param>
    /// <response code="200">The orders, and where the next page begins.</response>
    public static async Task<Results<Ok<OrderPageView>, ProblemResult>> List(
        string? funnel,
        string? status,
        DateTimeOffset? from,
        DateTimeOffset? to,
        string? cursor,
        int? limit,
        OrderBook orders,
        CancellationToken cancellation
    )
    {
        if (!Paging.TryRead(limit, out var most, out var problem))
        {
            return problem;
        }

        if (status is not null && !OrderFilter.Statuses.Contains(status))
        {
            return Problems.MalformedRequest(
                $"The parameter status takes one of {string.Join(", ", OrderFilter.Statuses)}."
            );
        }

        OrderCursor after = default;
        if (cursor is not null && !Paging.TryRead(cursor, out after))
        {
            return Problems.MalformedRequest("The parameter cursor takes the \"next\" of the page before.");
        }

        var filter = new OrderFilter
        {
            FunnelId = funnel,
            Status = status,
            From = from,
            To = to,
            After = cursor is null ? null : after,
        };
        // One more than is asked for tells whether there is a next page.
        var page = await orders.List(filter, most + 1, cancellation);
        var shown = page.Take(most).ToList();
        return TypedResults.Ok(
            new OrderPageView(
                [.. shown.Select(order => OrderSummaryView.Of(order, orders.Now))],
                page.Count > most ? Paging.Text(new(shown[^1].Stored.StartedAt, shown[^1].Stored.Id)) : null
            )
        );
    }
}
