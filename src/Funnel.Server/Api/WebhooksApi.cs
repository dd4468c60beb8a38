using Funnel.Server.Api.OpenApi;
using Funnel.Server.Events.Webhooks;
using Funnel.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Funnel.Server.Api;

/// <summary>What could not be told to webhooks, for merchants.</summary>
internal static class WebhooksApi
{
    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        var letters = app.MapMerchants().MapGroup("/v1/webhooks/{endpoint}/dead-letters");
        letters
            .MapGet("", List)
            .WithName("listDeadLetters")
            .Refuses([ProblemKind.MalformedRequest, ProblemKind.WebhookNotFound]);
        letters
            .MapPost("/replay", Replay)
            .WithName("replayDeadLetters")
            .Refuses([.. OperationProblems.Body, ProblemKind.WebhookNotFound]);
    }

    /// <summary>Lists the orders of which an endpoint could not be told.</summary>
    /// <remarks>
    /// After 24 hours of trying, or where the endpoint says 410, an order's events are given up until they are replayed, or
    /// until something else happens to that order. Other orders do not wait for them.
    /// </remarks>
    /// <param name="endpoint" example="shop">The endpoint's name in the server's configuration.</param>
    /// <param name="cursor">The <c>next</c> of the page before.</param>
    /// <param name="limit">How many at most.</param>
    /// <response code="200">The dead letters, by order.</response>
    public static async Task<Results<Ok<DeadLetterPageView>, ProblemResult>> List(
        string endpoint,
        string? cursor,
        int? limit,
        WebhookEndpoints endpoints,
        IDeliveries deliveries,
        CancellationToken cancellation
    )
    {
        if (!Paging.TryRead(limit, out var most, out var problem))
        {
            return problem;
        }

        if (endpoints.Find(endpoint) is not { } found)
        {
            return Problems.WebhookNotFound();
        }

        var page = await deliveries.FindGivenUp(found.Name, cursor, most + 1, cancellation);
        return TypedResults.Ok(
            new DeadLetterPageView(
                [.. page.Take(most).Select(DeadLetterView.Of)],
                page.Count > most ? page[most - 1].OrderId : null
            )
        );
    }

    /// <summary>Has dead letters told again.</summary>
    /// <remarks>Each order's events from the one that failed on, in order, for another 24 hours.</remarks>
    /// <param name="endpoint" example="shop">The endpoint's name in the server's configuration.</param>
    /// <param name="body">Which.</param>
    /// <response code="200">How many orders are told of again.</response>
    public static async Task<Results<Ok<ReplayedView>, ProblemResult>> Replay(
        string endpoint,
        ReplayRequest? body,
        WebhookEndpoints endpoints,
        IDeliveries deliveries,
        TimeProvider clock,
        CancellationToken cancellation
    ) =>
        endpoints.Find(endpoint) is { } found
            ? TypedResults.Ok(
                new ReplayedView(await deliveries.Replay(found.Name, body?.Order, clock.GetUtcNow(), cancellation))
            )
            : Problems.WebhookNotFound();
}

/// <summary>Which dead letters are told again.</summary>
public sealed record ReplayRequest
{
    /// <summary>One order's; left out, all of the endpoint's.</summary>
    public string? Order { get; init; }
}

/// <summary>What came of a replay.</summary>
/// <param name="Replayed">How many orders are told of again.</param>
public sealed record ReplayedView(int Replayed);

/// <summary>An order of which an endpoint could not be told.</summary>
public sealed record DeadLetterView
{
    /// <summary>The order's id.</summary>
    public required string Order { get; init; }

    /// <summary>The last of the order's revisions that the endpoint was told of; 0 for none.</summary>
    public required long Told { get; init; }

    /// <summary>The newest revision that it is to be told of.</summary>
    public required long Newest { get; init; }

    /// <summary>How often the next event has been tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it was first tried in vain.</summary>
    public required DateTimeOffset FailingSince { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public required string Reason { get; init; }

    internal static DeadLetterView Of(Delivery delivery) =>
        new()
        {
            Order = delivery.OrderId,
            Told = delivery.Sent,
            Newest = delivery.Known,
            Attempts = delivery.Attempts,
            FailingSince = delivery.FailingSince!.Value,
            Reason = delivery.Reason!,
        };
}

/// <summary>A page of dead letters.</summary>
/// <param name="DeadLetters">By order.</param>
/// <param name="Next">Where the next page begins, for <c>cursor</c>; null on the last.</param>
public sealed record DeadLetterPageView(IReadOnlyList<DeadLetterView> DeadLetters, string? Next);
