using System.Globalization;
using System.Text;

namespace Funnel.Machine.Diagrams;

/// <summary>A machine as a Mermaid state diagram (<c>stateDiagram-v2</c>), which Markdown renderers show in place.</summary>
/// <remarks>https://mermaid.js.org/syntax/stateDiagram.html</remarks>
internal static class MermaidDiagram
{
    // Everything else of ASCII is written as a character code: what ends a label, what opens an entity, a comment, markup
    // or mathematics, and what a later version may give a meaning.
    private const string HarmlessMarks = ".,!?()/+=-_'";

    public static string Of(FunnelMachine machine)
    {
        var diagram = new Diagram(machine);
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var state in diagram.States)
        {
            var name = NameOf(state.State);
            text.Append(CultureInfo.InvariantCulture, $"    state \"{Escape(state.Title)}\" as {name}\n");
            foreach (var line in state.Lines)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {name} : {Escape(line)}\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"    [*] --> {NameOf(machine.States[0])}\n");
        foreach (var (from, to, labels) in diagram.Arrows)
        {
            var label = string.Join("<br/>", labels.Select(Escape));
            text.Append(CultureInfo.InvariantCulture, $"    {NameOf(from)} --> {NameOf(to)} : {label}\n");
        }

        return text.ToString();
    }

    /// <summary>The step's id, made a word that is none of Mermaid's own.</summary>
    private static string NameOf(State? state) => state is null ? "[*]" : $"step_{state.Id.Replace('-', '_')}";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
            {
                escaped.Append(' ');
            }
            else if (
                !rune.IsAscii
                || Rune.IsLetterOrDigit(rune)
                || HarmlessMarks.Contains((char)rune.Value, StringComparison.Ordinal)
            )
            {
                escaped.Append(rune.ToString());
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            }
        }

        return escaped.ToString();
    }
}
