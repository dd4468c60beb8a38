namespace Funnel.Pricing;

/// <summary>A line's name. A machine has one instance a name, so names compare by reference.</summary>
internal sealed class LineName(string text)
{
    public override string ToString() => text;
}

/// <summary>Every name that a line of one funnel can bear.</summary>
internal sealed class LineNames
{
    private readonly Dictionary<string, LineName> _names = [];
    private readonly Dictionary<string, LineName[]> _inTurn = [];
    private readonly Dictionary<string, int> _takers = [];

    /// <param name="asked">The name that each add of the whole funnel asks for.</param>
    public LineNames(IEnumerable<string> asked)
    {
        foreach (var (name, adds) in asked.CountBy(name => name))
        {
            Take(name, adds);
            if (NumberedName.TrySplit(name, out var stem, out _))
            {
                // An add that asks for pens-2 itself takes that one from those that ask for pens.
                Take(stem, 1);
            }
        }
    }

    public LineName this[string text]
    {
        get
        {
            if (!_names.TryGetValue(text, out var name))
            {
                name = new(text);
                _names.Add(text, name);
            }

            return name;
        }
    }

    /// <summary>The names that an added line tries in turn: <c>pens</c>, <c>pens-2</c>, <c>pens-3</c>, …</summary>
    /// <param name="wanted">The name that an add asks for, which it has if it is free.</param>
    /// <returns>One more than can be taken by others, so that one is always free; the same list to all that ask for that name.</returns>
    public LineName[] InTurn(string wanted)
    {
        if (!_inTurn.TryGetValue(wanted, out var names))
        {
            // Besides those that ask for it and for its numbers, an add that asks for pens can be in the way of pens-2.
            names =
            [
                this[wanted],
                .. Enumerable
                    .Range(NumberedName.First, _takers[wanted])
                    .Select(number => this[NumberedName.Of(wanted, number)]),
            ];
            _inTurn.Add(wanted, names);
        }

        return names;
    }

    private void Take(string name, int times) => _takers[name] = _takers.GetValueOrDefault(name) + times;
}
