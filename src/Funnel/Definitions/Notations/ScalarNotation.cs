using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>An operand of a test: a text, a number, true or false.</summary>
internal sealed class ScalarNotation : Notation<Value>
{
    public static readonly ScalarNotation Instance = new();

    public override string Expected => "a text, a number, true or false";

    public override Value Fallback { get; } = new Value.Text("");

    public override string? SchemaName => "value";

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = PlainTextNotation.Instance.Schema(definitions);
        schema["type"] = SchemaOf.Texts(["string", "number", "boolean"]);
        schema["errorMessage"] = SchemaOf.Message(Expected);
        return schema;
    }

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out Value value)
    {
        value = null;
        switch (node)
        {
            case Node.String text when PlainTextNotation.Instance.TryRead(text, context, out var content):
                value = new Value.Text(content);
                break;
            case Node.Number number when NumberNotation.Instance.TryRead(number, context, out var content):
                value = new Value.Number(content);
                break;
            case Node.Boolean flag:
                value = new Value.Flag(flag.Content);
                break;
            case Node.String or Node.Number:
                break;
            default:
                context.ReportType(node, Expected);
                break;
        }

        return value is not null;
    }

    public override void Write(Value value, Utf8JsonWriter writer, Currency currency)
    {
        switch (value)
        {
            case Value.Text text:
                writer.WriteStringValue(text.Content);
                break;
            case Value.Number number:
                NumberNotation.Instance.Write(number.Content, writer, currency);
                break;
            case Value.Flag flag:
                writer.WriteBooleanValue(flag.Content);
                break;
            default:
                throw new InvalidOperationException($"An operand is not {value.GetType()}.");
        }
    }
}
