using System.Text.Json;
using Funnel.Orders;
using Funnel.Server.Api.OpenApi;
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
            .WithTags(Tags.Orders)
            .RequireRateLimiting(RateLimits.Starts)
            .Serves(Access.AnyoneOrMerchant)
            .Refuses(OperationProblems.Start);

        var orders = app.MapGroup("/v1/orders/{orderId}")
            .WithTags(Tags.Orders)
            .Serves(Access.OrderHolder)
            .Refuses(OperationProblems.Order);
        orders.MapGet("", View).WithName("viewOrder");
        orders.MapGet("/answers/{stepId}", ViewAnswer).WithName("viewAnswer").Refuses(OperationProblems.ViewAnswer);
        orders.MapPut("/answers/{stepId}", Answer).WithName("answerStep").Refuses(OperationProblems.Answer);
        orders.MapDelete("/answers/{stepId}", Back).WithName("goBack").Refuses(OperationProblems.Back);
        orders.MapPut("/inputs", ChangeInputs).WithName("changeInputs").Refuses(OperationProblems.Inputs);
        orders.MapPost("/preview", Preview).WithName("previewAnswer").Refuses(OperationProblems.Preview);
        orders.MapPost("/complete", Complete).WithName("completeOrder").Refuses(OperationProblems.Complete);
        orders.MapPost("/cancel", Cancel).WithName("cancelOrder").Refuses(OperationProblems.Cancel);
    }

    /// <summary>Starts an order.</summary>
    /// <remarks>
    /// The reply shows the first step, and the order's token: keep it, it is shown this once and opens the order from now
    /// on. The body may be left out. With an <c>Idempotency-Key</c> the call can be repeated: the same key and body give the
    /// same order and token again.
    /// </remarks>
    /// <param name="funnelId" example="print-shop">A published funnel.</param>
    /// <param name="body">What is known of the shopper.</param>
    /// <response code="201">The order was started, or had been with the same key and body.</response>
    public static async Task<Results<Created<OrderView>, ProblemResult>> Start(
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
        var started = await orders.Start(
            funnel,
            start,
            request.Locale is not null,
            idempotencyKey,
            bytes,
            http.RequestAborted
        );
        if (started is not var (order, token))
        {
            return Problems.IdempotencyKeyReused();
        }

        http.Response.Headers.ETag = Revisions.ETag(order.Revision);
        var view = OrderViews.Of(order, Languages.Of(order, http.Request), orders.Now, token: token);
        return TypedResults.Created($"/v1/orders/{order.Id}", view);
    }

    /// <summary>Shows an order.</summary>
    /// <remarks>All that a page needs: where the walk stands, what can be chosen at what price, and what may be done next.</remarks>
    /// <param name="orderId">The order, as the reply that started it names it.</param>
    /// <response code="200">The order as it is.</response>
    public static async Task<Results<Ok<OrderView>, ProblemResult>> View(
        string orderId,
        OrderBook orders,
        HttpContext http
    ) =>
        await orders.Find(orderId, http.RequestAborted) is { } order
            ? Ok(order, http, orders.Now, null)
            : Problems.OrderNotFound();

    /// <summary>Shows an answered step with its answer.</summary>
    /// <remarks>
    /// For a page on which the shopper changes an earlier answer. The step is asked as it was then, its deltas those of the order
    /// before the answer, at the prices of today; what is chosen is written out. The very answer can be sent again.
    /// </remarks>
    /// <param name="orderId">The order, as the reply that started it names it.</param>
    /// <param name="stepId" example="cards">A step that was answered.</param>
    /// <response code="200">The step, and its answer.</response>
    public static async Task<Results<Ok<AnsweredStepView>, ProblemResult>> ViewAnswer(
        string orderId,
        string stepId,
        OrderBook orders,
        HttpContext http
    )
    {
        if (await orders.Find(orderId, http.RequestAborted) is not { } order)
        {
            return Problems.OrderNotFound();
        }

        var now = orders.Now;
        if (!order.Order.TryFindAnswer(stepId, now, out var answered, out var refusal))
        {
            return Problems.Of(refusal, ViewOf(order, http, now));
        }

        http.Response.Headers.ETag = Revisions.ETag(order.Revision);
        return TypedResults.Ok(OrderViews.Of(order, answered, Languages.Of(order, http.Request), now));
    }

    /// <summary>Answers a step, or changes an earlier answer.</summary>
    /// <remarks>
    /// An answer is exactly one of <c>accept</c>, <c>decline</c> and <c>inputs</c>. The same answer again changes nothing, so
    /// a double click and a repeated request are safe. After a change to an earlier answer the later ones are kept as far
    /// as they still fit; <c>dropped</c> names the others.
    /// </remarks>
    /// <param name="orderId">The order, as the reply that started it names it.</param>
    /// <param name="stepId" example="cards">The current step, or one that was answered.</param>
    /// <param name="body">The answer.</param>
    /// <response code="200">The order with the answer: its <c>step</c> is the next.</response>
    public static Task<Results<Ok<OrderView>, ProblemResult>> Answer(
        string orderId,
        string stepId,
        AnswerRequest body,
        [FromHeader(Name = IfMatch)] string? ifMatch,
        OrderBook orders,
        HttpContext http
    ) =>
        body.TryRead(out var answer, out var problem)
            ? Change(orderId, stepId, ifMatch, orders, http, (order, now) => order.Answer(stepId, answer, now))
            : Task.FromResult<Results<Ok<OrderView>, ProblemResult>>(problem);

    /// <summary>Goes back to a step.</summary>
    /// <remarks>Drops the step's answer and all later ones, and makes it the current step. To change one answer and keep the later ones, answer that step again instead.</remarks>
    /// <param name="orderId">The order, as the reply that started it names it.</param>
    /// <param name="stepId" example="cards">A step that was answered.</param>
    /// <response code="200">The order at that step.</response>
    public static Task<Results<Ok<OrderView>, ProblemResult>> Back(
        string orderId,
        string stepId,
        [FromHeader(Name = IfMatch)] string? ifMatch,
        OrderBook orders,
        HttpContext http
    ) => Change(orderId, stepId, ifMatch, orders, http, (order, now) => order.Back(stepId, now));

    /// <summary>Changes what was handed over when the order started.</summary>
    /// <remarks>
    /// Takes the place of all of it: a shopper's logo may come, or be another, while the order is open. Answers are kept as far as
    /// they still fit; <c>dropped</c> names the others. The same inputs again change nothing.
    /// </remarks>
    /// <param name="orderId">The order, as the reply that started it names it.</param>
    /// <param name="body">What is handed over from now on.</param>
    /// <response code="200">The order with it.</response>
    public static Task<Results<Ok<OrderView>, ProblemResult>> ChangeInputs(
        string orderId,
        InputsRequest body,
        [FromHeader(Name = IfMatch)] string? ifMatch,
        OrderBook orders,
        HttpContext http
    )
    {
        var inputs = AnswerRequest.Given(body.Inputs);
        return Change(orderId, null, ifMatch, orders, http, (order, now) => order.ChangeInputs(inputs, now));
    }

    /// <summary>Shows the order as an answer would make it.</summary>
    /// <remarks>Stores nothing: for what a page shows while the shopper still chooses. It says no exactly where answering would.</remarks>
    /// <param name="orderId">The order, as the reply that started it names it.</param>
    /// <param name="body">The step, and the answer to try out.</param>
    /// <response code="200">The order as it would be, at the revision at which it still is.</response>
    public static async Task<Results<Ok<OrderView>, ProblemResult>> Preview(
        string orderId,
        PreviewRequest body,
        OrderBook orders,
        HttpContext http
    )
    {
        if (!body.TryRead(out var answer, out var problem))
        {
            return problem;
        }

        if (await orders.Find(orderId, http.RequestAborted) is not { } order)
        {
            return Problems.OrderNotFound();
        }

        var now = orders.Now;
        return Reply(new(order, order.Order.Answer(body.Step, answer, now), now), http);
    }

    /// <summary>Completes an order.</summary>
    /// <remarks>
    /// Takes the shopper's consent to the exact total. Where the order's total is another, nothing happens and the reply shows the
    /// order. Completing again gives the same order.
    /// </remarks>
    /// <param name="orderId">The order, as the reply that started it names it.</param>
    /// <param name="body">The total that the shopper was shown.</param>
    /// <response code="200">The completed order.</response>
    public static async Task<Results<Ok<OrderView>, ProblemResult>> Complete(
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

        return body.TryRead(known.Funnel.Machine.Definition.Currency, out var total, out var problem)
            ? await Change(orderId, null, ifMatch, orders, http, (order, now) => order.Complete(total, now))
            : problem;
    }

    /// <summary>Cancels an order.</summary>
    /// <remarks>It stays readable, and cannot change any more. Cancelling again gives the same order.</remarks>
    /// <param name="orderId">The order, as the reply that started it names it.</param>
    /// <response code="200">The cancelled order.</response>
    public static Task<Results<Ok<OrderView>, ProblemResult>> Cancel(
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
            Outcome.Changed changed => Ok(
                result.Order with
                {
                    Order = changed.Order,
                },
                http,
                result.At,
                changed.Dropped
            ),
            Outcome.Unchanged => Ok(result.Order, http, result.At, null),
            Outcome.Refused refused => Problems.Of(refused.Refusal, ViewOf(result.Order, http, result.At)),
            _ => Problems.StaleRevision(ViewOf(result.Order, http, result.At)),
        };

    private static Ok<OrderView> Ok(
        KeptOrder order,
        HttpContext http,
        DateTimeOffset now,
        IReadOnlyList<DroppedAnswer>? dropped
    ) => TypedResults.Ok(ViewOf(order, http, now, dropped));

    /// <summary>The view, and its revision in the reply's header, which a refusal that does not show the view bears too.</summary>
    private static OrderView ViewOf(
        KeptOrder order,
        HttpContext http,
        DateTimeOffset now,
        IReadOnlyList<DroppedAnswer>? dropped = null
    )
    {
        http.Response.Headers.ETag = Revisions.ETag(order.Revision);
        return OrderViews.Of(order, Languages.Of(order, http.Request), now, dropped);
    }
}
