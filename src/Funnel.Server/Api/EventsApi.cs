using Funnel.Server.Api.OpenApi;
using Funnel.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Funnel.Server.Api;

/// <summary>What happened to orders, for merchants.</summary>
internal static class EventsApi
{
    public static void MapEvents(this IEndpointRouteBuilder app)
    {
        var merchants = app.MapMerchants();
        merchants.MapGet("/v1/events", Feed).WithName("listEvents").Refuses([ProblemKind.MalformedRequest]);
        merchants
            .MapGet("/v1/orders/{orderId}/events", OfOrder)
            .WithName("listOrderEvents")
            .Refuses([ProblemKind.OrderNotFound]);
    }

    /// <summary>Lists what happened to all orders, oldest first.</summary>
    /// <remarks>
    /// The feed that webhooks push. Keep <c>next</c>, and ask with it as <c>after</c> for what has happened since; no event is
    /// passed by, and none comes twice. An event can take a moment to appear.
    /// </remarks>
    /// <param name="after">The <c>next</c> of an earlier reply; left out, from the first event on.</param>
    /// <param name="limit">How many events at most.</param>
    /// <response code="200">The events, and where the next ones will be.</response>
    public static async Task<Results<Ok<EventPageView>, ProblemResult>> Feed(
        string? after,
        int? limit,
        IStore store,
        CancellationToken cancellation
    )
    {
        if (!Paging.TryRead(limit, out var most, out var problem))
        {
            return problem;
        }

        EventPosition position = default;
        if (after is not null && !EventPosition.TryParse(after, out position))
        {
            return Problems.MalformedRequest("The parameter after takes the \"next\" of an earlier reply.");
        }

        var events = await store.ReadFeed(position, most, cancellation);
        if (events.Count == 0 && position.IsAfter(await store.NewestPosition(cancellation)))
        {
            return Problems.MalformedRequest(
                "The parameter after is of another database, or of one that was restored since: begin anew without it."
            );
        }

        return TypedResults.Ok(
            new EventPageView(
                [.. events.Select(one => EventView.Of(one.Event))],
                (events is [.., var last] ? last.Position : position).ToString()
            )
        );
    }

    /// <summary>Lists what happened to an order, oldest first.</summary>
    /// <param name="orderId">The order's id.</param>
    /// <response code="200">All its events.</response>
    public static async Task<Results<Ok<EventsView>, ProblemResult>> OfOrder(
        string orderId,
        IStore store,
        CancellationToken cancellation
    )
    {
        // Every order has been started, so one without events is none.
        var events = await store.ReadEvents(orderId, cancellation);
        return events.Count > 0
            ? TypedResults.Ok(new EventsView([.. events.Select(EventView.Of)]))
            : Problems.OrderNotFound();
    }
}
