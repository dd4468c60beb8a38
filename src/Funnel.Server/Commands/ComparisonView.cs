using System.Globalization;
using System.Numerics;
using Funnel.Checking.Proofs;
using Funnel.Comparing;
using Funnel.Definitions;
using Funnel.Server.Api;

namespace Funnel.Server.Commands;

/// <summary>A comparison as JSON.</summary>
internal static class ComparisonView
{
    public static object Of(Comparison comparison)
    {
        var currency = comparison.After.Currency;
        return new
        {
            Same = comparison.IsSame,
            Before = Summary(comparison.CensusBefore, comparison.Before),
            After = Summary(comparison.CensusAfter, comparison.After),
            Parts = comparison.Parts.Select(View),
            comparison.Properties,
            Prices = comparison.Prices.Select(change => View(change, currency)),
            Fares = comparison.Fares.Select(fare => new
            {
                Step = fare.After.Step.Id,
                Offer = fare.After.Offer.Id,
                Before = View(fare.Before, currency),
                After = View(fare.After, currency),
            }),
            Replayed = comparison.Replayed.Select(walk => View(walk, currency)),
            Gained = comparison.Gained.Select(walk => View(walk, currency)),
        };
    }

    private static object Summary(Census? census, FunnelDefinition funnel) =>
        new
        {
            Funnel = funnel.Id,
            Currency = funnel.Currency.Code,
            Walks = Count(census?.Walks),
            Smallest = census?.Smallest.Total.ToText(funnel.Currency),
            Largest = census?.Largest.Total.ToText(funnel.Currency),
            LongestRun = census?.LongestRun.Steps,
        };

    private static object View(PartChange part) =>
        part switch
        {
            PartChange.Added added => new
            {
                part.Step,
                part.Offer,
                Change = "added",
                added.After,
            },
            PartChange.Moved moved => new
            {
                part.Step,
                part.Offer,
                Change = "moved",
                moved.From,
                moved.After,
            },
            PartChange.Changed changed => new
            {
                part.Step,
                part.Offer,
                Change = "changed",
                changed.Properties,
            },
            _ => new
            {
                part.Step,
                part.Offer,
                Change = "removed",
            },
        };

    private static object View(PriceChange change, Currency currency) =>
        change switch
        {
            PriceChange.InQuantity priced => new
            {
                change.Product,
                change.Option,
                change.Choice,
                priced.Quantity,
                Before = priced.Before?.ToText(currency),
                After = priced.After?.ToText(currency),
            },
            PriceChange.OfShare share => new
            {
                change.Product,
                change.Option,
                change.Choice,
                BeforePercent = share.Before?.Rate.Value,
                AfterPercent = share.After?.Rate.Value,
            },
            _ => throw new InvalidOperationException($"A price changed in an unknown way: {change.GetType()}."),
        };

    private static object View(OfferCensus offer, Currency currency) =>
        new
        {
            Shown = Count(offer.Shown),
            LeastDelta = offer.Delta?.Least.ToText(currency),
            MostDelta = offer.Delta?.Most.ToText(currency),
        };

    private static object View(ReplayedWalk walk, Currency currency) =>
        new
        {
            Walk = WitnessView.Of(walk.Walk),
            Total = walk.Total.ToText(currency),
            OtherTotal = walk.OtherTotal?.ToText(currency),
            Difference = walk.Difference?.ToText(currency),
            walk.Stop,
        };

    // Of any size, which JSON's numbers are not to most readers.
    private static string? Count(BigInteger? number) => number?.ToString(CultureInfo.InvariantCulture);
}
