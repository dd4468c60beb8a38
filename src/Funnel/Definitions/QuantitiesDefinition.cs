namespace Funnel.Definitions;

/// <summary>The quantities a product is sold in: a list, or a range.</summary>
public abstract record QuantitiesDefinition
{
    /// <summary>The most of anything that one line can be sold in.</summary>
    public const int Most = 1_000_000;

    private QuantitiesDefinition() { }

    /// <summary>Just these, ascending as written.</summary>
    public sealed record List(IReadOnlyList<int> Values) : QuantitiesDefinition;

    /// <summary>From <see cref="Min"/> up to <see cref="Max"/> by <see cref="Step"/>.</summary>
    public sealed record Range(int Min, int Max, int Step) : QuantitiesDefinition;
}
