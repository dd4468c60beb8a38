using Funnel.Definitions;
using Funnel.Explaining;

namespace Funnel.Server.Api;

/// <summary>Why each amount of an order is what it is, and why each offer was shown or not.</summary>
public sealed record ExplanationView
{
    /// <summary>The lines, in the order's order.</summary>
    public required IReadOnlyList<LineExplanationView> Lines { get; init; }

    /// <summary>Why shipping costs what it does; null where nothing is shipped.</summary>
    public required ReasonView? Shipping { get; init; }

    /// <summary>The tax of shipping; null where there is none.</summary>
    public required ReasonView? ShippingTax { get; init; }

    /// <summary>Every step that the walk came to, passed by or not, the current one last.</summary>
    public required IReadOnlyList<StepExplanationView> Steps { get; init; }

    internal static ExplanationView Of(OrderExplanation explanation, DefinitionReading file, MoneyText money)
    {
        return new()
        {
            Lines =
            [
                .. explanation.Lines.Select(line => new LineExplanationView(
                    line.Line,
                    [.. line.List.Select(Reason)],
                    [.. line.Adjustments.Select(Reason)],
                    Maybe(line.Tax)
                )),
            ],
            Shipping = Maybe(explanation.Shipping),
            ShippingTax = Maybe(explanation.ShippingTax),
            Steps =
            [
                .. explanation.Steps.Select(step => new StepExplanationView(
                    step.Step,
                    step.Shown,
                    [.. step.Hidden.Select(Blocked)],
                    [
                        .. step.Offers.Select(offer => new OfferExplanationView(
                            offer.Offer,
                            offer.Shown,
                            offer.Why,
                            [.. offer.Hidden.Select(Blocked)]
                        )),
                    ]
                )),
            ],
        };

        ReasonView Reason(Reason reason) =>
            new(reason.Kind, money.Signed(reason.Amount), reason.Words, file.Nearest(reason.Pointer));

        ReasonView? Maybe(Reason? reason) => reason is null ? null : Reason(reason);

        BlockedView Blocked(Blocked leaf) => new(file.Nearest(leaf.Pointer), leaf.Condition, leaf.Saw);
    }
}

/// <summary>Why a line comes to what it does.</summary>
/// <param name="Line">Its name within the order.</param>
/// <param name="List">The base price, then the surcharges; they sum to the line's list.</param>
/// <param name="Adjustments">What came off or on, in that order; with the list they sum to its net.</param>
/// <param name="Tax">The tax in the net or on top of it; null where none is computed.</param>
public sealed record LineExplanationView(
    string Line,
    IReadOnlyList<ReasonView> List,
    IReadOnlyList<ReasonView> Adjustments,
    ReasonView? Tax
);

/// <summary>One amount and where it comes from.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">How much.</param>
/// <param name="Words">How it is worked out, rounding and splitting included.</param>
/// <param name="Pointer">JSON Pointer into the order's version of the funnel: what says so.</param>
public sealed record ReasonView(ReasonKind Kind, MoneyView Amount, string Words, string Pointer);

/// <summary>Why a walk stopped at a step or passed it by, and what it offered.</summary>
/// <param name="Step">Its id.</param>
/// <param name="Shown">Whether the shopper saw it.</param>
/// <param name="Hidden">What in its own condition hid it.</param>
/// <param name="Offers">Its offers; empty where its own condition hid it, and of a form.</param>
public sealed record StepExplanationView(
    string Step,
    bool Shown,
    IReadOnlyList<BlockedView> Hidden,
    IReadOnlyList<OfferExplanationView> Offers
);

/// <summary>Why an offer was shown or not.</summary>
/// <param name="Offer">Its id within the step.</param>
/// <param name="Shown">Whether it was.</param>
/// <param name="Why">What stood in its way; null where nothing did.</param>
/// <param name="Hidden">The leaves of its conditions that did not hold.</param>
public sealed record OfferExplanationView(string Offer, bool Shown, string? Why, IReadOnlyList<BlockedView> Hidden);

/// <summary>A leaf of a condition that hid something.</summary>
/// <param name="Pointer">JSON Pointer to it in the order's version of the funnel.</param>
/// <param name="Condition">What it asks.</param>
/// <param name="Saw">The value that it saw; null where its fact was absent.</param>
public sealed record BlockedView(string Pointer, string Condition, string? Saw);
