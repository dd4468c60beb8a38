namespace Funnel.Checking;

/// <summary>Of a branch, the last case and only the last takes everything that is left.</summary>
internal static class EdgeCaseRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from edge in subject.Steps.SelectMany(step => step.Edges)
        from item in edge.Cases.Index()
        let isLast = item.Index == edge.Cases.Count - 1
        let fault = isLast ? OfLast(item.Item) : OfEarlier(subject, item.Item)
        where fault is not null
        select fault;

    private static Finding? OfLast(CaseSite site) =>
        site.Case.When is null
            ? null
            : new(
                CheckCodes.EdgeCases,
                $"{site.Pointer}/when",
                "The last case is where the walk goes when no other holds, so it has no condition. "
                    + "Take \"when\" out, or add a case with \"to\" alone."
            );

    private static Finding? OfEarlier(Subject subject, CaseSite site) =>
        site.Case.When is not null || subject.File.IsUnread(site.Pointer)
            ? null
            : new(
                CheckCodes.EdgeCases,
                site.Pointer,
                "Without a condition this case is always taken, and the ones after it never. "
                    + "Give it a \"when\", or move it to the end."
            );
}
