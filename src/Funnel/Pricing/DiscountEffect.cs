using Funnel.Definitions;

namespace Funnel.Pricing;

/// <summary>Takes something off the nets of the lines that it is on, split in proportion to them; capped at their sum.</summary>
/// <param name="line">The line, where it is on one.</param>
internal sealed class DiscountEffect(DiscountDefinition discount, LineName? line) : Effect
{
    public override Obstacle Apply(EffectScope scope)
    {
        var basket = scope.Basket;
        var firstAdded = scope.FirstAdded;
        var lines = Enumerable.Range(0, basket.Count).Where(index => IsOn(index, basket, firstAdded)).ToArray();
        if (lines.Length == 0)
        {
            return Obstacle.NothingThere;
        }

        var nets = Array.ConvertAll(lines, index => basket[index].Net);
        var sum = nets.Aggregate(Money.Zero, (total, net) => total + net);
        var off = discount.PercentOff is { } percent
            ? percent.Of(sum, scope.Terms.Rounding)
            : discount.AmountOff!.Value;
        var origin = discount.Label is { } label ? scope.Origin with { Label = label } : scope.Origin;
        basket.Spread(-Money.Min(off, sum), lines, nets, origin);
        return Obstacle.None;
    }

    private bool IsOn(int index, BasketEdit basket, int firstAdded) =>
        discount.On switch
        {
            DiscountTarget.Order => true,
            DiscountTarget.Added => index >= firstAdded,
            DiscountTarget.Category category => basket[index].Product.Definition.Category == category.Id,
            _ => ReferenceEquals(basket[index].Key, line),
        };
}
