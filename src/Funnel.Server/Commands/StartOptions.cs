using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Server.Orders;

namespace Funnel.Server.Commands;

/// <summary>The options that say what a walk starts with.</summary>
internal sealed class StartOptions
{
    private static readonly JsonSerializerOptions ValueJson = new() { Converters = { new ValueConverter() } };

    private readonly Option<string?> _locale = new("--locale")
    {
        Description = "The language to speak. Default: the funnel's first.",
    };

    private readonly Option<string?> _country = new("--country")
    {
        Description = "Where it is sold to, as in NL; it decides the tax.",
    };

    private readonly Option<DateTimeOffset?> _at = new("--at")
    {
        Description = "When it is walked, as in 2026-12-01T14:30+01:00. Default: now.",
        CustomParser = Moment,
    };

    private readonly Option<string?> _channel = new("--channel") { Description = "Where the shopper comes in." };

    private readonly Option<string?> _device = new("--device") { Description = "What they hold." };

    private readonly Option<string?> _referrer = new("--referrer") { Description = "What sent them." };

    private readonly Option<Dictionary<string, Value>> _customer = Named(
        "--customer",
        "What the shop knows of the customer, as in segment=business. May be repeated."
    );

    private readonly Option<Dictionary<string, Value>> _inputs = Named(
        "--input",
        "An input that the funnel declares, as in artwork=https://example.com/logo.svg. May be repeated."
    );

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_locale, _country, _at, _channel, _device, _referrer, _customer, _inputs])
        {
            command.Options.Add(option);
        }
    }

    /// <returns>The start; null where the funnel does not take it, which is told.</returns>
    public Start? Read(ParseResult parsed, FunnelMachine machine, TimeProvider clock, Terminal terminal)
    {
        var start = new Start
        {
            At = parsed.GetValue(_at) ?? clock.GetUtcNow(),
            Locale = parsed.GetValue(_locale) ?? machine.Definition.Locales[0],
            Country = parsed.GetValue(_country)?.ToUpperInvariant(),
            Channel = parsed.GetValue(_channel),
            Device = parsed.GetValue(_device),
            Referrer = parsed.GetValue(_referrer),
            Customer = parsed.GetValue(_customer)!,
            Inputs = parsed.GetValue(_inputs)!,
        };
        string[] problems = [.. ProblemsWith(start, machine)];
        foreach (var problem in problems)
        {
            terminal.Errors.WriteLine(problem);
        }

        return problems is [] ? start : null;
    }

    private static IEnumerable<string> ProblemsWith(Start start, FunnelMachine machine)
    {
        if (!machine.Definition.Locales.Contains(start.Locale))
        {
            yield return $"--locale: The funnel speaks {string.Join(", ", machine.Definition.Locales)}, and not {start.Locale}.";
        }

        if (start.Country is { } country && (country.Length != 2 || !country.All(char.IsAsciiLetter)))
        {
            yield return "--country: Give an ISO 3166-1 code of two letters, as in NL.";
        }

        foreach (var fault in CanonicalAnswer.Faults(start.Inputs, machine.Inputs))
        {
            yield return $"--input: {fault.Pointer}: {fault.Message}";
        }
    }

    private static DateTimeOffset? Moment(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment;
        }

        argument.AddError($"\"{text}\" is no moment. Give one as in 2026-12-01T14:30+01:00.");
        return null;
    }

    /// <summary><c>name=value</c>, repeated; what is a number, true, false or a list of texts in JSON is that, else a text.</summary>
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
            return JsonSerializer.Deserialize<Value>(written, ValueJson) ?? new Value.Text(written);
        }
        catch (JsonException)
        {
            return new Value.Text(written);
        }
    }
}
