using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>No step leads back to itself: every walk ends.</summary>
internal static class CycleRule
{
    // Every cycle has an edge that leads to the same or an earlier step of the file; that one is the likelier mistake.
    public static IEnumerable<Finding> Find(Subject subject) =>
        from edge in subject.Graph.Edges
        where edge.To <= edge.From && (edge.To == edge.From || subject.Graph.Leads(edge.To, edge.From))
        let around = subject.Graph.Path(edge.To, edge.From).Append(edge.To)
        select new Finding(
            CheckCodes.Cycle,
            edge.Pointer,
            $"This leads back: {string.Join(" → ", around.Select(step => subject.Steps[step].Step.Id))}. A walk would never end. "
                + $"Lead on to a later step or to \"{Edge.End}\"."
        );
}
