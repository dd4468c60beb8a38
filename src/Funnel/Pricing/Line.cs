using System.Collections.Immutable;
using Funnel.Definitions;

namespace Funnel.Pricing;

/// <summary>One line of an order, priced.</summary>
public sealed record Line
{
    internal Line(
        LineName name,
        Product product,
        int quantity,
        int[] choices,
        Money list,
        ImmutableArray<Adjustment> adjustments,
        Terms terms
    )
    {
        Key = name;
        Product = product;
        Quantity = quantity;
        Choices = choices;
        List = list;
        Adjustments = adjustments;
        Net = list;
        foreach (var adjustment in adjustments)
        {
            Net += adjustment.Amount;
        }

        Tax = terms.TaxOn(Net, terms.RateOn(product));
    }

    /// <summary>Its name within the order.</summary>
    public string Name => Key.ToString();

    public Product Product { get; }

    public int Quantity { get; }

    /// <summary>Per option of the product, its chosen choice.</summary>
    public IEnumerable<(ProductOption Option, ProductChoice Choice)> Options =>
        Product.Options.Zip(Choices, (option, choice) => (option, option.Choices[choice]));

    /// <summary>Base price and surcharges for its quantity; of a multiplied line, for the quantity before.</summary>
    public Money List { get; }

    /// <summary>What came off or on, in the order in which it arose.</summary>
    public ImmutableArray<Adjustment> Adjustments { get; }

    /// <summary>List and adjustments; never negative.</summary>
    public Money Net { get; }

    /// <summary>The tax in the net, or on top of it.</summary>
    public Money Tax { get; }

    /// <summary>Whether it was multiplied, and so is final.</summary>
    public bool Multiplied { get; private init; }

    internal LineName Key { get; }

    internal int[] Choices { get; }

    /// <summary>Whether it is what sets of an order's products, categories or tags have.</summary>
    internal bool Bears(IdSet of, string id) =>
        of switch
        {
            IdSet.Products => Product.Id == id,
            IdSet.Categories => Product.Definition.Category == id,
            _ => Product.Definition.Tags.Contains(id),
        };

    internal ProductChoice? ChoiceOf(string option) =>
        Product.IndexOfOption(option) is >= 0 and var index ? Product.Options[index].Choices[Choices[index]] : null;

    /// <summary>Its choices once it is another product: its own, and the default where that product lacks the option or choice.</summary>
    internal int[] ChoicesAs(Product product)
    {
        if (product == Product)
        {
            return Choices;
        }

        var choices = (int[])product.DefaultChoices.Clone();
        foreach (var (option, choice) in Options)
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

    internal Line Adjusted(Adjustment adjustment, Terms terms) =>
        new(Key, Product, Quantity, Choices, List, Adjustments.Add(adjustment), terms) { Multiplied = Multiplied };

    /// <summary>The same line anew. Where its adjustments would take the net below zero, one more lifts it to zero.</summary>
    internal Line Repriced(
        Product product,
        int quantity,
        int[] choices,
        Money list,
        AdjustmentOrigin origin,
        Terms terms
    )
    {
        var line = new Line(Key, product, quantity, choices, list, Adjustments, terms);
        return line.Net < Money.Zero ? line.Adjusted(origin.Of(-line.Net), terms) : line;
    }

    internal Line Times(int by, Money charge, AdjustmentOrigin origin, Terms terms) =>
        new(
            Key,
            Product,
            checked(Quantity * by),
            Choices,
            List,
            charge.IsZero ? Adjustments : Adjustments.Add(origin.Of(charge)),
            terms
        )
        {
            Multiplied = true,
        };
}

/// <summary>An amount that came off or on a line, fixed when it arose; never zero.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Amount">Negative where it makes the line cheaper.</param>
/// <param name="Step">The step that it came from.</param>
/// <param name="Offer">The offer that it came from; null for a selection discount.</param>
public sealed record Adjustment(Text Label, Money Amount, string Step, string? Offer);

/// <summary>Where adjustments come from.</summary>
internal readonly record struct AdjustmentOrigin(Text Label, string Step, string? Offer)
{
    public Adjustment Of(Money amount) => new(Label, amount, Step, Offer);
}
