using Funnel.Pricing;

namespace Funnel.Checking;

/// <summary>
/// The names that the lines of an order can have. Each add asks for one name; where that is taken its line is called
/// <c>name-2</c>, <c>name-3</c> and so on, so as many of these can arise as there are adds to take them.
/// </summary>
internal sealed class LineNames
{
    private readonly ILookup<string, AddSite> _adds;
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    public LineNames(IEnumerable<AddSite> adds)
    {
        _adds = adds.ToLookup(add => add.LineName, StringComparer.Ordinal);
        foreach (var group in _adds)
        {
            Take(group.Key, group.Count());
            if (NumberedName.TrySplit(group.Key, out var stem, out _))
            {
                // An add that asks for pens-2 itself may have it before a second one that asks for pens, which is pens-3 then.
                Take(stem, 1);
            }
        }
    }

    /// <summary>The names that adds ask for, and those that they get where these are taken.</summary>
    public IEnumerable<string> All =>
        _adds.SelectMany(group =>
            Enumerable
                .Range(NumberedName.First, group.Count() - 1)
                .Select(number => NumberedName.Of(group.Key, number))
                .Prepend(group.Key)
        );

    public bool Contains(string name) => Makers(name).Any();

    /// <summary>The adds that can make a line of this name.</summary>
    public IEnumerable<AddSite> Makers(string name) =>
        ComesFromStem(name, out var stem) ? _adds[name].Concat(_adds[stem]) : _adds[name];

    private bool ComesFromStem(string name, out string stem) =>
        NumberedName.TrySplit(name, out stem, out var number) && number <= Names(stem);

    /// <summary>How many names there can be of those that ask for this one.</summary>
    private int Names(string name) => _adds.Contains(name) ? _taken[name] + (ComesFromStem(name, out _) ? 1 : 0) : 0;

    private void Take(string name, int times) => _taken[name] = _taken.GetValueOrDefault(name) + times;
}
