using Funnel.Machine;
using Funnel.Pricing;

namespace Funnel.Orders;

/// <summary>Why an order stays as it is: every failure that is to be expected, each with a stable code.</summary>
public abstract record Refusal
{
    private Refusal(string code, string message, params IReadOnlyList<Fault> faults)
    {
        Code = code;
        Message = message;
        Faults = faults;
    }

    /// <summary>One of <see cref="RefusalCodes"/>.</summary>
    public string Code { get; }

    /// <summary>What is wrong and what to do, for a developer.</summary>
    public string Message { get; }

    /// <summary>What is wrong in the answer; empty where it is not the answer's content.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>The funnel has no such step.</summary>
    public sealed record UnknownStep(string Step)
        : Refusal(RefusalCodes.UnknownStep, $"The funnel has no step {Quote(Step)}.");

    /// <summary>The walk is not, or not yet, at that step.</summary>
    public sealed record StepNotReached(string Step)
        : Refusal(
            RefusalCodes.StepNotReached,
            $"The walk is not at {Quote(Step)} and has no answer there. Answer the current step, or one that was answered."
        );

    /// <summary>The walk is at that step, so there is no answer to show.</summary>
    public sealed record StepNotAnswered(string Step)
        : Refusal(RefusalCodes.StepNotReached, $"The walk is at {Quote(Step)}, which has no answer yet.");

    /// <summary>The order is completed, cancelled or expired.</summary>
    public sealed record OrderClosed(OrderStatus Status)
        : Refusal(
            Status switch
            {
                OrderStatus.Completed => RefusalCodes.OrderCompleted,
                OrderStatus.Cancelled => RefusalCodes.OrderCancelled,
                OrderStatus.Expired => RefusalCodes.OrderExpired,
                _ => throw new InvalidOperationException("An open order is not closed."),
            },
            $"The order is {Status.ToString().ToLowerInvariant()} and cannot change. Start a new one."
        );

    /// <summary>A form was answered with offers, or offers with a form.</summary>
    public sealed record AnswerDoesNotFit(State State)
        : Refusal(
            RefusalCodes.AnswerDoesNotFit,
            State.IsForm
                ? $"{Quote(State.Id)} is a form: answer it with inputs, or decline."
                : $"{Quote(State.Id)} has offers: accept some, or decline."
        );

    /// <summary>The step has no such offer.</summary>
    public sealed record UnknownOffer(State State, Fault Fault)
        : Refusal(
            RefusalCodes.UnknownOffer,
            $"{Quote(State.Id)} offers {string.Join(", ", State.Offers.Select(offer => offer.Id))}.",
            Fault
        );

    /// <summary>An offer is accepted twice in one answer.</summary>
    public sealed record OfferTwice(Fault Fault)
        : Refusal(RefusalCodes.OfferTwice, "Accept an offer once; say how many with its quantity.", Fault);

    /// <summary>The offer is not available now.</summary>
    public sealed record OfferUnavailable(Offer Offer, Obstacle Obstacle, Fault Fault)
        : Refusal(
            RefusalCodes.OfferUnavailable,
            $"{Quote(Offer.Id)} is not available in this order now: {Obstacle.InWords()}.",
            Fault
        );

    /// <summary>The offer cannot be applied after the ones before it.</summary>
    public sealed record OffersConflict(Offer Offer, Obstacle Obstacle, Fault Fault)
        : Refusal(
            RefusalCodes.OffersConflict,
            $"{Quote(Offer.Id)} does not go with the offers accepted before it: {Obstacle.InWords()}.",
            Fault
        );

    /// <summary>Too few or too many offers are accepted.</summary>
    public sealed record PickOutOfRange(State State, int Min, int Max, int Accepted)
        : Refusal(
            RefusalCodes.PickOutOfRange,
            $"{Quote(State.Id)} takes {Min} to {Max} offers; {Accepted} are accepted.",
            new Fault("/accept", "Accept another number of offers.")
        );

    /// <summary>Something must be accepted or filled in.</summary>
    public sealed record DeclineNotPossible(State State)
        : Refusal(
            RefusalCodes.DeclineNotPossible,
            $"{Quote(State.Id)} cannot be declined: {(State.IsForm ? "it has required fields" : "something must be accepted")}."
        );

    /// <summary>The answer contradicts what the offer fixes.</summary>
    public sealed record NotChoosable(Fault Fault)
        : Refusal(RefusalCodes.NotChoosable, "The offer fixes this; leave it out.", Fault);

    /// <summary>The product is not sold in that quantity.</summary>
    public sealed record QuantityNotSold(Fault Fault)
        : Refusal(RefusalCodes.QuantityNotSold, "The product is not sold in that quantity.", Fault);

    /// <summary>The product has no such option or choice.</summary>
    public sealed record ChoiceNotSold(Fault Fault)
        : Refusal(RefusalCodes.ChoiceNotSold, "The product is not sold with that choice.", Fault);

    /// <summary>The chosen choices do not go together.</summary>
    public sealed record ChoicesConflict(Fault Fault)
        : Refusal(RefusalCodes.ChoicesConflict, "The chosen choices do not go together.", Fault);

    /// <summary>Nothing would change with what was chosen.</summary>
    public sealed record ChangesNothing(Fault Fault)
        : Refusal(
            RefusalCodes.ChangesNothing,
            "With what is chosen, nothing would change. Choose something else, or decline.",
            Fault
        );

    /// <summary>Inputs are missing, unknown, or not what their fields ask.</summary>
    public sealed record InputsInvalid(IReadOnlyList<Fault> Problems)
        : Refusal(RefusalCodes.InputsInvalid, "Some inputs are missing or not what is asked.", Problems);

    /// <summary>The walk has steps left.</summary>
    public sealed record WalkNotFinished(State State)
        : Refusal(
            RefusalCodes.WalkNotFinished,
            $"The walk is at {Quote(State.Id)}. Answer it and those after it before completing."
        );

    /// <summary>The total that the shopper consents to is not the order's.</summary>
    public sealed record TotalChanged()
        : Refusal(
            RefusalCodes.TotalChanged,
            "The order's total is another. Show it, and complete with the shopper's consent to it.",
            new Fault("/total", "It is not the order's total.")
        );

    /// <summary>The amounts leave the range of exact money.</summary>
    public sealed record AmountTooLarge(Fault Fault)
        : Refusal(RefusalCodes.AmountTooLarge, "The amounts are too large to be exact.", Fault);

    private static string Quote(string id) => $"\"{id}\"";
}

/// <summary>One thing that is wrong in an answer.</summary>
/// <param name="Pointer">JSON Pointer into the answer: <c>/accept/0/quantity</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record Fault(string Pointer, string Message);
