using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>An offer's own price is lower than the normal one. Of a bundle another rule speaks.</summary>
internal sealed class OfferPriceRule : LintRule
{
    public override string Code => "FNL115";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "An offer with a price above the normal one";

    public override string Reason => "It is shown beside the normal price, with a saving below zero.";

    public override string Source => "House practice";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        from offer in subject.Offers
        where offer.Adds.Count == 1
        let normal = subject.Prices.Normal(offer)
        let flat = offer.Offer.Price?.Flat
        where flat > normal
        select Found(
            $"{offer.Pointer}/price",
            $"The price of {subject.Say(flat.Value)} is above the {subject.Say(normal.Value)} that {Quoted.Value(offer.Adds[0].Add.Product)} "
                + "normally costs. Lower it, or take it out."
        );
}
