using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>A whole number between bounds.</summary>
internal sealed class IntegerNotation(int min, int max) : Notation<int>
{
    public static readonly IntegerNotation Quantity = new(1, QuantitiesDefinition.Most);

    public override string Expected =>
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {Min} to {Max}");

    public override int Fallback => Min;

    public int Min { get; } = min;

    public int Max { get; } = max;

    public override string? SchemaName => this == Quantity ? "quantity" : null;

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new()
        {
            ["type"] = "integer",
            ["minimum"] = Min,
            ["maximum"] = Max,
            ["errorMessage"] = SchemaOf.Message(Expected),
        };

    public override bool TryRead(Node node, ReadContext context, out int value)
    {
        if (node is not Node.Number number)
        {
            context.ReportType(node, Expected);
            value = default;
            return false;
        }

        if (TryParse(number.Text, out value))
        {
            return true;
        }

        context.Report(
            ProblemCodes.InvalidValue,
            number,
            $"{Quoted.Bare(number.Text)} is not {Expected}. Write one in plain digits."
        );
        return false;
    }

    /// <summary>Reads plain digits; false also where they are out of bounds.</summary>
    public bool TryParse(string digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value)
        && value >= Min
        && value <= Max
        && (digits.Length == 1 || digits[0] != '0');

    public override void Write(int value, Utf8JsonWriter writer, Currency currency) => writer.WriteNumberValue(value);
}
