using Funnel.Machine;

namespace Funnel.Simulation;

/// <summary>What came of many simulated shoppers.</summary>
public sealed record Simulated
{
    /// <summary>At most so many shoppers are simulated at once.</summary>
    public const int MostVisits = 1_000_000;

    private static readonly int[] Quantiles = [5, 25, 50, 75, 95];

    private Simulated() { }

    public required FunnelMachine Machine { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>How many came in.</summary>
    public required int Visits { get; init; }

    /// <summary>How many went to the end, and bought.</summary>
    public required int Orders { get; init; }

    /// <summary>What they paid together, in minor units: more than an amount of money may be.</summary>
    public required decimal RevenueMinor { get; init; }

    /// <summary>Every offer that anybody was shown, in the file's order.</summary>
    public required IReadOnlyList<OfferTaken> Offers { get; init; }

    /// <summary>The totals of orders at some percentages of them, ascending; empty where there are none.</summary>
    public required IReadOnlyList<(int Percent, Money Total)> Totals { get; init; }

    /// <summary>How many orders came to how much, in bands of one width; empty where there are none.</summary>
    public required IReadOnlyList<OrderBand> Bands { get; init; }

    /// <summary>In major units, exact to a hundredth of the minor unit.</summary>
    public decimal RevenuePerVisit => PerOne(Visits);

    /// <inheritdoc cref="RevenuePerVisit"/>
    public decimal AverageOrder => PerOne(Orders);

    /// <param name="visits">1 to <see cref="MostVisits" />.</param>
    public static Simulated Of(FunnelMachine machine, SimulationRates rates, int visits, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(visits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(visits, MostVisits);
        var shopper = new SimulatedShopper(machine, rates, seed);
        var all = machine
            .States.SelectMany(state => state.Offers.Select(offer => (State: state, Offer: offer)))
            .ToArray();
        var (shown, taken) = (new int[all.Length], new int[all.Length]);
        var totals = new List<Money>();
        for (var number = 0; number < visits; number++)
        {
            var visit = shopper.Visit(number);
            foreach (var offer in visit.Shown)
            {
                shown[offer.Number]++;
            }

            foreach (var answered in visit.Walk.Answered)
            {
                foreach (var offer in answered.Last!.Offers)
                {
                    taken[answered.Last.State.FindOffer(offer)!.Number]++;
                }
            }

            if (visit.IsCompleted)
            {
                totals.Add(visit.Walk.Basket.Total);
            }
        }

        totals.Sort();
        return new()
        {
            Machine = machine,
            Seed = seed,
            Visits = visits,
            Orders = totals.Count,
            RevenueMinor = totals.Aggregate(0m, (sum, total) => sum + total.Minor),
            Offers =
            [
                .. all.Where(one => shown[one.Offer.Number] > 0)
                    .Select(one => new OfferTaken(
                        one.State.Id,
                        one.Offer.Id,
                        shown[one.Offer.Number],
                        taken[one.Offer.Number]
                    )),
            ],
            Totals = totals.Count == 0 ? [] : [.. Quantiles.Select(percent => (percent, AtPercent(totals, percent)))],
            Bands = OrderBand.Of(totals),
        };
    }

    /// <summary>The least total that so many percent of the orders do not exceed.</summary>
    private static Money AtPercent(List<Money> ascending, int percent) =>
        ascending[(int)(((long)ascending.Count * percent + 99) / 100) - 1];

    private decimal PerOne(int count)
    {
        var currency = Machine.Definition.Currency;
        var decimals = currency.Decimals + 2;
        var average = count == 0 ? 0 : decimal.Round(RevenueMinor / currency.MinorPerMajor / count, decimals);
        return average + new decimal(0, 0, 0, false, (byte)decimals);
    }
}

/// <summary>How an offer fared.</summary>
/// <param name="Shown">To how many.</param>
/// <param name="Taken">By how many of these.</param>
public sealed record OfferTaken(string Step, string Offer, int Shown, int Taken)
{
    /// <summary>Percent, with one decimal.</summary>
    public decimal Rate => decimal.Round(100m * Taken / Shown, 1) + 0.0m;
}

/// <summary>How many orders came to an amount.</summary>
/// <param name="From">At least this.</param>
/// <param name="Below">And less than this.</param>
public sealed record OrderBand(Money From, Money Below, int Orders)
{
    private const int Most = 10;

    /// <summary>At most ten bands whose width is 1, 2 or 5 with zeros.</summary>
    /// <param name="ascending">The totals.</param>
    internal static IReadOnlyList<OrderBand> Of(IReadOnlyList<Money> ascending)
    {
        if (ascending.Count == 0)
        {
            return [];
        }

        var (least, most) = (ascending[0].Minor, ascending[^1].Minor);
        var width = Widths().First(width => most / width - least / width < Most);
        return
        [
            .. ascending
                .GroupBy(total => total.Minor / width)
                .Select(band => new OrderBand(new(band.Key * width), new((band.Key + 1) * width), band.Count())),
        ];
    }

    private static IEnumerable<long> Widths()
    {
        for (var zeros = 1L; ; zeros *= 10)
        {
            yield return zeros;
            yield return zeros * 2;
            yield return zeros * 5;
        }
    }
}
