using System.CommandLine;
using Funnel.Machine;
using Funnel.Orders;
using Spectre.Console;

namespace Funnel.Server.Commands;

/// <summary><c>walk FILE</c>: walks a funnel as a shopper does, prices and all, without a server.</summary>
internal static class WalkCommand
{
    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var file = CommonOptions.File();
        var options = new StartOptions();
        var command = new ExampledCommand(
            "walk",
            "Walks a funnel in the terminal, prices and all. Without a terminal it reads answers from standard input, one JSON object a line, and writes what comes of each; it ends with 1 where one is refused.",
            "walk funnels/print-shop.json --at 2026-12-01T14:30+01:00 --customer segment=business",
            """echo '{"step":"cards","accept":[{"offer":"cards","quantity":250}]}' | walk funnels/print-shop.json""",
            """echo '{"back":"cards"}' takes the answer to a step back, {"decline":true} and {"inputs":{…}} are the other answers"""
        )
        {
            file,
        };
        options.AddTo(command);
        command.SetAction(async parsed =>
        {
            if (await CheckedFile.ReadSound(parsed.GetValue(file)!, terminal) is not { Machine: var machine })
            {
                return ExitCodes.Found;
            }

            return options.Read(parsed, machine, clock, terminal) is { } start
                ? await Run(machine, start, terminal)
                : ExitCodes.WrongUse;
        });
        return command;
    }

    private static async Task<int> Run(FunnelMachine machine, Start start, Terminal terminal)
    {
        var text = new WalkText(machine, start.Locale, terminal);
        var order = Order.Begin(machine, start);
        if (terminal.IsInteractive)
        {
            return await new AskedWalk(text, terminal).Run(order);
        }

        text.TellStep(order, withOffers: true);
        var (_, exitCode) = await new ReadWalk(terminal, text.TellRefusal).Run(
            order,
            (json, change) =>
            {
                terminal.Line($"> {json.EscapeMarkup()}");
                text.TellDropped(change.Dropped);
                text.TellStep(change.Order, withOffers: true);
            }
        );
        return exitCode;
    }
}
