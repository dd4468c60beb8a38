using Funnel.Definitions;

namespace Funnel.Pricing;

/// <summary>Multiplies the quantity of every multipliable line, once, and charges a percentage of their sum, split over them.</summary>
internal sealed class MultiplyEffect(MultiplyDefinition multiply) : Effect
{
    public override Obstacle Apply(EffectScope scope)
    {
        var basket = scope.Basket;
        var lines = Enumerable
            .Range(0, basket.Count)
            .Where(index => basket[index].Product.Definition.Multipliable)
            .ToArray();
        if (lines.Length == 0)
        {
            return Obstacle.NothingThere;
        }

        if (Array.Exists(lines, index => basket[index].Multiplied))
        {
            return Obstacle.LineFinal;
        }

        var weights = Array.ConvertAll(
            lines,
            index => multiply.Of is MultiplyBase.List ? basket[index].List : basket[index].Net
        );
        var sum = weights.Aggregate(Money.Zero, (total, weight) => total + weight);
        var charges = new Money[lines.Length];
        Split.ByLargestRemainder(multiply.Percent.Of(sum, scope.Terms.Rounding), weights, charges);
        for (var i = 0; i < lines.Length; i++)
        {
            basket.Replace(lines[i], basket[lines[i]].Times(multiply.By, charges[i], scope.Origin, scope.Terms));
        }

        return Obstacle.None;
    }
}
