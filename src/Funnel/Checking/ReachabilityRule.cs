using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>Every step is on some walk.</summary>
internal static class ReachabilityRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from step in subject.Steps
        where !subject.Hides.Edges && !subject.Graph.IsReachable(step.Index)
        select new Finding(
            CheckCodes.UnreachableStep,
            step.Pointer,
            $"No walk comes to step {Quoted.Value(step.Step.Id)}. Lead an edge of an earlier step to it, or take it out."
        );
}
