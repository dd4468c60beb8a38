using Funnel.Pricing;

namespace Funnel.Machine;

/// <summary>What one effect of an offer leaves to the shopper.</summary>
/// <param name="Added">The product that it adds; null where it changes a line.</param>
/// <param name="Line">The line that it changes; null where it adds one.</param>
/// <param name="SwappedIn">The product that the same offer swaps into that line first, or null.</param>
/// <param name="Quantity">Whether the quantity is asked.</param>
/// <param name="Options">The options that are asked, by id.</param>
internal sealed record Asked(
    Product? Added,
    LineName? Line,
    Product? SwappedIn,
    bool Quantity,
    IReadOnlyList<string> Options
)
{
    /// <summary>What is chosen of; null where the line is not there.</summary>
    public Product? ProductIn(Basket basket) =>
        Added ?? (basket.Find(Line!) is { } line ? SwappedIn ?? line.Product : null);

    /// <summary>The quantity where none is chosen.</summary>
    public int DefaultQuantity(Basket basket) => Added?.Quantities.Least ?? basket.Find(Line!)!.Quantity;

    /// <summary>Per option of the product, the index of the choice where none is made.</summary>
    public int[] DefaultChoices(Basket basket) =>
        Added?.DefaultChoices ?? basket.Find(Line!)!.ChoicesAs(ProductIn(basket)!);

    /// <summary>
    /// Every combination of choices; of a range of quantities, two stand for all. First those that choose one thing and leave
    /// the others as they are: where anything can be had, one of these nearly always can.
    /// </summary>
    public IEnumerable<Selection> Selections(Basket basket)
    {
        if (ProductIn(basket) is not { } product)
        {
            yield break;
        }

        int?[] quantities = !Quantity
            ? [null]
            :
            [
                .. (product.Quantities.List ?? [product.Quantities.Least, product.Quantities.Most]).Select(sold =>
                    (int?)sold
                ),
            ];
        var options = Options.Where(id => product.IndexOfOption(id) >= 0).ToArray();
        foreach (var quantity in quantities)
        {
            yield return new(quantity, null);
        }

        foreach (var option in options)
        {
            foreach (var choice in product.Options[product.IndexOfOption(option)].Choices)
            {
                yield return new(null, new Dictionary<string, string> { [option] = choice.Id });
            }
        }

        foreach (var quantity in quantities)
        {
            foreach (var choices in Combinations(product, options, 0))
            {
                yield return new(quantity, choices);
            }
        }
    }

    /// <summary>Every choice in full, each once.</summary>
    public IEnumerable<Selection> EverySelection(Product product)
    {
        IEnumerable<int?> quantities = Quantity ? product.Quantities.All.Select(sold => (int?)sold) : [null];
        var options = Options.Where(id => product.IndexOfOption(id) >= 0).ToArray();
        return quantities.SelectMany(quantity =>
            Combinations(product, options, 0).Select(choices => new Selection(quantity, choices))
        );
    }

    /// <summary>How many <see cref="EverySelection" /> has; infinity where that is beyond all bounds.</summary>
    public double CountSelections(Product product) =>
        Options
            .Where(id => product.IndexOfOption(id) >= 0)
            .Aggregate(
                Quantity ? product.Quantities.All.Count() : 1d,
                (ways, id) => ways * product.Options[product.IndexOfOption(id)].Choices.Count
            );

    private static IEnumerable<Dictionary<string, string>> Combinations(Product product, string[] options, int from)
    {
        if (from == options.Length)
        {
            yield return [];
            yield break;
        }

        foreach (var choice in product.Options[product.IndexOfOption(options[from])].Choices)
        {
            foreach (var rest in Combinations(product, options, from + 1))
            {
                rest[options[from]] = choice.Id;
                yield return rest;
            }
        }
    }
}
