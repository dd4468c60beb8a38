using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>Edges lead to steps, or to the end.</summary>
internal static class StepReferenceRule
{
    public static IEnumerable<Finding> Find(Subject subject)
    {
        var known = subject.Steps.Select(step => step.Step.Id).Append(Edge.End).ToHashSet(StringComparer.Ordinal);
        return from edge in subject.Steps.SelectMany(step => step.Edges)
            from site in edge.Cases
            where !known.Contains(site.Case.To) && !subject.Hides.Steps
            select new Finding(
                CheckCodes.UnknownStep,
                $"{site.Pointer}/to",
                $"There is no step {Quoted.Value(site.Case.To)}.{Known.Sentence(site.Case.To, known, "steps")}"
            );
    }
}
