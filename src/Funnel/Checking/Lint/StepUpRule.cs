using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>An upgrade is a step up, not another purchase. Of quantity there is nothing to say: that is more of the same.</summary>
internal sealed class StepUpRule : LintRule
{
    private const int Most = 50;

    public override string Code => "FNL103";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "An upgrade that costs over half as much again as the next lower one";

    public override string Reason =>
        "Who has chosen something has chosen roughly what to spend. A larger leap belongs in the first choice.";

    public override string Source =>
        "House practice, after the price gaps in R. Mohammed, The Good-Better-Best Approach to Pricing, Harvard Business Review 9/2018";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        from step in subject.Steps
        where step.Step.Kind is StepKind.Upsell
        let upgrades = step.Offers.SelectMany(offer => Upgrades(subject, offer)).Distinct().ToList()
        from offer in step.Offers
        let steepest = upgrades
            .Where(upgrade => upgrade.Offer == offer.Offer.Id)
            .Select(upgrade => upgrade with { From = NextLower(upgrade, upgrades) })
            .MaxBy(upgrade => upgrade.Percent)
        where steepest?.Percent > Most
        select Found(
            offer.Pointer,
            $"This makes {Quoted.Value(steepest.Product)} {Proportion.Say(steepest.Percent!.Value)} dearer: from "
                + $"{subject.Say(steepest.From)} to {subject.Say(steepest.To)}. "
                + "Offer something between the two beside it, or let both be chosen at the start."
        );

    /// <summary>The next lower that stands beside it: another offer of the step, or what there is.</summary>
    private static Money NextLower(Upgrade upgrade, List<Upgrade> all) =>
        all.Where(other => (other.Product, other.From) == (upgrade.Product, upgrade.From) && other.To < upgrade.To)
            .Select(other => other.To)
            .Append(upgrade.From)
            .Max();

    private static IEnumerable<Upgrade> Upgrades(LintSubject subject, OfferSite offer)
    {
        var required = new Requirements(subject, offer);
        var swapped =
            from swap in new[] { offer.Offer.Swap }.OfType<SwapDefinition>()
            from holding in Holding.Of(subject, offer, required, swap.Line)
            select (From: holding, To: holding.As(swap.Product, subject.Product(swap.Product)));
        var set =
            from site in offer.Sets
            where site.Set.Quantity is null
            from holding in Holding.Of(subject, offer, required, site.Set.Line)
            select (From: holding, To: holding.With(site.Set));
        return from upgrade in swapped.Concat(set)
            let lists = (From: ListOf(subject, upgrade.From), To: ListOf(subject, upgrade.To))
            where lists.From is not null && lists.To is not null
            select new Upgrade(offer.Offer.Id, upgrade.From.Id, lists.From!.Value, lists.To!.Value);
    }

    private static Money? ListOf(LintSubject subject, Holding? holding) =>
        holding is null ? null : subject.Prices.Of(holding.Product, holding.Quantity, holding.Options);

    /// <summary>What an offer makes of a product's list.</summary>
    private sealed record Upgrade(string Offer, string Product, Money From, Money To)
    {
        public decimal? Percent => Proportion.Of(To - From, From);
    }
}
