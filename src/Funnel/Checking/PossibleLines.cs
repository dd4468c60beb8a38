using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>The lines that an order may have at some point of its walks, and what each may hold.</summary>
internal sealed class PossibleLines(IReadOnlyList<AddSite> adds, IReadOnlyList<SwapDefinition> swaps)
{
    // Made when it is asked for: lines are put together far more often than they are named.
    public LineNames Names => field ??= new(adds);

    /// <summary>The products of all lines, by id.</summary>
    public IReadOnlySet<string> Products =>
        adds.Select(add => add.Add.Product)
            .Concat(swaps.Where(swap => Names.Contains(swap.Line)).Select(swap => swap.Product))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The products that a line may hold, by id: those that it is added with or swapped to.</summary>
    public IReadOnlySet<string> ProductsOf(string line)
    {
        var products = Names.Makers(line).Select(add => add.Add.Product).ToHashSet(StringComparer.Ordinal);
        if (products.Count > 0)
        {
            // A swap of a line that is not there is reported as that; it may have been meant for this one.
            products.UnionWith(
                swaps.Where(swap => swap.Line == line || !Names.Contains(swap.Line)).Select(swap => swap.Product)
            );
        }

        return products;
    }

    public PossibleLines With(IEnumerable<AddSite> more) => new([.. adds, .. more], swaps);

    public PossibleLines With(SwapDefinition? swap) => swap is null ? this : new(adds, [.. swaps, swap]);
}
