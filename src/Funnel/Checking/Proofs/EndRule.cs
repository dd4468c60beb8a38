using Funnel.Definitions;

namespace Funnel.Checking.Proofs;

/// <summary>Every walk ends, and with something in the order.</summary>
internal static class EndRule
{
    public static IEnumerable<Finding> DeadEnds(Exploration explored) =>
        from node in explored.Visited
        where node.Shown is not null && node.Endings.IsZero && node.Next.All(next => next.To.Shown is null)
        group node by node.State into stuck
        select new Finding(
            CheckCodes.DeadEnd,
            $"/steps/{stuck.Key!.Index}",
            $"Nobody gets past step {Quoted.Value(stuck.Key.Id)} on this walk: {Witnesses.Of(stuck.First(), Goals.LeastTotal, explored.Facts)}. "
                + "So many offers must be accepted that do not go together. Lower \"min\", or let them go together."
        );

    public static IEnumerable<Finding> EmptyOrders(Exploration explored) =>
        explored
            .Ends.Where(end => end.Standing!.Basket.Lines.IsEmpty)
            .Select(end => new Finding(
                CheckCodes.EmptyOrder,
                "/steps",
                $"This walk ends with nothing in the order: {Witnesses.Of(end, Goals.LeastTotal, explored.Facts)}. "
                    + "Let a step of kind \"choose\" always have something to offer."
            ));
}
