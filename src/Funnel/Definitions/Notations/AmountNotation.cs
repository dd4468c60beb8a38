using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>An amount in major units, not negative, written as a text or a number; written back as a text.</summary>
internal abstract class AmountNotation<T> : Notation<T>
    where T : struct
{
    public const int MostWholeDigits = 15;

    public override string Expected => "an amount such as \"12.50\"";

    public override T Fallback => default;

    /// <summary>The most decimals in any currency.</summary>
    protected abstract int MostDecimals { get; }

    public sealed override JsonObject Schema(SchemaDefinitions definitions) =>
        new()
        {
            ["type"] = SchemaOf.Texts(["string", "number"]),
            ["pattern"] = $@"^(0|[1-9][0-9]{{0,{MostWholeDigits - 1}}})(\.[0-9]{{1,{MostDecimals}}})?$",
            ["minimum"] = 0,
            // 10 to the power of MostWholeDigits.
            ["exclusiveMaximum"] = 1_000_000_000_000_000,
            ["errorMessage"] = SchemaOf.Message(Expected),
        };

    public sealed override bool TryRead(Node node, ReadContext context, out T value)
    {
        value = default;
        var text = node switch
        {
            Node.String written => written.Content,
            Node.Number written => written.Text,
            _ => null,
        };
        if (text is null)
        {
            context.ReportType(node, Expected);
            return false;
        }

        if (TryParse(text, context.Currency, out value, out var fault))
        {
            return true;
        }

        context.Report(fault.Code, node, fault.Message);
        return false;
    }

    public sealed override void Write(T value, Utf8JsonWriter writer, Currency currency) =>
        writer.WriteStringValue(Format(value, currency));

    /// <param name="currency">Null where the file does not say it, which leaves the number of decimals unjudged.</param>
    public bool TryParse(string text, Currency? currency, out T value, [NotNullWhen(false)] out AmountFault? fault)
    {
        value = default;
        if (!PlainDecimal.TryParse(text, out var number) || number.IsNegative)
        {
            fault = new(
                ProblemCodes.InvalidValue,
                $"{Quoted.Value(text)} is not an amount. Write plain digits such as \"12.50\", zero or more."
            );
            return false;
        }

        if (number.WholeDigits > MostWholeDigits)
        {
            fault = TooLarge(text);
            return false;
        }

        if (TooManyDecimals(number, currency) is { } tooMany)
        {
            fault = new(ProblemCodes.TooManyDecimals, tooMany);
            return false;
        }

        fault = TryConvert(number.Value, currency ?? CurrencyNotation.Instance.Fallback, out value)
            ? null
            : TooLarge(text);
        return fault is null;
    }

    /// <summary>What to say of an amount with too many decimals; null where they are not.</summary>
    protected abstract string? TooManyDecimals(PlainDecimal number, Currency? currency);

    /// <summary>False where the amount is too large.</summary>
    protected abstract bool TryConvert(decimal major, Currency currency, out T value);

    protected abstract string Format(T value, Currency currency);

    private static AmountFault TooLarge(string text) =>
        new(
            ProblemCodes.InvalidValue,
            $"{Quoted.Value(text)} is too large. An amount has at most {MostWholeDigits} digits before the point."
        );
}

/// <summary>What is wrong with the text of an amount, and what to do.</summary>
internal sealed record AmountFault(string Code, string Message);
