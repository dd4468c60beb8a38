using Funnel.Checking.Proofs;
using Funnel.Definitions;

namespace Funnel.Server.Commands;

/// <summary>A census as JSON.</summary>
internal static class CensusView
{
    /// <summary>The numbers without the walks that prove them.</summary>
    public static object Summary(Census census, FunnelDefinition funnel) =>
        new
        {
            Currency = funnel.Currency.Code,
            census.Walks,
            census.States,
            Smallest = census.Smallest.Total.ToText(funnel.Currency),
            Largest = census.Largest.Total.ToText(funnel.Currency),
            LongestRun = census.LongestRun.Steps,
        };

    public static object Of(OuterBounds bounds, FunnelDefinition funnel) =>
        new
        {
            Currency = funnel.Currency.Code,
            MostWalks = bounds.Walks,
            MostTotalMinor = bounds.Total,
            bounds.States,
        };

    public static object Of(Census census, FunnelDefinition funnel)
    {
        var currency = funnel.Currency;
        return new
        {
            Currency = currency.Code,
            census.Walks,
            census.States,
            Smallest = Extreme(census.Smallest),
            Largest = Extreme(census.Largest),
            LongestRun = new { census.LongestRun.Steps, Walk = CommandJson.View(census.LongestRun.Walk) },
            Offers = census.Offers.Select(offer => new
            {
                Step = offer.Step.Id,
                Offer = offer.Offer.Id,
                offer.Shown,
                Delta = offer.Delta is { } delta
                    ? new { Least = delta.Least.ToText(currency), Most = delta.Most.ToText(currency) }
                    : null,
                Example = CommandJson.View(offer.Example),
                LowersTotal = CommandJson.View(offer.LowersTotal),
                LosesFreeShipping = CommandJson.View(offer.LosesFreeShipping),
            }),
            Multiplies = census.Multiplies.Select(multiply => new
            {
                Step = multiply.Step.Id,
                Offer = multiply.Offer.Id,
                LeastSaving = multiply.Least.ToText(currency),
                MostSaving = multiply.Most.ToText(currency),
                LeastAt = CommandJson.View(multiply.LeastAt),
                MostAt = CommandJson.View(multiply.MostAt),
            }),
        };

        object Extreme(Extreme extreme) =>
            new { Total = extreme.Total.ToText(currency), Walk = CommandJson.View(extreme.Walk) };
    }
}
