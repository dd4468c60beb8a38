using System.CommandLine;
using Funnel.Definitions;
using Funnel.Explaining;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Server.Api;

namespace Funnel.Server.Commands;

/// <summary><c>explain FILE</c>: why each amount of a walk is what it is, and why each offer was shown or not.</summary>
internal static class ExplainCommand
{
    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var file = CommonOptions.File();
        var options = new StartOptions();
        var json = CommonOptions.Json();
        var command = new ExampledCommand(
            "explain",
            "Explains a walk, whose answers are read from standard input as by walk: why each amount is what it is, and why each offer was shown or not, with the place in the file that says so.",
            """echo '{"accept":[{"offer":"cards","quantity":250}]}' | explain funnels/print-shop.json""",
            "explain funnels/print-shop.json --json --at 2026-12-01T14:30+01:00 < answers.jsonl"
        )
        {
            file,
            json,
        };
        options.AddTo(command);
        command.SetAction(async parsed =>
        {
            if (await CheckedFile.ReadSound(parsed.GetValue(file)!, terminal) is not { } funnel)
            {
                return ExitCodes.Found;
            }

            var machine = funnel.Machine;
            return options.Read(parsed, machine, clock, terminal) is { } start
                ? await Run(funnel, machine, start, parsed.GetValue(json), terminal)
                : ExitCodes.WrongUse;
        });
        return command;
    }

    private static async Task<int> Run(
        CheckedFile file,
        FunnelMachine machine,
        Start start,
        bool json,
        Terminal terminal
    )
    {
        var begun = Order.Begin(machine, start);
        // Nobody types answers as JSON: at a terminal, the first step is explained.
        var (order, exitCode) = terminal.IsInteractive
            ? (begun, ExitCodes.Fine)
            : await new ReadWalk(
                terminal,
                refusal => terminal.Errors.WriteLine($"Refused ({refusal.Code}): {refusal.Message}")
            ).Run(begun);
        if (order is null)
        {
            return exitCode;
        }

        var view = ExplanationView.Of(
            Explain.Order(order.Walk, start.At),
            DefinitionReader.Read(file.Content),
            MoneyText.For(start.Locale, machine.Definition.Currency)
        );
        if (json)
        {
            terminal.WriteJson(view);
        }
        else
        {
            ExplanationText.Tell(view, terminal);
        }

        return ExitCodes.Fine;
    }
}
