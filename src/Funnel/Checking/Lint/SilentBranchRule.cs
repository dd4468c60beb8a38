using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>A branch says where it goes on where the next step in the file is another branch.</summary>
/// <remarks>
/// Many a branch is a detour: it ends in a step to which the others go straight. That is told by all of them leading there. Where one
/// of them does not, or where a main product would be chosen twice, two branches run into each other.
/// </remarks>
internal sealed class SilentBranchRule : LintRule
{
    public override string Code => "FNL112";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title =>
        "A branch that runs on into another one because its \"next\" is left to the order of the steps";

    public override string Reason => "Shoppers of one branch then answer the questions of the other as well.";

    public override string Source => "House practice";

    internal override IEnumerable<Finding> Find(LintSubject subject)
    {
        var indexes = subject.Steps.ToDictionary(step => step.Step.Id, step => step.Index, StringComparer.Ordinal);
        var ways = subject.Graph.Edges.ToLookup(edge => edge.To);
        return from step in subject.Steps
            from edge in step.Edges
            let targets = edge.Cases.Select(site => site.Case.To).Distinct(StringComparer.Ordinal).ToList()
            where targets.Count > 1
            let branches = targets.Where(indexes.ContainsKey).Select(target => indexes[target]).ToHashSet()
            let endsHere = targets.Count > branches.Count
            from first in branches
            let last = LastOwnStep(subject, ways, branches, step.Index, first)
            where last is not null
            let sibling = subject.Steps[last.Value + 1]
            where
                endsHere
                || AreChoices(subject.Steps[first], sibling)
                || branches.Any(other =>
                    other != first && other != sibling.Index && !subject.Graph.Leads(other, sibling.Index)
                )
            select Found(
                subject.Steps[last.Value].Pointer,
                $"From {Quoted.Value(subject.Steps[last.Value].Step.Id)} the walk goes on to {Quoted.Value(sibling.Step.Id)}, only because that step "
                    + $"comes next in the file, and it is another branch of {Quoted.Value(step.Step.Id)}. "
                    + $"Write its \"next\", also where it is meant so."
            );
    }

    /// <summary>The last step of a branch that runs on into another one; null where it does not, or others come to its steps as well.</summary>
    private static int? LastOwnStep(
        LintSubject subject,
        ILookup<int, StepEdge> ways,
        HashSet<int> branches,
        int from,
        int first
    )
    {
        for (var (step, came) = (first, from); ways[step].All(way => way.From == came); (step, came) = (step + 1, step))
        {
            var runsOn = ways[step + 1].Any(way => way.From == step && way.Pointer == subject.Steps[step].Pointer);
            if (!runsOn || branches.Contains(step + 1))
            {
                return runsOn ? step : null;
            }
        }

        return null;
    }

    private static bool AreChoices(StepSite first, StepSite sibling) =>
        first.Step.Kind is StepKind.Choose && sibling.Step.Kind is StepKind.Choose;
}
