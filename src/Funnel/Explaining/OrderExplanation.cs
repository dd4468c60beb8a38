namespace Funnel.Explaining;

/// <summary>Why each amount of an order is what it is, and why each offer was shown or not.</summary>
/// <param name="Lines">The lines, in the order's order.</param>
/// <param name="Shipping">Why shipping costs what it does; null where nothing is shipped.</param>
/// <param name="ShippingTax">The tax of shipping; null where there is none.</param>
/// <param name="Steps">Every step that the walk came to, passed by or not, the current one last.</param>
public sealed record OrderExplanation(
    IReadOnlyList<LineExplanation> Lines,
    Reason? Shipping,
    Reason? ShippingTax,
    IReadOnlyList<StepExplanation> Steps
);

/// <summary>Why a line comes to what it does.</summary>
/// <param name="Line">Its name within the order.</param>
/// <param name="List">The base price, then the surcharges; they sum to the line's list.</param>
/// <param name="Adjustments">What came off or on, in that order; with the list they sum to its net.</param>
/// <param name="Tax">The tax in the net or on top of it; null where none is computed.</param>
public sealed record LineExplanation(
    string Line,
    IReadOnlyList<Reason> List,
    IReadOnlyList<Reason> Adjustments,
    Reason? Tax
);

/// <summary>One amount and where it comes from.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">How much.</param>
/// <param name="Words">How it is worked out, in plain words, rounding and splitting included.</param>
/// <param name="Pointer">JSON Pointer into the definition: what says so.</param>
public sealed record Reason(ReasonKind Kind, Money Amount, string Words, string Pointer);

/// <summary>What an amount is.</summary>
public enum ReasonKind
{
    /// <summary>The product's price for its quantity.</summary>
    Base,

    /// <summary>What a chosen option adds.</summary>
    Surcharge,

    /// <summary>What an offer or a selection takes off or puts on.</summary>
    Adjustment,

    /// <summary>What keeps a net from falling below zero.</summary>
    Lift,

    Shipping,

    Tax,
}

/// <summary>Why a walk stopped at a step or passed it by, and what it offered.</summary>
/// <param name="Step">Its id.</param>
/// <param name="Shown">Whether the shopper saw it.</param>
/// <param name="Hidden">What in its own condition hid it; empty where that held, or it has none.</param>
/// <param name="Offers">Its offers; empty where its own condition hid it, and of a form.</param>
public sealed record StepExplanation(
    string Step,
    bool Shown,
    IReadOnlyList<Blocked> Hidden,
    IReadOnlyList<OfferExplanation> Offers
);

/// <summary>Why an offer was shown or not.</summary>
/// <param name="Offer">Its id within the step.</param>
/// <param name="Shown">Whether it was.</param>
/// <param name="Why">In a few words what stood in its way; null where nothing did.</param>
/// <param name="Hidden">The leaves of its conditions that did not hold; empty where it was something else.</param>
public sealed record OfferExplanation(string Offer, bool Shown, string? Why, IReadOnlyList<Blocked> Hidden);

/// <summary>A leaf of a condition that hid something.</summary>
/// <param name="Pointer">JSON Pointer to it in the definition.</param>
/// <param name="Condition">What it asks, in plain words.</param>
/// <param name="Saw">The value of its fact; null where that was absent.</param>
public sealed record Blocked(string Pointer, string Condition, string? Saw);
