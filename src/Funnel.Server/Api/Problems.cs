using Funnel.Checking;
using Funnel.Orders;
using Funnel.Server.Funnels;
using Funnel.Server.Storage;
using Funnel.Testing;

namespace Funnel.Server.Api;

/// <summary>What the API says when it says no: for each way a reply.</summary>
internal static class Problems
{
    /// <param name="order">As it is; told where its state is the reason.</param>
    public static ProblemResult Of(Refusal refusal, OrderView? order)
    {
        var kind = ProblemKind.Of(refusal);
        return Make(
            kind,
            refusal.Message,
            refusal.Faults is [] ? null : [.. refusal.Faults.Select(View)],
            kind.ShowsOrder ? order : null
        );
    }

    /// <summary>What an order's call would have said, where the same was one of many actions.</summary>
    public static ProblemResult OfAction(int action, ProblemResult problem, OrderView order) =>
        new(problem.Value with { Action = action, Order = order });

    public static ProblemResult InputsInvalid(IEnumerable<Fault> faults) =>
        Make(ProblemKind.InputsInvalid, "Some inputs are missing or not what is asked.", [.. faults.Select(View)]);

    public static ProblemResult MalformedBody(string pointer, string what) =>
        Make(ProblemKind.MalformedBody, "The body is not what this call takes.", [new(pointer, what)]);

    public static ProblemResult MalformedRequest(string detail) => Make(ProblemKind.MalformedRequest, detail);

    public static ProblemResult IdempotencyKeyInvalid() =>
        Make(
            ProblemKind.IdempotencyKeyInvalid,
            $"An Idempotency-Key has {IdempotencyKey.Least} to {IdempotencyKey.Most} visible ASCII characters and must not be guessable: use a random UUID."
        );

    public static ProblemResult IdempotencyKeyReused() =>
        Make(
            ProblemKind.IdempotencyKeyReused,
            "The Idempotency-Key was used before with another body. Use a new key for a new order."
        );

    public static ProblemResult TokenMissing() =>
        Make(ProblemKind.TokenMissing, "Send the order's token, or a merchant's key, as \"Authorization: Bearer …\".");

    public static ProblemResult MerchantKeyNeeded() =>
        Make(ProblemKind.MerchantKeyNeeded, "Send a merchant's key as \"Authorization: Bearer …\".");

    public static ProblemResult OrderNotFound() =>
        Make(ProblemKind.OrderNotFound, "There is no such order, or it is not yours.");

    public static ProblemResult FunnelNotFound() =>
        Make(ProblemKind.FunnelNotFound, "No funnel of that id is published.");

    public static ProblemResult DraftNotFound() =>
        Make(ProblemKind.DraftNotFound, "The funnel has no draft. Save one with PUT.");

    public static ProblemResult VersionNotFound() =>
        Make(ProblemKind.VersionNotFound, "The funnel has no such version. GET /v1/funnels/{id}/versions lists them.");

    public static ProblemResult NotPublishable(CheckReport report) =>
        Make(
            ProblemKind.NotPublishable,
            "It has errors, which its report tells. Mend them in the draft.",
            report: ReportView.Of(report)
        );

    public static ProblemResult TestsFailed(TestReport tests) =>
        Make(
            ProblemKind.TestsFailed,
            "It is not published: the report tells what the tests expect and what the draft does, with the place in the tests.",
            report: ReportView.Of(tests)
        );

    public static ProblemResult TooManyFunnels() =>
        Make(
            ProblemKind.TooManyFunnels,
            $"There are {Drafts.MostFunnels} funnels and drafts already. Remove drafts that nobody needs; GET /v1/drafts lists them."
        );

    /// <param name="current">The draft that is there; null where there is none.</param>
    public static ProblemResult DraftChanged(DraftSummary? current) =>
        Make(
            ProblemKind.DraftChanged,
            current is null
                ? "There is no draft any more. Save yours with If-None-Match: *, or leave it."
                : $"The draft was saved with the key \"{current.SavedBy}\" at {current.SavedAt:u}. Look at it, and change that one."
        );

    public static ProblemResult VersionChanged() =>
        Make(
            ProblemKind.VersionChanged,
            "Somebody has published meanwhile, so nothing was published now. Look at the newest version and at what yours changes of it, and publish over that one."
        );

    public static ProblemResult DraftUnseen(DraftSummary current) =>
        Make(
            ProblemKind.DraftUnseen,
            $"There is a draft, saved with the key \"{current.SavedBy}\" at {current.SavedAt:u}. Look at it, and send its ETag as If-Match to change it."
        );

    public static ProblemResult VersionUnreadable() =>
        Make(
            ProblemKind.VersionUnreadable,
            "This release of the server cannot read a version of the funnel that a later one has published. Ask another instance, or update this one."
        );

    public static ProblemResult TooManyChecks() =>
        Make(
            ProblemKind.TooManyChecks,
            "More definitions are being checked than can be soon. Send the same request again in a moment."
        );

    public static ProblemResult WalkTooLong(TimeSpan most) =>
        Make(
            ProblemKind.WalkTooLong,
            $"The actions take longer than the {most.TotalSeconds:0} seconds that they may. Send fewer, or make the definition simpler where choices are many."
        );

    public static ProblemResult WebhookNotFound() =>
        Make(ProblemKind.WebhookNotFound, "No webhook endpoint of that name is configured.");

    public static ProblemResult CustomerNotTrusted() =>
        Make(
            ProblemKind.CustomerNotTrusted,
            "What customer says can decide prices: send it from the shop's own server with a merchant's key.",
            [new("/customer", "Leave it out, or send a merchant's key.")]
        );

    public static ProblemResult StaleRevision(OrderView order) =>
        Make(
            ProblemKind.StaleRevision,
            $"The order is at revision {order.Revision}, not at the one of If-Match. Look at it, and try again.",
            order: order
        );

    public static ProblemResult StoreUnavailable() =>
        Make(
            ProblemKind.StoreUnavailable,
            "Orders cannot be reached now. The same request can safely be sent again in a moment."
        );

    public static ProblemResult TooManyRequests() =>
        Make(ProblemKind.TooManyRequests, "Too many orders were started from this address. Wait a moment.");

    /// <summary>What the framework refused before any of our code was asked.</summary>
    public static ProblemResult OfStatus(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => Make(ProblemKind.NotFound, "There is nothing at this address."),
            StatusCodes.Status405MethodNotAllowed => Make(
                ProblemKind.MethodNotAllowed,
                "This address does not take that method."
            ),
            StatusCodes.Status413PayloadTooLarge => Make(ProblemKind.TooLarge, "The body is too large."),
            StatusCodes.Status415UnsupportedMediaType => Make(
                ProblemKind.UnsupportedMediaType,
                "Send JSON, as \"Content-Type: application/json\"."
            ),
            >= StatusCodes.Status500InternalServerError => Make(
                ProblemKind.InternalError with
                {
                    Status = status,
                },
                "Something went wrong here, and was written down."
            ),
            _ => Make(ProblemKind.MalformedRequest with { Status = status }, "The request is not well-formed."),
        };

    private static FaultView View(Fault fault) => new(fault.Pointer, fault.Message);

    private static ProblemResult Make(
        ProblemKind kind,
        string detail,
        IReadOnlyList<FaultView>? errors = null,
        OrderView? order = null,
        ReportView? report = null
    ) =>
        new(
            new()
            {
                Type = kind.Type,
                Title = kind.Title,
                Status = kind.Status,
                Detail = detail,
                Errors = errors,
                Order = order,
                Report = report,
            }
        );
}
