using Funnel.Definitions;

namespace Funnel.Pricing;

/// <summary>The quantities that a product is sold in.</summary>
public sealed class SoldQuantities
{
    private static readonly SoldQuantities Default = new(null, 1, 9_999, 1);

    private SoldQuantities(int[]? list, int min, int max, int step)
    {
        List = list;
        Least = min;
        Most = max;
        Step = step;
    }

    /// <summary>Each quantity, ascending; null where a range says it.</summary>
    public IReadOnlyList<int>? List { get; }

    public int Least { get; }

    /// <summary>The greatest that is sold: the reader wants a range to end on one of its steps.</summary>
    public int Most { get; }

    /// <summary>From one quantity of a range to the next.</summary>
    public int Step { get; }

    /// <summary>Each quantity, ascending.</summary>
    public IEnumerable<int> All => List ?? Enumerable.Range(0, (Most - Least) / Step + 1).Select(i => Least + i * Step);

    public bool Sells(int quantity) =>
        List?.Contains(quantity) ?? (quantity >= Least && quantity <= Most && (quantity - Least) % Step == 0);

    /// <summary>The least that is sold of those that are no less than a number, or else the most.</summary>
    public int From(decimal number) =>
        List is not null ? List.FirstOrDefault(quantity => quantity >= number, Most)
        : number <= Least ? Least
        : number >= Most ? Most
        : Least + (int)decimal.Ceiling((number - Least) / Step) * Step;

    /// <summary><c>100, 250, 500</c> or <c>1 to 50 by 1</c>.</summary>
    public override string ToString() => List is null ? $"{Least} to {Most} by {Step}" : string.Join(", ", List);

    /// <summary>What the product says or, where it is silent, the keys of its packs, else 1 to 9999.</summary>
    public static SoldQuantities Of(ProductDefinition product) =>
        product switch
        {
            { Quantities: QuantitiesDefinition.List list } => Of(list.Values),
            { Quantities: QuantitiesDefinition.Range range } => new(null, range.Min, range.Max, range.Step),
            { Price: PriceDefinition.ByQuantity packs } => Of(packs.Packs.Keys),
            _ => Default,
        };

    private static SoldQuantities Of(IEnumerable<int> quantities)
    {
        var ascending = quantities.Order().ToArray();
        return new(ascending, ascending[0], ascending[^1], 1);
    }
}
