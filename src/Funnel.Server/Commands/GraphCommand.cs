using System.CommandLine;
using Funnel.Machine;
using Funnel.Machine.Diagrams;

namespace Funnel.Server.Commands;

/// <summary><c>graph FILE</c>: the funnel as a picture, in a language that others draw.</summary>
internal static class GraphCommand
{
    private const string Mermaid = "mermaid";
    private const string Dot = "dot";

    public static Command Make(Terminal terminal)
    {
        var file = CommonOptions.File();
        var format = new Option<string>("--format", "-f")
        {
            Description = "The language: mermaid, which Markdown shows in place, or dot, of Graphviz.",
            DefaultValueFactory = _ => Mermaid,
        };
        format.AcceptOnlyFromAmong(Mermaid, Dot);
        var command = new ExampledCommand(
            "graph",
            "Draws a funnel: its steps, what they offer, and what leads from one to another.",
            "graph funnels/print-shop.json > print-shop.mmd",
            "graph funnels/print-shop.json --format dot | dot -Tsvg > print-shop.svg"
        )
        {
            file,
            format,
        };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(format)!, terminal));
        return command;
    }

    private static async Task<int> Run(string path, string format, Terminal terminal)
    {
        if (await CheckedFile.ReadRunning(path, terminal) is not { } file)
        {
            return ExitCodes.Found;
        }

        Func<FunnelMachine, string> draw = format == Dot ? DotDiagram.Of : MermaidDiagram.Of;
        await terminal.Out.WriteAsync(draw(file.Machine));
        return ExitCodes.Fine;
    }
}
