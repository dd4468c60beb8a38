using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>250</c>, or <c>"choose"</c>.</summary>
internal sealed class QuantityTermNotation : Notation<QuantityTerm>
{
    public static readonly QuantityTermNotation Instance = new();

    public override string Expected => $"{IntegerNotation.Quantity.Expected}, or \"{ChoiceTerm.Choose}\"";

    public override QuantityTerm Fallback => default;

    public override string? SchemaName => "quantityOrChoose";

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = IntegerNotation.Quantity.Schema(definitions);
        schema["type"] = SchemaOf.Texts(["integer", "string"]);
        schema["pattern"] = $"^{ChoiceTerm.Choose}$";
        schema["errorMessage"] = SchemaOf.Message(Expected);
        return schema;
    }

    public override bool TryRead(Node node, ReadContext context, out QuantityTerm value)
    {
        value = default;
        switch (node)
        {
            case Node.String { Content: ChoiceTerm.Choose }:
                return true;
            case Node.String text:
                context.Report(
                    ProblemCodes.InvalidValue,
                    text,
                    $"{Quoted.Value(text.Content)} is not a quantity. Write {Expected}."
                );
                return false;
            case Node.Number when IntegerNotation.Quantity.TryRead(node, context, out var quantity):
                value = new(quantity);
                return true;
            case Node.Number:
                return false;
            default:
                context.ReportType(node, Expected);
                return false;
        }
    }

    public override void Write(QuantityTerm value, Utf8JsonWriter writer, Currency currency)
    {
        if (value.Fixed is { } quantity)
        {
            writer.WriteNumberValue(quantity);
        }
        else
        {
            writer.WriteStringValue(ChoiceTerm.Choose);
        }
    }
}
