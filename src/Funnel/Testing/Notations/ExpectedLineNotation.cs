using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Definitions.Notations;
using Funnel.Definitions.Schema;

namespace Funnel.Testing.Notations;

/// <summary><c>"42.84"</c>, short for <c>{ "net": "42.84" }</c>.</summary>
internal sealed class ExpectedLineNotation : Notation<ExpectedLine>
{
    public static readonly ExpectedLineNotation Instance = new();

    private static readonly RecordNotation<ExpectedLine> Whole = RecordNotation<ExpectedLine>.Instance;

    public override string Expected => "what a line comes to such as \"42.84\", or { \"quantity\": 500 }";

    public override ExpectedLine Fallback { get; } = new();

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var (schema, net) = (Whole.Schema(definitions), MoneyNotation.Instance.Schema(definitions));
        foreach (var (rule, says) in net)
        {
            schema[rule] = says!.DeepClone();
        }

        schema["type"] = SchemaOf.Texts(["string", "number", "object"]);
        schema["errorMessage"] = SchemaOf.Message(Expected);
        return schema;
    }

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out ExpectedLine value)
    {
        value = null;
        switch (node)
        {
            case Node.String or Node.Number when MoneyNotation.Instance.TryRead(node, context, out var net):
                value = new() { Net = net };
                break;
            case Node.Object:
                Whole.TryRead(node, context, out value);
                break;
            case Node.String or Node.Number:
                break;
            default:
                context.ReportType(node, Expected);
                break;
        }

        return value is not null;
    }

    public override void Write(ExpectedLine value, Utf8JsonWriter writer, Currency currency) =>
        Whole.Write(value, writer, currency);
}
