using System.Globalization;
using System.Numerics;
using Funnel.Checking.Proofs;
using Funnel.Comparing;
using Funnel.Definitions;

namespace Funnel.Server.Api;

/// <summary>Two versions of a funnel, compared by what they do. Texts and pictures are not compared; amounts are in major units.</summary>
public sealed record ComparisonView
{
    /// <summary>Whether the two do the same.</summary>
    public required bool Same { get; init; }

    /// <summary>What is true of the first.</summary>
    public required ComparedVersionView Before { get; init; }

    /// <summary>What is true of the other.</summary>
    public required ComparedVersionView After { get; init; }

    /// <summary>Steps and offers that came, went, moved, or do something else.</summary>
    public required IReadOnlyList<PartChangeView> Parts { get; init; }

    /// <summary>Everything else that decides something, prices aside.</summary>
    public required IReadOnlyList<PropertyChangeView> Properties { get; init; }

    /// <summary>What products and their choices cost; empty where the currency is another.</summary>
    public required IReadOnlyList<PriceChangeView> Prices { get; init; }

    /// <summary>How offers fare over all walks, where that is another; empty without both censuses, or where the currency is another.</summary>
    public required IReadOnlyList<FareChangeView> Fares { get; init; }

    /// <summary>Typical walks of the first, their answers given again to the other; empty where the currency is another.</summary>
    public required IReadOnlyList<ReplayedWalkView> Replayed { get; init; }

    /// <summary>Typical walks of the other that are not possible in the first; empty where the currency is another.</summary>
    public required IReadOnlyList<ReplayedWalkView> Gained { get; init; }

    internal static ComparisonView Of(FunnelComparison comparison)
    {
        var currency = comparison.After.Currency;
        return new()
        {
            Same = comparison.IsSame,
            Before = ComparedVersionView.Of(comparison.CensusBefore, comparison.Before),
            After = ComparedVersionView.Of(comparison.CensusAfter, comparison.After),
            Parts = [.. comparison.Parts.Select(PartChangeView.Of)],
            Properties = [.. comparison.Properties.Select(PropertyChangeView.Of)],
            Prices = [.. comparison.Prices.Select(change => PriceChangeView.Of(change, currency))],
            Fares =
            [
                .. comparison.Fares.Select(fare => new FareChangeView(
                    fare.After.Step.Id,
                    fare.After.Offer.Id,
                    FareView.Of(fare.Before, currency),
                    FareView.Of(fare.After, currency)
                )),
            ],
            Replayed = [.. comparison.Replayed.Select(walk => ReplayedWalkView.Of(walk, currency))],
            Gained = [.. comparison.Gained.Select(walk => ReplayedWalkView.Of(walk, currency))],
        };
    }

    // Of any size, which JSON's numbers are not to most readers.
    internal static string? Count(BigInteger? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One of two versions that are compared. What the census counts is null where there were too many states.</summary>
/// <param name="Funnel">The funnel's id.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Walks">How many walks there are: a whole number of any size.</param>
/// <param name="Smallest">The least that an order can come to, shipping and tax included.</param>
/// <param name="Largest">The most that an order can come to.</param>
/// <param name="LongestRun">The most steps with upsells and cross-sells in a row.</param>
public sealed record ComparedVersionView(
    string Funnel,
    string Currency,
    string? Walks,
    string? Smallest,
    string? Largest,
    int? LongestRun
)
{
    internal static ComparedVersionView Of(Census? census, FunnelDefinition funnel) =>
        new(
            funnel.Id,
            funnel.Currency.Code,
            ComparisonView.Count(census?.Walks),
            census?.Smallest.Total.ToText(funnel.Currency),
            census?.Largest.Total.ToText(funnel.Currency),
            census?.LongestRun.Steps
        );
}

/// <summary>A property that is written otherwise.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) to it, from what was compared: the definition, the step, or the offer.</param>
/// <param name="Before">As JSON on one line; null where it was not there.</param>
/// <param name="After">As JSON on one line; null where it is gone.</param>
public sealed record PropertyChangeView(string Pointer, string? Before, string? After)
{
    internal static PropertyChangeView Of(PropertyChange change) => new(change.Pointer, change.Before, change.After);
}

/// <summary>An offer that fares otherwise.</summary>
/// <param name="Step">The step's id.</param>
/// <param name="Offer">The offer's id.</param>
/// <param name="Before">How it fares in the first.</param>
/// <param name="After">How it fares in the other.</param>
public sealed record FareChangeView(string Step, string Offer, FareView Before, FareView After);

/// <summary>How an offer fares over all walks.</summary>
/// <param name="Shown">On how many walks it is shown: a whole number of any size.</param>
/// <param name="LeastDelta">By how much it moves the total at least, alone and with its default choices; null where that is nowhere possible.</param>
/// <param name="MostDelta">By how much it moves the total at most.</param>
public sealed record FareView(string Shown, string? LeastDelta, string? MostDelta)
{
    internal static FareView Of(OfferCensus offer, Currency currency) =>
        new(
            ComparisonView.Count(offer.Shown)!,
            offer.Delta?.Least.ToText(currency),
            offer.Delta?.Most.ToText(currency)
        );
}

/// <summary>A walk whose answers were given again to the other version. A step that is new is declined.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Total">What it comes to in its own version.</param>
/// <param name="OtherTotal">What the same answers come to in the other; null where they cannot be given there.</param>
/// <param name="Difference">By how much the other is dearer; null where the answers cannot be given there.</param>
/// <param name="Stop">Why they cannot; null where they can.</param>
public sealed record ReplayedWalkView(
    WitnessView Walk,
    string Total,
    string? OtherTotal,
    string? Difference,
    string? Stop
)
{
    internal static ReplayedWalkView Of(ReplayedWalk walk, Currency currency) =>
        new(
            WitnessView.Of(walk.Walk),
            walk.Total.ToText(currency),
            walk.OtherTotal?.ToText(currency),
            walk.Difference?.ToText(currency),
            walk.Stop
        );
}
