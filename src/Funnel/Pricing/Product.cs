using Funnel.Definitions;

namespace Funnel.Pricing;

/// <summary>A product compiled for one funnel.</summary>
public sealed class Product
{
    internal const int Untaxed = -1;

    internal Product(
        string id,
        ProductDefinition definition,
        PriceForm price,
        IReadOnlyList<ProductOption> options,
        int taxCategory
    )
    {
        Id = id;
        Definition = definition;
        Price = price;
        Options = options;
        TaxCategory = taxCategory;
        Quantities = SoldQuantities.Of(definition);
        DefaultChoices = [.. options.Select(option => option.Default)];
    }

    public string Id { get; }

    public ProductDefinition Definition { get; }

    public Text Name => Definition.Name;

    public SoldQuantities Quantities { get; }

    public IReadOnlyList<ProductOption> Options { get; }

    internal PriceForm Price { get; }

    /// <summary>Index of its rate in <see cref="Terms"/>, or <see cref="Untaxed"/>.</summary>
    internal int TaxCategory { get; }

    /// <summary>Per option, the index of its default choice.</summary>
    internal int[] DefaultChoices { get; }

    internal int IndexOfOption(string id)
    {
        for (var i = 0; i < Options.Count; i++)
        {
            if (Options[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether every chosen choice allows the others.</summary>
    /// <param name="choices">Per option, the index of its choice.</param>
    internal bool Allows(ReadOnlySpan<int> choices)
    {
        for (var i = 0; i < choices.Length; i++)
        {
            foreach (var requirement in Options[i].Choices[choices[i]].Requires)
            {
                if (!requirement.AllowedChoices.Contains(choices[requirement.Option]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The list of a line of it: base price and surcharges; null where a price has nothing to be a percentage of.</summary>
    /// <param name="self">The line's index in the basket, or -1 while it is not in it.</param>
    internal Money? ListOf(int quantity, ReadOnlySpan<int> choices, BasketEdit basket, int self)
    {
        if (Price.For(quantity, new(Money.Zero, basket, self)) is not { } own)
        {
            return null;
        }

        var list = own;
        for (var i = 0; i < choices.Length; i++)
        {
            if (Options[i].Choices[choices[i]].Price is { } surcharge)
            {
                if (surcharge.For(quantity, new(own, basket, self)) is not { } amount)
                {
                    return null;
                }

                list += amount;
            }
        }

        return list;
    }
}

/// <summary>An option of a product.</summary>
public sealed class ProductOption
{
    internal ProductOption(string id, Text name, IReadOnlyList<ProductChoice> choices, int defaultChoice)
    {
        Id = id;
        Name = name;
        Choices = choices;
        Default = defaultChoice;
    }

    public string Id { get; }

    public Text Name { get; }

    public IReadOnlyList<ProductChoice> Choices { get; }

    /// <summary>Index of the choice where none is made.</summary>
    public int Default { get; }

    internal int IndexOfChoice(string id)
    {
        for (var i = 0; i < Choices.Count; i++)
        {
            if (Choices[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A choice of an option.</summary>
public sealed class ProductChoice
{
    internal ProductChoice(string id, Text name, PriceForm? price, Requirement[] requires)
    {
        Id = id;
        Name = name;
        Price = price;
        Requires = requires;
    }

    public string Id { get; }

    public Text Name { get; }

    internal PriceForm? Price { get; }

    internal Requirement[] Requires { get; }
}

/// <summary>Another option's choices with which alone a choice goes, by index.</summary>
internal readonly record struct Requirement(int Option, int[] AllowedChoices);
