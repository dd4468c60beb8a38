using System.Text.Json;
using Funnel.Orders;
using Funnel.Server.Funnels;
using Funnel.Server.Orders;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Order = Funnel.Orders.Order;

namespace Funnel.Server.Api;

/// <summary>The shoppers' half of the API.</summary>
internal static class OrdersApi
{
    private const string IfMatch = "If-Match";

    public static void MapOrders(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/funnels/{funnelId}/orders", Start)
            .WithName("startOrder")
            .WithTags("Orders")
            .RequireRateLimiting(RateLimits.Starts);

        var orders = app.MapGroup("/v1/orders/{orderId}").WithTags("Orders").AddEndpointFilter<OrderTokenFilter>();
        orders.MapGet("", View).WithName("viewOrder");
        orders.MapPut("/answers/{stepId}", Answer).WithName("answerStep");
        orders.MapDelete("/answers/{stepId}", Back).WithName("goBack");
        orders.MapPost("/preview", Preview).WithName("previewAnswer");
        orders.MapPost("/complete", Complete).WithName("completeOrder");
        orders.MapPost("/cancel", Cancel).WithName("cancelOrder");
    }

    /// <summary>Starts an order.</summary>
    private static async Task<Results<Created<OrderView>, ProblemResult>> Start(
        string funnelId,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        StartRequest? body,
        StartReader reader,
        PublishedFunnels funnels,
        OrderBook orders,
        HttpContext http
    )
    {
        if (!funnels.Newest.TryGetValue(funnelId, out var funnel))
        {
            return Problems.FunnelNotFound();
        }

        if (idempotencyKey is not null && !IdempotencyKey.IsValid(idempotencyKey))
        {
            return Problems.IdempotencyKeyInvalid();
        }

        var request = body ?? new();
        if (!reader.TryRead(request, funnel, http.Request, orders.Now, out var start, out var problem))
        {
            return problem;
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(request, ApiJson.Default.StartRequest);
        var started = await orders.Start(funnel, start, request.Locale is not null, idempotencyKey, bytes, http.RequestAborted);
        if (started is not var (order, token))
        {
            return Problems.IdempotencyKeyReused();
        }

        http.Response.Headers.ETag = Revisions.ETag(order.Revision);
        var view = OrderViews.Of(order, Languages.Of(order, http.Request), orders.Now, token: token);
        return TypedResults.Created($"/v1/orders/{order.Id}", view);
    }

    /// <summary>Shows an order.</summary>
    private static async Task<Results<Ok<OrderView>, ProblemResult>> View(string orderId, OrderBook orders, HttpContext http) =>
        await orders.Find(orderId, http.RequestAborted) is { } order ? Ok(order, http, orders.Now, null) : Problems.OrderNotFound();

    /// <summary>Answers a step, or changes an earlier answer.</summary>
    private static Task<Results<Ok<OrderView>, ProblemResult>> Answer(
        string orderId,
        string stepId,
        AnswerRequest body,
        [FromHeader(Name = IfMatch)] string? ifMatch,
        OrderBook orders,
        HttpContext http
    ) =>
        body.ToAnswer() is { } answer
            ? Change(orderId, stepId, ifMatch, orders, http, (order, now) => order.Answer(stepId, answer, now))
            : Task.FromResult<Results<Ok<OrderView>, ProblemResult>>(NoAnswer());

    /// <summary>Goes back to a step: drops its answer and all later ones.</summary>
    private static Task<Results<Ok<OrderView>, ProblemResult>> Back(
        string orderId,
        string stepId,
        [FromHeader(Name = IfMatch)] string? ifMatch,
        OrderBook orders,
        HttpContext http
    ) => Change(orderId, stepId, ifMatch, orders, http, (order, now) => order.Back(stepId, now));

    /// <summary>Shows the order as an answer would make it. Stores nothing.</summary>
    private static async Task<Results<Ok<OrderView>, ProblemResult>> Preview(
        string orderId,
        PreviewRequest body,
        OrderBook orders,
        HttpContext http
    )
    {
        if (body.ToAnswer() is not { } answer)
        {
            return NoAnswer();
        }

        if (await orders.Find(orderId, http.RequestAborted) is not { } order)
        {
            return Problems.OrderNotFound();
        }

        var now = orders.Now;
        return Reply(new(order, order.Order.Answer(body.Step, answer, now), now), http);
    }

    /// <summary>Completes an order, with the shopper's consent to its exact total.</summary>
    private static async Task<Results<Ok<OrderView>, ProblemResult>> Complete(
        string orderId,
        CompleteRequest body,
        [FromHeader(Name = IfMatch)] string? ifMatch,
        OrderBook orders,
        HttpContext http
    )
    {
        if (await orders.FindRemembered(orderId, http.RequestAborted) is not { } known)
        {
            return Problems.OrderNotFound();
        }

        return MoneyText.TryRead(body.Total, known.Funnel.Machine.Definition.Currency, out var total)
            ? await Change(orderId, null, ifMatch, orders, http, (order, now) => order.Complete(total, now))
            : Problems.MalformedBody("/total", "Send the total as the view says it: an amount in major units as a text.");
    }

    /// <summary>Cancels an order.</summary>
    private static Task<Results<Ok<OrderView>, ProblemResult>> Cancel(
        string orderId,
        [FromHeader(Name = IfMatch)] string? ifMatch,
        OrderBook orders,
        HttpContext http
    ) => Change(orderId, null, ifMatch, orders, http, static (order, now) => order.Cancel(now));

    private static async Task<Results<Ok<OrderView>, ProblemResult>> Change(
        string orderId,
        string? stepId,
        string? ifMatch,
        OrderBook orders,
        HttpContext http,
        Func<Order, DateTimeOffset, Outcome> act
    ) =>
        Revisions.TryReadIfMatch(ifMatch, out var expected)
            ? Reply(await orders.Change(orderId, expected, act, stepId, http.RequestAborted), http)
            : Problems.MalformedRequest("If-Match takes the ETag of an earlier reply.");

    private static Results<Ok<OrderView>, ProblemResult> Reply(ChangeResult result, HttpContext http) =>
        result.Outcome switch
        {
            Outcome.Changed changed => Ok(result.Order with { Order = changed.Order }, http, result.At, changed.Dropped),
            Outcome.Unchanged => Ok(result.Order, http, result.At, null),
            Outcome.Refused refused => Problems.Of(refused.Refusal, ViewOf(result.Order, http, result.At)),
            _ => Problems.StaleRevision(ViewOf(result.Order, http, result.At)),
        };

    private static Ok<OrderView> Ok(KeptOrder order, HttpContext http, DateTimeOffset now, IReadOnlyList<DroppedAnswer>? dropped)
    {
        http.Response.Headers.ETag = Revisions.ETag(order.Revision);
        return TypedResults.Ok(ViewOf(order, http, now, dropped));
    }

    private static OrderView ViewOf(KeptOrder order, HttpContext http, DateTimeOffset now, IReadOnlyList<DroppedAnswer>? dropped = null) =>
        OrderViews.Of(order, Languages.Of(order, http.Request), now, dropped);

    private static ProblemResult NoAnswer() =>
        Problems.MalformedBody("", "An answer is exactly one of accept, decline: true, or inputs.");
}
