using System.ComponentModel;
using Funnel.Definitions;
using Funnel.Simulation.Notations;

namespace Funnel.Simulation;

/// <summary>How many of those who are shown an offer take it.</summary>
[WrittenAs(typeof(TakeRateNotation))]
public sealed record TakeRate
{
    internal const int PerMillion = 1_000_000;

    // What a shopper takes for nothing, and what weighs how dear it is beside the order so far.
    private const int AssumedForNothing = 400_000;
    private const int AssumedOnNothing = 100_000;
    private const int AssumedWeight = 4;

    [Description("How many of a hundred.")]
    public required Percent Percent { get; init; }

    [Description("The amount by which the total moves for which the rate falls once.")]
    public Money? Per { get; init; }

    [Description("How many percent of the takers stay with each such amount.")]
    public Percent? Stay { get; init; }

    /// <summary>
    /// Where nothing is known: 40 % take what costs nothing more, and a quarter of the order's total for more halves that; beside
    /// an order that has cost nothing yet, 10 %.
    /// </summary>
    /// <param name="total">Of the order so far.</param>
    internal static int Assumed(Money delta, Money total) =>
        delta <= Money.Zero ? AssumedForNothing
        : total.IsZero ? AssumedOnNothing
        : (int)((Int128)AssumedForNothing * total.Minor / (total.Minor + (Int128)AssumedWeight * delta.Minor));

    /// <summary>Of a million who are shown it, so many take it. All in whole numbers, which come out the same on every machine.</summary>
    internal int Of(Money delta)
    {
        var rate = Units(Percent);
        if (Per is not { IsZero: false } per || Stay is not { } stay || Units(stay) >= PerMillion)
        {
            return rate;
        }

        for (var times = delta.Minor / per.Minor; times > 0 && rate > 0; times--)
        {
            rate = (int)((long)rate * Units(stay) / PerMillion);
        }

        return rate;
    }

    internal static int Units(Percent percent) => decimal.ToInt32(percent.Value * (PerMillion / 100));
}
