using System.Collections.Frozen;
using Funnel.Orders;

namespace Funnel.Server.Api;

/// <summary>A way in which the API says no, and the one list of them all.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">What makes its type: <c>offer-unavailable</c>.</param>
/// <param name="Meaning">When it is said, for the API's document.</param>
internal sealed record ProblemKind(int Status, string Code, string Meaning)
{
    private const string Prefix = "urn:funnel:";
    private static readonly List<ProblemKind> Listed = [];

    public static readonly ProblemKind MalformedBody = Kind(
        400,
        "malformed-body",
        "The body is no JSON, or not what the call takes."
    );
    public static readonly ProblemKind MalformedRequest = Kind(
        400,
        "malformed-request",
        "The request is not well-formed: a header, or a parameter."
    );
    public static readonly ProblemKind IdempotencyKeyInvalid = Kind(
        400,
        "idempotency-key-invalid",
        "The `Idempotency-Key` is too short, too long, or has other than visible ASCII characters."
    );
    public static readonly ProblemKind TokenMissing = Kind(
        401,
        "token-missing",
        "There is neither the order's token nor a merchant's key."
    );
    public static readonly ProblemKind MerchantKeyNeeded = Kind(
        401,
        "merchant-key-needed",
        "There is no merchant's key, or one that is not known."
    );
    public static readonly ProblemKind CustomerNotTrusted = Kind(
        403,
        "customer-not-trusted",
        "Only a request with a merchant's key may say who the customer is."
    );
    public static readonly ProblemKind NotFound = Kind(404, "not-found", "There is nothing at the address.");
    public static readonly ProblemKind FunnelNotFound = Kind(
        404,
        "funnel-not-found",
        "No funnel of that id is published."
    );
    public static readonly ProblemKind OrderNotFound = Kind(
        404,
        "order-not-found",
        "There is no such order, or the token is not its own."
    );
    public static readonly ProblemKind UnknownStep = Kind(
        404,
        RefusalCodes.UnknownStep,
        "The funnel has no such step."
    );
    public static readonly ProblemKind WebhookNotFound = Kind(
        404,
        "webhook-not-found",
        "No webhook endpoint of that name is configured."
    );
    public static readonly ProblemKind DraftNotFound = Kind(404, "draft-not-found", "The funnel has no draft.");
    public static readonly ProblemKind VersionNotFound = Kind(
        404,
        "version-not-found",
        "The funnel has no such version."
    );
    public static readonly ProblemKind MethodNotAllowed = Kind(
        405,
        "method-not-allowed",
        "The address does not take that method."
    );
    public static readonly ProblemKind StepNotReached = Kind(
        409,
        RefusalCodes.StepNotReached,
        "The walk is not, or not yet, at that step."
    );
    public static readonly ProblemKind OrderCompleted = Kind(
        409,
        RefusalCodes.OrderCompleted,
        "The order is completed and cannot change."
    );
    public static readonly ProblemKind OrderCancelled = Kind(
        409,
        RefusalCodes.OrderCancelled,
        "The order is cancelled and cannot change."
    );
    public static readonly ProblemKind OrderExpired = Kind(
        409,
        RefusalCodes.OrderExpired,
        "The order is expired and cannot change."
    );
    public static readonly ProblemKind OfferUnavailable = Kind(
        409,
        RefusalCodes.OfferUnavailable,
        "The offer is not available in this order now."
    );
    public static readonly ProblemKind OffersConflict = Kind(
        409,
        RefusalCodes.OffersConflict,
        "An offer does not go with the ones that are accepted before it."
    );
    public static readonly ProblemKind WalkNotFinished = Kind(
        409,
        RefusalCodes.WalkNotFinished,
        "There are steps left to answer."
    );
    public static readonly ProblemKind TotalChanged = Kind(
        409,
        RefusalCodes.TotalChanged,
        "The total that the shopper consents to is not the order's."
    );
    public static readonly ProblemKind NotPublishable = Kind(
        409,
        "not-publishable",
        "The definition has errors; its report is in the reply."
    );
    public static readonly ProblemKind TestsFailed = Kind(
        409,
        "tests-failed",
        "The definition fails its tests; what was otherwise than expected is in the reply."
    );
    public static readonly ProblemKind TooManyFunnels = Kind(
        409,
        "too-many-funnels",
        "There are as many funnels and drafts as there can be."
    );
    public static readonly ProblemKind DraftChanged = Kind(
        412,
        "draft-changed",
        "The draft is not, or no longer, the one that the request says."
    );
    public static readonly ProblemKind VersionChanged = Kind(
        412,
        "version-changed",
        "The newest version is not, or no longer, the one that the request says."
    );
    public static readonly ProblemKind StaleRevision = Kind(
        412,
        "stale-revision",
        "The order is no longer at the revision of `If-Match`."
    );
    public static readonly ProblemKind TooLarge = Kind(413, "too-large", "The body is too large.");
    public static readonly ProblemKind UnsupportedMediaType = Kind(
        415,
        "unsupported-media-type",
        "The body is not sent as `application/json`."
    );
    public static readonly ProblemKind IdempotencyKeyReused = Kind(
        422,
        "idempotency-key-reused",
        "The `Idempotency-Key` was used before with another body."
    );
    public static readonly ProblemKind AnswerDoesNotFit = Kind(
        422,
        RefusalCodes.AnswerDoesNotFit,
        "A form is answered with offers, or offers with inputs."
    );
    public static readonly ProblemKind UnknownOffer = Kind(
        422,
        RefusalCodes.UnknownOffer,
        "The step has no such offer."
    );
    public static readonly ProblemKind OfferTwice = Kind(
        422,
        RefusalCodes.OfferTwice,
        "One offer is accepted twice in one answer."
    );
    public static readonly ProblemKind PickOutOfRange = Kind(
        422,
        RefusalCodes.PickOutOfRange,
        "Too few or too many offers are accepted."
    );
    public static readonly ProblemKind DeclineNotPossible = Kind(
        422,
        RefusalCodes.DeclineNotPossible,
        "Something must be accepted, or filled in."
    );
    public static readonly ProblemKind NotChoosable = Kind(
        422,
        RefusalCodes.NotChoosable,
        "The answer chooses what the offer fixes."
    );
    public static readonly ProblemKind QuantityNotSold = Kind(
        422,
        RefusalCodes.QuantityNotSold,
        "The product is not sold in that quantity."
    );
    public static readonly ProblemKind ChoiceNotSold = Kind(
        422,
        RefusalCodes.ChoiceNotSold,
        "The product has no such choice."
    );
    public static readonly ProblemKind ChoicesConflict = Kind(
        422,
        RefusalCodes.ChoicesConflict,
        "The choices do not go together."
    );
    public static readonly ProblemKind ChangesNothing = Kind(
        422,
        RefusalCodes.ChangesNothing,
        "With what is chosen, nothing would change."
    );
    public static readonly ProblemKind InputsInvalid = Kind(
        422,
        RefusalCodes.InputsInvalid,
        "Inputs are missing, unknown, or not what is asked."
    );
    public static readonly ProblemKind AmountTooLarge = Kind(
        422,
        RefusalCodes.AmountTooLarge,
        "The amounts would be too large to be exact."
    );
    public static readonly ProblemKind WalkTooLong = Kind(
        422,
        "walk-too-long",
        "The actions of a walk take longer than they may."
    );
    public static readonly ProblemKind DraftUnseen = Kind(
        428,
        "draft-unseen",
        "There is a draft, and the request does not say by `If-Match` that its sender has seen it."
    );
    public static readonly ProblemKind TooManyRequests = Kind(
        429,
        "too-many-requests",
        "Too many orders were started from one address."
    );
    public static readonly ProblemKind InternalError = Kind(500, "internal-error", "A bug, which was written down.");
    public static readonly ProblemKind StoreUnavailable = Kind(
        503,
        "store-unavailable",
        "Orders cannot be reached now; the same request can be sent again."
    );

    public static readonly ProblemKind VersionUnreadable = Kind(
        503,
        "version-unreadable",
        "A later release of the server has published the funnel's version, and this one cannot read it."
    );
    public static readonly ProblemKind TooManyChecks = Kind(
        503,
        "too-many-checks",
        "More definitions are to be checked than can be soon; the same request can be sent again."
    );

    private static readonly FrozenDictionary<string, ProblemKind> ByCode = Listed.ToFrozenDictionary(kind => kind.Code);

    public static IReadOnlyList<ProblemKind> All => Listed;

    /// <summary>The URI that says it.</summary>
    public string Type => Prefix + Code;

    /// <summary>The same in a few words.</summary>
    public string Title => char.ToUpperInvariant(Code[0]) + Code[1..].Replace('-', ' ');

    /// <summary>Whether the order's state is the reason, so that the reply shows the order.</summary>
    public bool ShowsOrder => Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed;

    public static ProblemKind Of(Refusal refusal) => ByCode[refusal.Code];

    private static ProblemKind Kind(int status, string code, string meaning)
    {
        var kind = new ProblemKind(status, code, meaning);
        Listed.Add(kind);
        return kind;
    }
}
