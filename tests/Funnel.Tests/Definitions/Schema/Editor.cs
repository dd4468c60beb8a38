using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Schema;

namespace Funnel.Tests.Definitions.Schema;

/// <summary>What programs of others make of the schema: the validator Ajv, and the language service of Visual Studio Code.</summary>
public sealed class Editor : IDisposable
{
    private readonly Process _node;

    public Editor()
    {
        _node = Process.Start(
            new ProcessStartInfo("node", [Path.Combine(Folder(), "editor.mjs")])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        _node.StandardInput.WriteLine(JsonNode.Parse(FunnelSchema.Utf8.Span)!.ToJsonString());
    }

    /// <summary>Why the schema refuses a file; empty where it accepts it.</summary>
    public IReadOnlyList<string> Refusals(string file) => Ask("refusals", file);

    /// <summary>What is underlined in a file: line, column and message.</summary>
    public IReadOnlyList<string> Squiggles(string file) => Ask("squiggles", file);

    /// <summary>What is offered where a <c>|</c> stands in the file.</summary>
    public IReadOnlyList<string> Completions(string file) => AskAtCursor("completions", file);

    /// <summary>What is shown where a <c>|</c> stands in the file.</summary>
    public string Hover(string file) => string.Concat(AskAtCursor("hover", file));

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }

    private string[] AskAtCursor(string what, string file)
    {
        var cursor = file.IndexOf('|', StringComparison.Ordinal);
        return Ask(what, file.Remove(cursor, 1), cursor);
    }

    private string[] Ask(string what, string text, int at = 0)
    {
        _node.StandardInput.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    ask = what,
                    text,
                    at,
                }
            )
        );
        return _node.StandardOutput.ReadLine() is { } answer
            ? JsonSerializer.Deserialize<string[]>(answer)!
            : throw new InvalidOperationException(
                $"The editor gave up, see above. Its packages come by: npm ci --prefix {Folder()}"
            );
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../editor"));
}
