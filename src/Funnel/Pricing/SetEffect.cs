using Funnel.Definitions;

namespace Funnel.Pricing;

/// <summary>Changes options and quantity of a line and prices its list anew.</summary>
internal sealed class SetEffect(LineName line, QuantityTerm? quantity, KeyValuePair<string, ChoiceTerm>[] options)
    : Effect
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

        var product = old.Product;
        var newQuantity = quantity is { } term ? term.Fixed ?? scope.Selection.Quantity ?? old.Quantity : old.Quantity;
        if (!product.Quantities.Sells(newQuantity))
        {
            return Obstacle.QuantityNotSold;
        }

        var choices = old.Choices;
        foreach (var (optionId, choiceTerm) in options)
        {
            var option = product.IndexOfOption(optionId);
            if (option < 0)
            {
                return Obstacle.ChoiceNotSold;
            }

            if ((choiceTerm.Fixed ?? scope.Selection.ChoiceOf(optionId)) is { } choiceId)
            {
                var choice = product.Options[option].IndexOfChoice(choiceId);
                if (choice < 0)
                {
                    return Obstacle.ChoiceNotSold;
                }

                if (choices[option] != choice)
                {
                    choices = choices == old.Choices ? (int[])choices.Clone() : choices;
                    choices[option] = choice;
                }
            }
        }

        if (newQuantity == old.Quantity && choices == old.Choices)
        {
            return Obstacle.None;
        }

        if (!product.Allows(choices))
        {
            return Obstacle.ChoicesConflict;
        }

        if (product.ListOf(newQuantity, choices, basket, index) is not { } list)
        {
            return Obstacle.PriceBaseAbsent;
        }

        basket.Replace(index, old.Repriced(product, newQuantity, choices, list, scope.Origin, scope.Terms));
        return Obstacle.None;
    }
}
