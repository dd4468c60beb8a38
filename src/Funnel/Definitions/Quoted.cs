using System.Globalization;
using System.Text;

namespace Funnel.Definitions;

/// <summary>Quotes what a merchant wrote in a message: on one line, and no longer than a message bears.</summary>
internal static class Quoted
{
    private const int Longest = 60;

    public static string Value(string written) => $"\"{Bare(written)}\"";

    /// <summary>A number or another word of JSON, which is written without quotes.</summary>
    public static string Bare(string written)
    {
        var text = new StringBuilder();
        foreach (var rune in written.EnumerateRunes().Take(Longest))
        {
            if (Rune.IsControl(rune))
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            }
            else
            {
                text.Append(rune.ToString());
            }
        }

        return text.Append(written.Length > Longest ? "…" : "").ToString();
    }

    /// <summary><c>"a", "b" or "c"</c>.</summary>
    public static string List(IEnumerable<string> names, string last = "or")
    {
        var quoted = names.Select(Value).ToArray();
        return quoted.Length < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted[..^1])} {last} {quoted[^1]}";
    }
}
