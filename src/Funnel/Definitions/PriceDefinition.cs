using System.ComponentModel;

namespace Funnel.Definitions;

/// <summary>What a quantity of something costs.</summary>
public abstract record PriceDefinition
{
    private PriceDefinition() { }

    /// <summary>Quantity × each, rounded once. Also written as the bare amount.</summary>
    public sealed record Each(UnitPrice Price) : PriceDefinition;

    /// <summary>The same whatever the quantity.</summary>
    public sealed record Flat(Money Amount) : PriceDefinition;

    /// <summary>The total of each pack.</summary>
    public sealed record ByQuantity(IReadOnlyDictionary<int, Money> Packs) : PriceDefinition;

    /// <summary>All units at the tier that the quantity reaches or, graduated, each unit at its own tier's price.</summary>
    public sealed record Tiers(IReadOnlyList<Tier> Steps, bool Graduated) : PriceDefinition;

    /// <summary>A percentage of something else in the order, clamped.</summary>
    public sealed record Percentage(Percent Rate, PercentageBase Of, Money? AtLeast, Money? AtMost) : PriceDefinition;
}

/// <summary>The price of one from a quantity on.</summary>
[Description("The price of one from a quantity on.")]
public sealed record Tier
{
    [Description("The quantity from which this price holds. Tiers ascend.")]
    [Examples(10)]
    public required int From { get; init; }

    [Description("The price of one, with up to 6 decimals.")]
    [Examples("5.40")]
    public required UnitPrice Each { get; init; }
}

/// <summary>What a percentage price is taken of.</summary>
public abstract record PercentageBase
{
    private PercentageBase() { }

    /// <summary><c>"line"</c>: the base price of the option's own line.</summary>
    public sealed record OwnLine : PercentageBase;

    /// <summary><c>"order"</c>: the subtotal of the other lines at that moment.</summary>
    public sealed record OtherLines : PercentageBase;

    /// <summary><c>"line:phone"</c>: that line's net at that moment.</summary>
    public sealed record Line(string Name) : PercentageBase;
}
