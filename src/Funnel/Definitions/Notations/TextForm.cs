using System.Text.RegularExpressions;

namespace Funnel.Definitions.Notations;

/// <summary>A regular expression that a whole text matches, here and as JSON Schema reads it; in time linear to the text.</summary>
internal sealed class TextForm(string expression)
{
    // .NET's $ would let a line break follow.
    private readonly Regex _whole = new(
        $@"\A(?:{expression})\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    public string Expression => expression;

    /// <summary>As JSON Schema writes it.</summary>
    public string Pattern => $"^({expression})$";

    public bool IsMatch(string text) => _whole.IsMatch(text);

    public Match Match(string text) => _whole.Match(text);
}
