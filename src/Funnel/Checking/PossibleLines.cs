using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>The lines that an order may have at some point of its walks, and what each may hold.</summary>
internal sealed class PossibleLines(IReadOnlyList<AddSite> adds, IReadOnlyList<SwapDefinition> swaps)
{
    private readonly ILookup<string, string> _swappedIn = swaps.ToLookup(
        swap => swap.Line,
        swap => swap.Product,
        StringComparer.Ordinal
    );

    public LineNames Names { get; } = new(adds);

    /// <summary>The products of all lines, by id.</summary>
    public IReadOnlySet<string> Products =>
        adds.Select(add => add.Add.Product)
            .Concat(swaps.Where(swap => Names.Contains(swap.Line)).Select(swap => swap.Product))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The products that a line may hold, by id: those that it is added with or swapped to.</summary>
    public IReadOnlySet<string> ProductsOf(string line) =>
        Names.Makers(line).Select(add => add.Add.Product).Concat(_swappedIn[line]).ToHashSet(StringComparer.Ordinal);

    public PossibleLines With(IEnumerable<AddSite> more) => new([.. adds, .. more], swaps);

    public PossibleLines With(SwapDefinition? swap) => swap is null ? this : new(adds, [.. swaps, swap]);
}
