using Funnel.Definitions;

namespace Funnel.Pricing;

/// <summary>Replaces what the lines that an offer adds would normally cost together, as one adjustment a line, split over their lists.</summary>
internal sealed class OfferPriceEffect(OfferPriceDefinition price) : Effect
{
    public override Obstacle Apply(EffectScope scope)
    {
        var basket = scope.Basket;
        var lines = Enumerable.Range(scope.FirstAdded, basket.Count - scope.FirstAdded).ToArray();
        var lists = Array.ConvertAll(lines, index => basket[index].List);
        var normal = lists.Aggregate(Money.Zero, (sum, list) => sum + list);
        basket.Spread(DifferenceFrom(normal, scope.Terms.Rounding), lines, lists, scope.Origin);
        return Obstacle.None;
    }

    /// <summary>By how much it differs from what the lines would normally cost together; negative where it is lower.</summary>
    public Money DifferenceFrom(Money normal, Rounding rounding) =>
        price switch
        {
            { Flat: { } flat } => flat - normal,
            { PercentOff: { } percent } => -Money.Min(percent.Of(normal, rounding), normal),
            _ => -Money.Min(price.AmountOff!.Value, normal),
        };
}
