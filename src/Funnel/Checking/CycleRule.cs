using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>No step leads back to itself: every walk ends.</summary>
internal static class CycleRule
{
    // A message is read; of a longer way round its ends are enough.
    private const int MostNamed = 12;

    // Every cycle has an edge that leads to the same or an earlier step of the file; that one is the likelier mistake.
    public static IEnumerable<Finding> Find(Subject subject) =>
        from edge in subject.Graph.Edges
        where edge.To <= edge.From && (edge.To == edge.From || subject.Graph.Leads(edge.To, edge.From))
        let around = subject.Graph.Path(edge.To, edge.From).Append(edge.To)
        select new Finding(
            CheckCodes.Cycle,
            edge.Pointer,
            $"This leads back: {string.Join(" → ", Named(subject, around.ToList()))}. A walk would never end. "
                + $"Lead on to a later step or to \"{Edge.End}\"."
        );

    private static IEnumerable<string> Named(Subject subject, List<int> around)
    {
        var ids = around.Select(step => subject.Steps[step].Step.Id);
        return around.Count <= MostNamed ? ids : [.. ids.Take(MostNamed / 2), "…", .. ids.TakeLast(MostNamed / 2)];
    }
}
