using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Definitions.Notations;
using Funnel.Definitions.Schema;

namespace Funnel.Testing.Notations;

/// <summary><c>"8.95"</c>, <c>"+8.95"</c> or <c>"-8.00"</c>: by how much a total moves.</summary>
internal sealed class DeltaNotation : Notation<Money>
{
    public static readonly DeltaNotation Instance = new();

    public override string Expected => "an amount such as \"8.95\" or \"-8.00\"";

    public override Money Fallback => default;

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = MoneyNotation.Instance.Schema(definitions);
        schema["pattern"] = ((string)schema["pattern"]!).Insert(1, "[+-]?");
        schema.Remove("minimum");
        schema["exclusiveMinimum"] = -(long)schema["exclusiveMaximum"]!;
        schema["errorMessage"] = SchemaOf.Message(Expected);
        return schema;
    }

    public override bool TryRead(Node node, ReadContext context, out Money value)
    {
        value = default;
        var written = node switch
        {
            Node.String text => text.Content,
            Node.Number number => number.Text,
            _ => null,
        };
        if (written is null)
        {
            context.ReportType(node, Expected);
            return false;
        }

        var size = written is ['+' or '-', .. var unsigned] ? unsigned : written;
        if (!MoneyNotation.Instance.TryParse(size, context.Currency, out var amount, out var fault))
        {
            context.Report(fault.Code, node, fault.Message);
            return false;
        }

        value = written[0] == '-' ? -amount : amount;
        return true;
    }

    public override void Write(Money value, Utf8JsonWriter writer, Currency currency) =>
        writer.WriteStringValue(value.ToText(currency));
}
