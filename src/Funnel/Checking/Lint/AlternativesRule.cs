using System.Globalization;
using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>A step that asks for one of several things shows at most two. The first choice, of what to buy, is a catalogue and may be longer.</summary>
internal sealed class AlternativesRule : LintRule
{
    private const int Most = 2;

    public override string Code => "FNL102";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "More than two alternatives in an upsell or cross-sell";

    public override string Reason =>
        "Two can be compared at a glance. Beyond that people put the decision off, and here that is a no.";

    public override string Source =>
        "House practice, stricter than Chernev, Böckenholt and Goodman, Journal of Consumer Psychology 25 (2015), on when many options "
        + "deter: where choosing is hard, and was not sought";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        from step in subject.Steps
        where step.Step.Kind is StepKind.Upsell or StepKind.CrossSell && Picks.Of(step.Step).Max == 1
        let together = MostTogether(subject, step)
        where together > Most
        select Found(
            $"{step.Pointer}/offers",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Step {Quoted.Value(step.Step.Id)} shows up to {together} offers of which one can be accepted. "
                    + $"Leave the best two, or split them over two steps."
            )
        );

    /// <summary>How many offers can show at once, of those that ask one fact for different ids only the most that agree.</summary>
    private static int MostTogether(LintSubject subject, StepSite step)
    {
        var asked = step.Offers.Select(offer => Requirements.Leaves(offer.Offer.When).ToList()).ToList();
        var facts = asked.SelectMany(leaves => leaves.Select(leaf => leaf.Fact)).Distinct(StringComparer.Ordinal);
        return facts.Select(fact => MostAgreeing(asked, fact)).Append(step.Offers.Count).Min();
    }

    private static int MostAgreeing(List<List<Condition.Leaf>> asked, string fact)
    {
        var values = asked
            .SelectMany(leaves => leaves)
            .Where(leaf => leaf.Fact == fact && leaf.Test is Test.Is or Test.In or Test.Exists)
            .SelectMany(leaf => leaf.Operands)
            .Distinct()
            .ToList();
        return values.Count == 0
            ? asked.Count
            : values.Max(value =>
                asked.Count(leaves =>
                    leaves.TrueForAll(leaf =>
                        leaf.Fact != fact
                        || leaf.Test is not (Test.Is or Test.In or Test.Exists)
                        || leaf.Operands.Contains(value)
                    )
                )
            );
    }
}
