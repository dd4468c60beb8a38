using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Definitions.Notations;
using Funnel.Definitions.Schema;

namespace Funnel.Testing.Notations;

/// <summary><c>["silk", "soft-touch"]</c>, or <c>{ "silk": "3.95", "soft-touch": "8.95" }</c> with their deltas.</summary>
internal sealed class ExpectedOffersNotation : Notation<ExpectedOffers>
{
    public static readonly ExpectedOffersNotation Instance = new();

    private static readonly ListNotation<string> Ids = new(new IdNotation(), atLeastOne: true, oneOrMany: false);

    private static readonly MapNotation<Money> Deltas = new(
        new KeyNotation.Ids(null),
        DeltaNotation.Instance,
        atLeastOne: true
    );

    public override string Expected =>
        "offers such as [\"silk\", \"soft-touch\"], or with their deltas { \"silk\": \"3.95\" }";

    public override ExpectedOffers Fallback { get; } = new([], null);

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var (schema, ids) = (Deltas.Schema(definitions), Ids.Schema(definitions));
        foreach (var (rule, says) in ids.Where(rule => rule.Key != "type"))
        {
            schema[rule] = says!.DeepClone();
        }

        schema["type"] = SchemaOf.Texts(["array", "object"]);
        schema["errorMessage"] = SchemaOf.Message(Expected);
        return schema;
    }

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out ExpectedOffers value)
    {
        value = null;
        switch (node)
        {
            case Node.Array when Ids.TryRead(node, context, out var ids):
                value = new(ids, null);
                break;
            case Node.Object when Deltas.TryRead(node, context, out var deltas):
                value = new([.. deltas.Keys], deltas);
                break;
            case Node.Array or Node.Object:
                break;
            default:
                context.ReportType(node, Expected);
                break;
        }

        return value is not null;
    }

    public override void Write(ExpectedOffers value, Utf8JsonWriter writer, Currency currency)
    {
        if (value.Deltas is { } deltas)
        {
            Deltas.Write(deltas, writer, currency);
        }
        else
        {
            Ids.Write(value.Ids, writer, currency);
        }
    }
}
