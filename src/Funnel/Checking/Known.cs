using System.Globalization;
using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>Tells someone who named what does not exist what does.</summary>
internal static class Known
{
    // A message is read; beyond this many names it is not.
    private const int MostNamed = 12;

    /// <param name="names">What the names are of, in the plural: <c>products</c>.</param>
    public static string Sentence(string written, IEnumerable<string> known, string names)
    {
        var all = known.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var meant = Suggestion.Sentence(written, all);
        return all.Count switch
        {
            0 => $"{meant} There are no {names}.",
            1 => meant.Length > 0 ? meant : $" There is only {Quoted.Value(all[0])}.",
            <= MostNamed => $"{meant} The {names} are {Quoted.List(all, "and")}.",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{meant} The {names} are {string.Join(", ", all.Take(MostNamed).Select(Quoted.Value))} and {all.Count - MostNamed} more."
            ),
        };
    }
}
