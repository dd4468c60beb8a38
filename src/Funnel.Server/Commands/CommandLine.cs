using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Funnel.Definitions;

namespace Funnel.Server.Commands;

/// <summary>What the executable does besides serving: the commands, and how they are told apart.</summary>
internal static class CommandLine
{
    /// <summary>Whether the arguments ask for a command, be it one that there is not. Settings of the server begin with a hyphen or say what they set.</summary>
    public static bool IsMeant(IReadOnlyList<string> arguments) =>
        arguments is [var first, ..]
        && (first is "--help" or "-h" or "-?" or "--version" || (!first.StartsWith('-') && !first.Contains('=')));

    /// <summary>Runs a command at this process's own terminal. Serving does not come here, and loads nothing of the command line.</summary>
    public static Task<int> Run(IReadOnlyList<string> arguments) => Run(arguments, Terminal.Own());

    /// <returns>One of <see cref="ExitCodes"/>, or what the command says.</returns>
    public static async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var root = Root(terminal);
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        string[] messages = parsed.Action is HelpWithExamples ? [] : [.. MessagesOf(parsed, root)];
        if (messages.Length > 0)
        {
            foreach (var message in messages)
            {
                await terminal.Errors.WriteLineAsync(message);
            }

            return ExitCodes.WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(
                new()
                {
                    EnableDefaultExceptionHandler = false,
                    Output = terminal.Out,
                    Error = terminal.Errors,
                }
            );
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await terminal.Errors.WriteLineAsync(problem.Message);
            return ExitCodes.WrongUse;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("A self-hosted checkout funnel. Without a command, this serves.")
        {
            CheckCommand.Make(terminal),
            CensusCommand.Make(terminal),
            GraphCommand.Make(terminal),
            DiffCommand.Make(terminal),
            WalkCommand.Make(terminal, TimeProvider.System),
            ExplainCommand.Make(terminal, TimeProvider.System),
            PublishCommand.Make(terminal),
            TestCommand.Make(terminal),
            SimulateCommand.Make(terminal),
            HealthCommand.Make(terminal),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    /// <summary>What is wrong with how a command is called.</summary>
    private static IEnumerable<string> MessagesOf(ParseResult parsed, RootCommand root)
    {
        var command = parsed.CommandResult.Command;
        if (command == root && parsed.Errors.Count > 0)
        {
            var names = root.Subcommands.Select(known => known.Name).ToArray();
            var word = parsed.Tokens[0].Value;
            return
            [
                $"There is no command {Quoted.Value(word)}.{Suggestion.Sentence(word, names)} There are {Quoted.List(names, "and")}; without one, this serves.",
            ];
        }

        // An option that there is not would pass for a file's name.
        var options = command.Options.Select(option => option.Name).ToArray();
        var unknown = parsed
            .Tokens.TakeWhile(token => token.Type is not TokenType.DoubleDash)
            .Where(token => token.Type is TokenType.Argument && token.Value.StartsWith('-') && token.Value.Length > 1)
            .Select(token =>
                $"There is no option {Quoted.Value(token.Value)}.{Suggestion.Sentence(token.Value, options)}"
            );
        string[] messages = [.. unknown, .. parsed.Errors.Select(error => error.Message).Distinct()];
        return messages is [] ? [] : [.. messages, $"See: {command.Name} --help"];
    }
}
