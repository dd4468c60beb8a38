using Funnel.Definitions;

namespace Funnel.Pricing;

/// <summary>Adds a line.</summary>
/// <param name="names">The names that it tries in turn.</param>
/// <param name="parent">The line without which it cannot be added.</param>
internal sealed class AddEffect(
    Product product,
    QuantityTerm? quantity,
    KeyValuePair<string, ChoiceTerm>[] options,
    LineName[] names,
    LineName? parent
) : Effect
{
    /// <summary>The quantity that is added whatever is chosen; null where it is asked.</summary>
    public int? FixedQuantity => quantity is { } term ? term.Fixed : product.Quantities.Least;

    /// <summary>The choices that are taken whatever is chosen.</summary>
    public IEnumerable<(string Option, string Choice)> FixedChoices =>
        from option in product.Options
        let term = Array.Find(options, stated => stated.Key == option.Id)
        where term.Key is null || term.Value.Fixed is not null
        select (option.Id, term.Value.Fixed ?? option.Choices[option.Default].Id);

    public override Obstacle Apply(EffectScope scope)
    {
        var basket = scope.Basket;
        if (parent is not null && basket.IndexOf(parent) < 0)
        {
            return Obstacle.ParentAbsent;
        }

        var sold = quantity is { } term
            ? term.Fixed ?? scope.Selection.Quantity ?? product.Quantities.Least
            : product.Quantities.Least;
        if (!product.Quantities.Sells(sold))
        {
            return Obstacle.QuantityNotSold;
        }

        var choices = product.DefaultChoices;
        foreach (var (optionId, choiceTerm) in options)
        {
            if ((choiceTerm.Fixed ?? scope.Selection.ChoiceOf(optionId)) is { } choiceId)
            {
                var option = product.IndexOfOption(optionId);
                var choice = product.Options[option].IndexOfChoice(choiceId);
                if (choice < 0)
                {
                    return Obstacle.ChoiceNotSold;
                }

                choices = choices == product.DefaultChoices ? (int[])choices.Clone() : choices;
                choices[option] = choice;
            }
        }

        if (!product.Allows(choices))
        {
            return Obstacle.ChoicesConflict;
        }

        if (product.ListOf(sold, choices, basket, self: -1) is not { } list)
        {
            return Obstacle.PriceBaseAbsent;
        }

        basket.Add(new(basket.FirstFree(names), product, sold, choices, list, [], scope.Terms));
        return Obstacle.None;
    }
}
