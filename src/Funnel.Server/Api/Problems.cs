using Funnel.Orders;

namespace Funnel.Server.Api;

/// <summary>Every way in which the API says no: the one map from what went wrong to type and status.</summary>
internal static class Problems
{
    private const string Prefix = "urn:funnel:";

    public static ProblemResult Of(Refusal refusal, OrderView order)
    {
        var status = StatusOf(refusal);
        return Make(
            refusal.Code,
            status,
            refusal.Message,
            refusal.Faults is [] ? null : [.. refusal.Faults.Select(View)],
            status is StatusCodes.Status409Conflict ? order : null
        );
    }

    public static ProblemResult InputsInvalid(IEnumerable<Fault> faults) =>
        Make(
            "inputs-invalid",
            StatusCodes.Status422UnprocessableEntity,
            "Some inputs are missing or not what is asked.",
            [.. faults.Select(View)]
        );

    public static ProblemResult MalformedBody(string pointer, string what) =>
        Make("malformed-body", StatusCodes.Status400BadRequest, "The body is not what this call takes.", [new(pointer, what)]);

    public static ProblemResult MalformedRequest(string detail) => Make("malformed-request", StatusCodes.Status400BadRequest, detail);

    public static ProblemResult IdempotencyKeyInvalid() =>
        Make(
            "idempotency-key-invalid",
            StatusCodes.Status400BadRequest,
            $"An Idempotency-Key has {IdempotencyKey.Least} to {IdempotencyKey.Most} visible ASCII characters and must not be guessable: use a random UUID."
        );

    public static ProblemResult IdempotencyKeyReused() =>
        Make(
            "idempotency-key-reused",
            StatusCodes.Status422UnprocessableEntity,
            "The Idempotency-Key was used before with another body. Use a new key for a new order."
        );

    public static ProblemResult TokenMissing() =>
        Make(
            "token-missing",
            StatusCodes.Status401Unauthorized,
            "Send the order's token, or a merchant's key, as \"Authorization: Bearer …\"."
        );

    public static ProblemResult OrderNotFound() =>
        Make("order-not-found", StatusCodes.Status404NotFound, "There is no such order, or it is not yours.");

    public static ProblemResult FunnelNotFound() =>
        Make("funnel-not-found", StatusCodes.Status404NotFound, "No funnel of that id is published.");

    public static ProblemResult CustomerNotTrusted() =>
        Make(
            "customer-not-trusted",
            StatusCodes.Status403Forbidden,
            "What customer says can decide prices: send it from the shop's own server with a merchant's key.",
            [new("/customer", "Leave it out, or send a merchant's key.")]
        );

    public static ProblemResult StaleRevision(OrderView order) =>
        Make(
            "stale-revision",
            StatusCodes.Status412PreconditionFailed,
            $"The order is at revision {order.Revision}, not at the one of If-Match. Look at it, and try again.",
            order: order
        );

    public static ProblemResult StoreUnavailable() =>
        Make(
            "store-unavailable",
            StatusCodes.Status503ServiceUnavailable,
            "Orders cannot be reached now. The same request can safely be sent again in a moment."
        );

    public static ProblemResult TooManyRequests() =>
        Make("too-many-requests", StatusCodes.Status429TooManyRequests, "Too many orders were started from this address. Wait a moment.");

    /// <summary>What the framework refused before any of our code was asked.</summary>
    public static ProblemResult OfStatus(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => Make("not-found", status, "There is nothing at this address."),
            StatusCodes.Status405MethodNotAllowed => Make("method-not-allowed", status, "This address does not take that method."),
            StatusCodes.Status413PayloadTooLarge => Make("too-large", status, "The body is too large."),
            StatusCodes.Status415UnsupportedMediaType => Make("unsupported-media-type", status, "Send JSON, as \"Content-Type: application/json\"."),
            >= StatusCodes.Status500InternalServerError => Make("internal-error", status, "Something went wrong here, and was written down."),
            _ => Make("malformed-request", status, "The request is not well-formed."),
        };

    private static int StatusOf(Refusal refusal) =>
        refusal switch
        {
            Refusal.UnknownStep => StatusCodes.Status404NotFound,
            Refusal.StepNotReached
            or Refusal.OrderClosed
            or Refusal.OfferUnavailable
            or Refusal.OffersConflict
            or Refusal.WalkNotFinished
            or Refusal.TotalChanged => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        };

    private static FaultView View(Fault fault) => new(fault.Pointer, fault.Message);

    private static ProblemResult Make(
        string code,
        int status,
        string detail,
        IReadOnlyList<FaultView>? errors = null,
        OrderView? order = null
    ) =>
        new(
            new()
            {
                Type = Prefix + code,
                Title = char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' '),
                Status = status,
                Detail = detail,
                Errors = errors,
                Order = order,
            }
        );
}
