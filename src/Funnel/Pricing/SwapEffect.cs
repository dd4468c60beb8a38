namespace Funnel.Pricing;

/// <summary>A line's product becomes a better one.</summary>
internal sealed class SwapEffect(LineName line, Product product) : Effect
{
    public override Obstacle Apply(EffectScope scope)
    {
        var basket = scope.Basket;
        var index = basket.IndexOf(line);
        if (index < 0)
        {
            return Obstacle.LineAbsent;
        }

        var old = basket[index];
        if (old.Multiplied)
        {
            return Obstacle.LineFinal;
        }

        if (old.Product == product)
        {
            return Obstacle.None;
        }

        if (!product.Quantities.Sells(old.Quantity))
        {
            return Obstacle.QuantityNotSold;
        }

        var choices = old.ChoicesAs(product);
        if (!product.Allows(choices))
        {
            return Obstacle.ChoicesConflict;
        }

        if (product.ListOf(old.Quantity, choices, basket, index) is not { } list)
        {
            return Obstacle.PriceBaseAbsent;
        }

        basket.Replace(index, old.Repriced(product, old.Quantity, choices, list, scope.Origin, scope.Terms));
        return Obstacle.None;
    }
}
