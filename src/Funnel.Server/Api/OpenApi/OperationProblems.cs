namespace Funnel.Server.Api.OpenApi;

/// <summary>The ways in which an operation says no.</summary>
internal sealed record OperationProblems(IReadOnlyList<ProblemKind> Kinds)
{
    public static readonly IReadOnlyList<ProblemKind> Body =
    [
        ProblemKind.MalformedBody,
        ProblemKind.MalformedRequest,
        ProblemKind.TooLarge,
        ProblemKind.UnsupportedMediaType,
    ];

    public static readonly IReadOnlyList<ProblemKind> Start =
    [
        .. Body,
        ProblemKind.IdempotencyKeyInvalid,
        ProblemKind.CustomerNotTrusted,
        ProblemKind.FunnelNotFound,
        ProblemKind.InputsInvalid,
        ProblemKind.IdempotencyKeyReused,
        ProblemKind.TooManyRequests,
        ProblemKind.StoreUnavailable,
    ];

    /// <summary>Of every call that wants a merchant's key.</summary>
    public static readonly IReadOnlyList<ProblemKind> Merchant =
    [
        ProblemKind.MerchantKeyNeeded,
        ProblemKind.StoreUnavailable,
    ];

    /// <summary>Of every call for one order.</summary>
    public static readonly IReadOnlyList<ProblemKind> Order =
    [
        ProblemKind.TokenMissing,
        ProblemKind.OrderNotFound,
        ProblemKind.StoreUnavailable,
        ProblemKind.VersionUnreadable,
    ];

    /// <summary>Of every call that changes a draft.</summary>
    public static readonly IReadOnlyList<ProblemKind> Draft =
    [
        ProblemKind.MalformedRequest,
        ProblemKind.DraftChanged,
        ProblemKind.DraftUnseen,
    ];

    /// <summary>Of every call that looks at whichever version is named, or at the draft.</summary>
    public static readonly IReadOnlyList<ProblemKind> AnyVersion =
    [
        ProblemKind.MalformedRequest,
        ProblemKind.FunnelNotFound,
        ProblemKind.DraftNotFound,
        ProblemKind.VersionNotFound,
        ProblemKind.NotPublishable,
        ProblemKind.VersionUnreadable,
        ProblemKind.TooManyChecks,
    ];

    /// <summary>Of every call that changes an order.</summary>
    public static readonly IReadOnlyList<ProblemKind> Change =
    [
        ProblemKind.MalformedRequest,
        ProblemKind.OrderExpired,
        ProblemKind.StaleRevision,
    ];

    public static readonly IReadOnlyList<ProblemKind> Back =
    [
        .. Change,
        ProblemKind.UnknownStep,
        ProblemKind.StepNotReached,
        ProblemKind.OrderCompleted,
        ProblemKind.OrderCancelled,
    ];

    /// <summary>What is shown is not changed, so no revision is too old for it.</summary>
    public static readonly IReadOnlyList<ProblemKind> ViewAnswer =
    [
        .. Back.Except([ProblemKind.MalformedRequest, ProblemKind.StaleRevision]),
    ];

    public static readonly IReadOnlyList<ProblemKind> Answer =
    [
        .. Body,
        .. Back,
        ProblemKind.OfferUnavailable,
        ProblemKind.OffersConflict,
        ProblemKind.AnswerDoesNotFit,
        ProblemKind.UnknownOffer,
        ProblemKind.OfferTwice,
        ProblemKind.PickOutOfRange,
        ProblemKind.DeclineNotPossible,
        ProblemKind.NotChoosable,
        ProblemKind.QuantityNotSold,
        ProblemKind.ChoiceNotSold,
        ProblemKind.ChoicesConflict,
        ProblemKind.ChangesNothing,
        ProblemKind.InputsInvalid,
        ProblemKind.AmountTooLarge,
    ];

    /// <summary>A preview changes nothing, so no revision is too old for it.</summary>
    public static readonly IReadOnlyList<ProblemKind> Preview =
    [
        .. Answer.Where(kind => kind != ProblemKind.StaleRevision),
    ];

    public static readonly IReadOnlyList<ProblemKind> Inputs =
    [
        .. Body,
        .. Change,
        ProblemKind.OrderCompleted,
        ProblemKind.OrderCancelled,
        ProblemKind.InputsInvalid,
    ];

    public static readonly IReadOnlyList<ProblemKind> Complete =
    [
        .. Body,
        .. Change,
        ProblemKind.OrderCancelled,
        ProblemKind.WalkNotFinished,
        ProblemKind.TotalChanged,
    ];

    public static readonly IReadOnlyList<ProblemKind> Cancel = [.. Change, ProblemKind.OrderCompleted];

    /// <summary>Whatever an order says no with, save for what needs another revision or time to pass.</summary>
    public static readonly IReadOnlyList<ProblemKind> Walk =
    [
        .. Answer
            .Concat(Complete)
            .Concat(Cancel)
            .Distinct()
            .Except([ProblemKind.StaleRevision, ProblemKind.OrderExpired]),
        ProblemKind.NotPublishable,
        ProblemKind.WalkTooLong,
        ProblemKind.TooManyChecks,
    ];
}
