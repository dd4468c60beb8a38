using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;

namespace Funnel.Server.Commands;

/// <summary><c>walk FILE</c>: walks a funnel as a shopper does, prices and all, without a server.</summary>
internal static class WalkCommand
{
    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var file = CommonOptions.File();
        var locale = new Option<string?>("--locale")
        {
            Description = "The language to speak. Default: the funnel's first.",
        };
        var country = new Option<string?>("--country")
        {
            Description = "Where it is sold to, as in NL; it decides the tax.",
        };
        var at = new Option<DateTimeOffset?>("--at")
        {
            Description = "When it is walked, as in 2026-12-01T14:30+01:00. Default: now.",
            CustomParser = argument =>
            {
                if (
                    DateTimeOffset.TryParse(
                        argument.Tokens[0].Value,
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.AssumeUniversal,
                        out var moment
                    )
                )
                {
                    return moment;
                }

                argument.AddError(
                    $"\"{argument.Tokens[0].Value}\" is no moment. Give one as in 2026-12-01T14:30+01:00."
                );
                return null;
            },
        };
        var customer = Named(
            "--customer",
            "What the shop knows of the customer, as in segment=business. May be repeated."
        );
        var input = Named("--input", "An input that the funnel declares, as in artwork=https://…. May be repeated.");
        var command = new ExampledCommand(
            "walk",
            "Walks a funnel in the terminal, prices and all. Without a terminal it reads answers from standard input, one JSON object a line, and writes what comes of each.",
            "walk funnels/print-shop.json --at 2026-12-01T14:30+01:00 --customer segment=business",
            """echo '{"step":"cards","accept":[{"offer":"cards","quantity":250}]}' | walk funnels/print-shop.json"""
        )
        {
            file,
            locale,
            country,
            at,
            customer,
            input,
        };
        command.SetAction(async parsed =>
        {
            if (await CheckedFile.ReadSound(parsed.GetValue(file)!, terminal) is not { Machine: var machine })
            {
                return ExitCodes.Found;
            }

            var start = new Start
            {
                At = parsed.GetValue(at) ?? clock.GetUtcNow(),
                Locale = parsed.GetValue(locale) ?? machine.Definition.Locales[0],
                Country = parsed.GetValue(country)?.ToUpperInvariant(),
                Customer = parsed.GetValue(customer)!,
                Inputs = parsed.GetValue(input)!,
            };
            if (ProblemsWith(start, machine).ToArray() is { Length: > 0 } problems)
            {
                foreach (var problem in problems)
                {
                    await terminal.Errors.WriteLineAsync(problem);
                }

                return ExitCodes.WrongUse;
            }

            var view = new WalkText(machine, start.Locale, terminal);
            return terminal.IsInteractive
                ? await new AskedWalk(view, terminal).Run(Order.Begin(machine, start))
                : await new ReadWalk(view, terminal).Run(Order.Begin(machine, start));
        });
        return command;
    }

    private static IEnumerable<string> ProblemsWith(Start start, FunnelMachine machine)
    {
        if (!machine.Definition.Locales.Contains(start.Locale))
        {
            yield return $"The funnel speaks {string.Join(", ", machine.Definition.Locales)}, and not {start.Locale}.";
        }

        foreach (var fault in CanonicalAnswer.Faults(start.Inputs, machine.Inputs))
        {
            yield return $"--input {fault.Pointer.TrimStart('/')}: {fault.Message}";
        }
    }

    /// <summary><c>name=value</c>, repeated; what is a number, true, false or a list in JSON is that, else a text.</summary>
    private static Option<Dictionary<string, Value>> Named(string name, string description) =>
        new(name)
        {
            Description = description,
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => [],
            CustomParser = argument =>
            {
                var values = new Dictionary<string, Value>();
                foreach (var token in argument.Tokens)
                {
                    if (token.Value.Split('=', 2) is not [{ Length: > 0 } key, var value])
                    {
                        argument.AddError($"\"{token.Value}\" is not of the form name=value.");
                        break;
                    }

                    values[key] = ValueOf(value);
                }

                return values;
            },
        };

    private static Value ValueOf(string written)
    {
        try
        {
            return JsonSerializer.Deserialize<Value>(written, WalkLine.Options) ?? new Value.Text(written);
        }
        catch (JsonException)
        {
            return new Value.Text(written);
        }
    }
}
