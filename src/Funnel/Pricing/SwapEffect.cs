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

        var choices = ChoicesAfter(old);
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

    /// <summary>The line's own choices; what the new product lacks becomes its default.</summary>
    private int[] ChoicesAfter(Line old)
    {
        var choices = (int[])product.DefaultChoices.Clone();
        foreach (var (option, choice) in old.Options)
        {
            if (
                product.IndexOfOption(option.Id) is >= 0 and var kept
                && product.Options[kept].IndexOfChoice(choice.Id) is >= 0 and var same
            )
            {
                choices[kept] = same;
            }
        }

        return choices;
    }
}
