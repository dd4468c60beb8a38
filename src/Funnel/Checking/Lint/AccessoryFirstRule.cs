using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>What goes with something is offered once that is chosen.</summary>
internal sealed class AccessoryFirstRule : LintRule
{
    public override string Code => "FNL104";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "An upsell or cross-sell before the main product is chosen";

    public override string Reason => "Nobody knows what goes with a thing that they have not chosen yet.";

    public override string Source => "House practice";

    internal override IEnumerable<Finding> Find(LintSubject subject)
    {
        var main = subject.Steps.Where(step => step.Step.Kind is StepKind.Choose).ToList();
        return from step in ReachedWithout(subject)
            where step.Step.Kind is StepKind.Upsell or StepKind.CrossSell
            let choice = main.Find(choose => subject.Graph.Leads(step.Index, choose.Index))
            where choice is not null
            select Found(
                step.Pointer,
                $"Step {Quoted.Value(step.Step.Id)} can come before {Quoted.Value(choice.Step.Id)}, where the main product is chosen. "
                    + "Move it behind that step."
            );
    }

    /// <summary>The steps that a walk can come to without having chosen a main product.</summary>
    private static IEnumerable<StepSite> ReachedWithout(LintSubject subject)
    {
        var ways = subject.Graph.Edges.ToLookup(edge => edge.From, edge => edge.To);
        var seen = new HashSet<int> { 0 };
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var index))
        {
            var step = subject.Steps[index];
            yield return step;
            foreach (var next in step.Step.Kind is StepKind.Choose ? [] : ways[index].Where(seen.Add))
            {
                queue.Enqueue(next);
            }
        }
    }
}
