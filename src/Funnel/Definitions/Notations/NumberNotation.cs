using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>An exact number, negative or not.</summary>
internal sealed class NumberNotation : Notation<decimal>
{
    public static readonly NumberNotation Instance = new();

    public override string Expected => "a number";

    public override decimal Fallback => default;

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "number" };

    public override bool TryRead(Node node, ReadContext context, out decimal value)
    {
        value = default;
        if (node is not Node.Number number)
        {
            context.ReportType(node, Expected);
            return false;
        }

        if (
            !PlainDecimal.TryParse(number.Text, out var plain)
            || plain.WholeDigits + plain.Decimals > PlainDecimal.MostDigits
        )
        {
            context.Report(
                ProblemCodes.InvalidValue,
                node,
                $"{Quoted.Bare(number.Text)} is not a plain number. Write at most {PlainDecimal.MostDigits} digits, no exponent."
            );
            return false;
        }

        value = plain.Value;
        return true;
    }

    public override void Write(decimal value, Utf8JsonWriter writer, Currency currency) =>
        writer.WriteRawValue(Format(value), skipInputValidation: true);

    /// <summary>The shortest text of a number: 1.50 is 1.5.</summary>
    public static string Format(decimal value) =>
        value.ToString("0." + new string('#', PlainDecimal.MostDigits), CultureInfo.InvariantCulture);
}
