using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>Things together cost no more than one by one.</summary>
internal sealed class BundlePriceRule : LintRule
{
    public override string Code => "FNL106";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "A bundle dearer than its parts";

    public override string Reason => "Who adds it up feels cheated, and everybody can: the parts are on sale here too.";

    public override string Source =>
        "House practice; Directive 2005/29/EC, article 6(1)(d), where a bundle is said to be cheaper";

    internal override IEnumerable<Finding> Find(LintSubject subject)
    {
        var alone = LeastAlone(subject);
        return from bundle in subject.Offers
            where bundle.Adds.Count > 1
            let price = subject.Prices.Charged(bundle)
            let parts = ListPrices.Exact(() =>
                bundle
                    .Adds.Select(add => (add.Add.Product, List: subject.Prices.Of(add.Add)))
                    .Aggregate((Money?)Money.Zero, (sum, part) => sum + alone.GetValueOrDefault(part, part.List))
            )
            where price > parts
            select Found(
                $"{bundle.Pointer}/price",
                $"Together this costs {subject.Say(price.Value)}, and one by one {subject.Say(parts.Value)}. "
                    + "Give it a \"price\" that is no higher than that."
            );
    }

    /// <summary>What things cost that anybody can accept by themselves, by product and list.</summary>
    private static Dictionary<(string Product, Money? List), Money?> LeastAlone(LintSubject subject) =>
        subject
            .Offers.Where(offer => offer is { Adds.Count: 1, Offer.When: null })
            .Where(offer => subject.StepOf(offer).Step.When is null)
            .GroupBy(offer => (offer.Adds[0].Add.Product, subject.Prices.Of(offer.Adds[0].Add)))
            .Where(same => same.Key.Item2 is not null)
            .ToDictionary(same => same.Key, same => same.Min(offer => subject.Prices.Charged(offer)));
}
