using System.Globalization;
using System.Text;

namespace Funnel.Machine.Diagrams;

/// <summary>A machine as a graph in DOT, the language of Graphviz.</summary>
/// <remarks>https://graphviz.org/doc/info/lang.html</remarks>
internal static class DotDiagram
{
    // No step's id has brackets.
    private const string Start = "(start)";
    private const string End = "(end)";

    public static string Of(FunnelMachine machine)
    {
        var diagram = new Diagram(machine);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"digraph \"{machine.Definition.Id}\" {{\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"    label=\"{Escape(diagram.Title)}\" labelloc=t fontname=\"sans-serif\"\n"
        );
        text.Append("    node [shape=box style=rounded fontname=\"sans-serif\"]\n");
        text.Append("    edge [fontname=\"sans-serif\" fontsize=10]\n");
        text.Append(CultureInfo.InvariantCulture, $"    \"{Start}\" [shape=point width=0.2 label=\"\"]\n");
        text.Append(CultureInfo.InvariantCulture, $"    \"{End}\" [shape=doublecircle width=0.2 label=\"\"]\n");
        foreach (var state in diagram.States)
        {
            // The title stands in the middle, and what is below it to the left.
            var label = $"{Escape(state.Title)}\\n{string.Concat(state.Lines.Select(line => $"{Escape(line)}\\l"))}";
            text.Append(CultureInfo.InvariantCulture, $"    \"{NameOf(state.State)}\" [label=\"{label}\"]\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"    \"{Start}\" -> \"{NameOf(machine.States[0])}\"\n");
        foreach (var (from, to, labels) in diagram.Arrows)
        {
            var label = string.Join("\\n", labels.Select(Escape));
            text.Append(
                CultureInfo.InvariantCulture,
                $"    \"{NameOf(from)}\" -> \"{NameOf(to)}\" [label=\"{label}\"]\n"
            );
        }

        return text.Append("}\n").ToString();
    }

    private static string NameOf(State? state) => state?.Id ?? End;

    /// <summary>For a quoted label, in which backslashes escape and ampersands open entities.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(
                rune.Value switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '&' => "&amp;",
                    _ when Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) => " ",
                    _ => rune.ToString(),
                }
            );
        }

        return escaped.ToString();
    }
}
