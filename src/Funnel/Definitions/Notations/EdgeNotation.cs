using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>"finish"</c>, or <c>[ { "when": …, "to": "gift" }, { "to": "finish" } ]</c>.</summary>
internal sealed class EdgeNotation : Notation<Edge>
{
    public static readonly EdgeNotation Instance = new();

    public static readonly IdNotation Target = new();

    public static readonly ListNotation<EdgeCase> Cases = new(
        RecordNotation<EdgeCase>.Instance,
        atLeastOne: true,
        oneOrMany: false
    );

    public override string Expected => $"a step's id, \"{Edge.End}\", or a list of cases";

    public override Edge Fallback { get; } = new([]);

    public override string? SchemaName => "wayOut";

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = SchemaOf.Text(IdNotation.Form.Pattern, Expected);
        schema["type"] = SchemaOf.Texts(["string", "array"]);
        schema["items"] = RecordSchema.Of(RecordNotation<EdgeCase>.Instance.Shape, definitions);
        schema["minItems"] = 1;
        return schema;
    }

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out Edge value)
    {
        value = null;
        switch (node)
        {
            case Node.String:
                value = new([new() { To = Target.ReadOrFallback(node, context) }]);
                break;
            case Node.Array when Cases.TryRead(node, context, out var cases):
                value = new(cases);
                break;
            case Node.Array:
                break;
            default:
                context.ReportType(node, Expected);
                break;
        }

        return value is not null;
    }

    public override void Write(Edge value, Utf8JsonWriter writer, Currency currency)
    {
        if (value.Cases is [{ When: null, To: var target }])
        {
            writer.WriteStringValue(target);
        }
        else
        {
            Cases.Write(value.Cases, writer, currency);
        }
    }
}
