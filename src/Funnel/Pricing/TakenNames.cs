using System.Runtime.InteropServices;

namespace Funnel.Pricing;

/// <summary>The names that the lines of an edit bear, so that a thousand lines of one name need no search each.</summary>
internal sealed class TakenNames
{
    private readonly HashSet<LineName> _taken = [];

    // No line ever goes, so what was taken once need not be asked again.
    private readonly Dictionary<LineName[], int> _firstFree = [];

    public void Add(LineName name) => _taken.Add(name);

    /// <param name="names">One list for all that ask for the same name; at least one of them is free.</param>
    public LineName FirstFree(LineName[] names)
    {
        ref var free = ref CollectionsMarshal.GetValueRefOrAddDefault(_firstFree, names, out _);
        while (_taken.Contains(names[free]))
        {
            free++;
        }

        return names[free];
    }
}
