using System.Numerics;
using Funnel.Definitions;

namespace Funnel.Checking.Proofs;

/// <summary>Makes a census of what was explored.</summary>
internal static class CensusTaker
{
    public static Census Census(this Exploration explored)
    {
        var ends = explored.Ends.ToList();
        var shown = new BigInteger[explored.Sightings.Offers.Count];
        var (longest, longestAt) = (0L, ends[0]);
        foreach (var node in explored.Visited)
        {
            if (node.State is not { } state || node.Shown is not { Length: > 0 } offers)
            {
                continue;
            }

            var walks = node.Beginnings * node.Endings;
            for (var i = 0; i < offers.Length; i++)
            {
                if (offers[i])
                {
                    shown[state.Offers[i].Number] += walks;
                }
            }

            var run = node.Best[Goals.LongestRun] + 1;
            if (state.Definition.Kind is StepKind.Upsell or StepKind.CrossSell && run > longest)
            {
                (longest, longestAt) = (run, node);
            }
        }

        return new()
        {
            Walks = ends.Aggregate(BigInteger.Zero, (sum, end) => sum + end.Beginnings),
            Smallest = Extreme(Goals.LeastTotal, -1),
            Largest = Extreme(Goals.MostTotal, 1),
            LongestRun = new((int)longest, Witness(longestAt, Goals.LongestRun)),
            Offers =
            [
                .. explored.Sightings.Offers.Select(seen => new OfferCensus
                {
                    Step = seen.State,
                    Offer = seen.Offer,
                    Shown = shown[seen.Offer.Number],
                    Example = MaybeWitness(seen.FirstShown),
                    Delta = seen.Delta,
                    LowersTotal = MaybeWitness(seen.LowersTotal),
                    LosesFreeShipping = MaybeWitness(seen.LosesFreeShipping),
                }),
            ],
            Multiplies =
            [
                .. from seen in explored.Sightings.Offers
                let savings = seen.Savings
                where savings is not null
                let goal = explored.Goals.LeastBuying(seen.Offer.Definition.Multiply!.By)
                select new MultiplyCensus(
                    seen.State,
                    seen.Offer,
                    new(savings.Least),
                    new(savings.Most),
                    Witness(savings.LeastAt, goal),
                    Witness(savings.MostAt, goal + 1)
                ),
            ],
            States = explored.Visited.Count,
        };

        Extreme Extreme(int goal, int sign)
        {
            var end = ends.MaxBy(end => end.Best[goal])!;
            return new(new(sign * end.Best[goal]), Witness(end, goal));
        }

        Witness Witness(Node node, int goal) => Witnesses.Of(node, goal, explored.Facts);

        Witness? MaybeWitness(Node? node) => node is null ? null : Witness(node, Goals.LeastTotal);
    }
}
