using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>40</c>, <c>12.5</c>.</summary>
internal sealed class PercentNotation : Notation<Percent>
{
    public const int Max = 1_000;

    public static readonly PercentNotation Instance = new();

    public override string Expected => "a percentage such as 12.5";

    public override Percent Fallback => default;

    public override string? SchemaName => "percent";

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new()
        {
            ["type"] = "number",
            ["minimum"] = 0,
            ["maximum"] = Max,
            ["errorMessage"] = SchemaOf.Message(Expected),
        };

    public override bool TryRead(Node node, ReadContext context, out Percent value)
    {
        value = default;
        if (node is not Node.Number number)
        {
            context.ReportType(node, Expected);
            return false;
        }

        if (
            PlainDecimal.TryParse(number.Text, out var plain)
            && plain is { IsNegative: false, WholeDigits: <= 4, Decimals: <= Percent.Decimals }
            && plain.Value <= Max
        )
        {
            value = new(plain.Value);
            return true;
        }

        context.Report(
            ProblemCodes.InvalidValue,
            node,
            $"{Quoted.Bare(number.Text)} is not a percentage. Write 0 to {Max} with at most {Percent.Decimals} decimals."
        );
        return false;
    }

    public override void Write(Percent value, Utf8JsonWriter writer, Currency currency) =>
        writer.WriteRawValue(value.ToString(), skipInputValidation: true);
}
