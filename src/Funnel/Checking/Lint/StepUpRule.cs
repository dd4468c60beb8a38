using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>An upgrade is a step up, not another purchase. Of quantity there is nothing to say: that is more of the same.</summary>
internal sealed class StepUpRule : LintRule
{
    private const int Most = 50;

    public override string Code => "FNL103";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "An upgrade that costs over half as much again as what it improves";

    public override string Reason =>
        "Who has chosen something has chosen roughly what to spend. A larger leap belongs in the first choice.";

    public override string Source =>
        "House practice, after the price gaps in R. Mohammed, The Good-Better-Best Approach to Pricing, Harvard Business Review 9/2018";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        from offer in subject.Offers
        where subject.StepOf(offer).Step.Kind is StepKind.Upsell
        let steepest = Upgrades(subject, offer)
            .Select(upgrade => new StepUp(upgrade.From.Id, ListOf(subject, upgrade.From), ListOf(subject, upgrade.To)))
            .Where(step => step.Percent > Most)
            .MaxBy(step => step.Percent)
        where steepest is not null
        select Found(
            offer.Pointer,
            $"This makes {Quoted.Value(steepest.Product)} {Proportion.Say(steepest.Percent!.Value)} dearer: from "
                + $"{subject.Say(steepest.From!.Value)} to {subject.Say(steepest.To!.Value)}. "
                + "Offer something between the two first, or let both be chosen at the start."
        );

    private static IEnumerable<(Holding From, Holding? To)> Upgrades(LintSubject subject, OfferSite offer)
    {
        var required = new Requirements(subject, offer);
        var swapped =
            from swap in new[] { offer.Offer.Swap }.OfType<SwapDefinition>()
            from holding in Holding.Of(subject, offer, required, swap.Line)
            select (holding, holding.As(swap.Product, subject.Product(swap.Product)));
        var set =
            from site in offer.Sets
            where site.Set.Quantity is null
            from holding in Holding.Of(subject, offer, required, site.Set.Line)
            select (holding, holding.With(site.Set));
        return swapped.Concat(set);
    }

    private static Money? ListOf(LintSubject subject, Holding? holding) =>
        holding is null ? null : subject.Prices.Of(holding.Product, holding.Quantity, holding.Options);

    private sealed record StepUp(string Product, Money? From, Money? To)
    {
        public decimal? Percent { get; } = Proportion.Of(To - From, From);
    }
}
