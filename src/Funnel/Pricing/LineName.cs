namespace Funnel.Pricing;

/// <summary>A line's name. A machine has one instance a name, so names compare by reference.</summary>
internal sealed class LineName(string text)
{
    public override string ToString() => text;
}

/// <summary>Every name that a line of one funnel can bear.</summary>
internal sealed class LineNames
{
    private static readonly char[] NumberCharacters = [.. "-0123456789"];

    private readonly Dictionary<string, LineName> _names = [];

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
    /// <param name="wanted">The name it would have if it were free.</param>
    /// <param name="adds">How many lines of the same stem the whole funnel can add, so that one name is always free.</param>
    public LineName[] InTurn(string wanted, int adds) =>
        [this[wanted], .. Enumerable.Range(2, Math.Max(0, adds - 1)).Select(n => this[$"{wanted}-{n}"])];

    /// <summary>What is left of a name without the numbers at its end. Only names of the same stem can be in each other's way.</summary>
    public static string StemOf(string name) => name.TrimEnd(NumberCharacters);
}
