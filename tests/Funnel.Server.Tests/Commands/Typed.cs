using Funnel.Server.Commands;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Commands;

/// <summary>A command as it was typed where nothing is a terminal, and what came of it.</summary>
internal sealed record Typed(int ExitCode, string Output, string Errors)
{
    public static Task<Typed> Command(params IReadOnlyList<string> arguments) => WithInput("", arguments);

    public static async Task<Typed> WithInput(string input, params IReadOnlyList<string> arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.Run(arguments, Terminal.Plain(new StringReader(input), output, errors));
        return new(exitCode, output.ToString(), errors.ToString());
    }

    /// <summary>A file of <c>funnels/</c>.</summary>
    public static string Funnel(string name) => Path.Combine(Repository.Funnels, name);

    /// <summary>The output without the folder that this machine has the repository in.</summary>
    public string Anywhere => Output.Replace(Repository.Funnels, "funnels", StringComparison.Ordinal);
}
