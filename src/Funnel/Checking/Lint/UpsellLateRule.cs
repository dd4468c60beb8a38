using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>
/// What is chosen is made better before things are put beside it. An upgrade of a cross-sell itself comes after it, of course, and so
/// does what concerns the whole order: doubling it, delivering it faster.
/// </summary>
internal sealed class UpsellLateRule : LintRule
{
    public override string Code => "FNL108";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "An upsell after a cross-sell";

    public override string Reason =>
        "Who is adding small things has done with the main one. Asked again about it, people doubt what they chose.";

    public override string Source => "House practice";

    internal override IEnumerable<Finding> Find(LintSubject subject)
    {
        var crossSells = subject.Steps.Where(step => step.Step.Kind is StepKind.CrossSell).ToList();
        var crossSold = NamesAddedIn(crossSells);
        var makers = subject
            .Steps.SelectMany(step => NamesAddedIn([step]).Select(line => (Line: line, Step: step.Index)))
            .ToLookup(maker => maker.Line, maker => maker.Step);
        return from step in subject.Steps
            where step.Step.Kind is StepKind.Upsell
            let lines = LinesOf(step)
            where lines.Count > 0 && !lines.Overlaps(crossSold)
            let between = crossSells.Find(crossSell =>
                subject.Graph.Leads(crossSell.Index, step.Index)
                && lines.Any(line => makers[line].Any(maker => subject.Graph.Leads(maker, crossSell.Index)))
            )
            where between is not null
            select Found(
                step.Pointer,
                $"Step {Quoted.Value(step.Step.Id)} improves what was chosen before {Quoted.Value(between.Step.Id)}, but comes after that cross-sell. "
                    + "Move it before the cross-sells."
            );
    }

    private static HashSet<string> LinesOf(StepSite step) =>
        [
            .. step.Offers.Select(offer => offer.Offer.Swap?.Line).OfType<string>(),
            .. step.Offers.SelectMany(offer => offer.Sets).Select(set => set.Set.Line),
        ];

    private static HashSet<string> NamesAddedIn(IReadOnlyList<StepSite> steps) =>
        [.. steps.SelectMany(step => step.Offers).SelectMany(offer => offer.Adds).Select(add => add.LineName)];
}
