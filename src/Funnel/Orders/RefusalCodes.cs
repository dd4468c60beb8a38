namespace Funnel.Orders;

/// <summary>The stable codes of refusals.</summary>
public static class RefusalCodes
{
    public const string UnknownStep = "unknown-step";
    public const string StepNotReached = "step-not-reached";
    public const string OrderCompleted = "order-completed";
    public const string OrderCancelled = "order-cancelled";
    public const string OrderExpired = "order-expired";
    public const string AnswerDoesNotFit = "answer-does-not-fit";
    public const string UnknownOffer = "unknown-offer";
    public const string OfferTwice = "offer-twice";
    public const string OfferUnavailable = "offer-unavailable";
    public const string OffersConflict = "offers-conflict";
    public const string PickOutOfRange = "pick-out-of-range";
    public const string DeclineNotPossible = "decline-not-possible";
    public const string NotChoosable = "not-choosable";
    public const string QuantityNotSold = "quantity-not-sold";
    public const string ChoiceNotSold = "choice-not-sold";
    public const string ChoicesConflict = "choices-conflict";
    public const string ChangesNothing = "changes-nothing";
    public const string InputsInvalid = "inputs-invalid";
    public const string WalkNotFinished = "walk-not-finished";
    public const string TotalChanged = "total-changed";
    public const string AmountTooLarge = "amount-too-large";
}
