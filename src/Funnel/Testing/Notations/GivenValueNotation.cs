using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Definitions.Notations;
using Funnel.Definitions.Schema;

namespace Funnel.Testing.Notations;

/// <summary>What a shopper or a shop gives: a text, a number, true or false, or a list of texts.</summary>
internal sealed class GivenValueNotation : Notation<Value>
{
    public static readonly GivenValueNotation Instance = new();

    private static readonly ListNotation<string> Texts = new(
        PlainTextNotation.Instance,
        atLeastOne: false,
        oneOrMany: false
    );

    public override string Expected => $"{ScalarNotation.Instance.Expected}, or a list of texts";

    public override Value Fallback => ScalarNotation.Instance.Fallback;

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = ScalarNotation.Instance.Schema(definitions);
        schema["type"] = SchemaOf.Texts(["string", "number", "boolean", "array"]);
        schema["items"] = PlainTextNotation.Instance.Schema(definitions);
        schema["errorMessage"] = SchemaOf.Message(Expected);
        return schema;
    }

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out Value value)
    {
        if (node is not Node.Array)
        {
            return ScalarNotation.Instance.TryRead(node, context, out value);
        }

        value = Texts.TryRead(node, context, out var texts) ? new Value.List(texts) : null;
        return value is not null;
    }

    public override void Write(Value value, Utf8JsonWriter writer, Currency currency)
    {
        if (value is Value.List list)
        {
            Texts.Write(list.Content, writer, currency);
        }
        else
        {
            ScalarNotation.Instance.Write(value, writer, currency);
        }
    }
}

/// <summary><c>{ "segment": "business" }</c>.</summary>
internal static class CustomerNotation
{
    public static readonly MapNotation<Value> Instance = new(
        new KeyNotation.Names(),
        GivenValueNotation.Instance,
        atLeastOne: false
    );
}

/// <summary><c>{ "company": "Vierkleur" }</c>.</summary>
internal static class InputsNotation
{
    public static readonly MapNotation<Value> Instance = new(
        new KeyNotation.Ids(null),
        GivenValueNotation.Instance,
        atLeastOne: false
    );
}

/// <summary><c>{ "paper": "silk" }</c>.</summary>
internal static class ChoicesNotation
{
    public static readonly MapNotation<string> Instance = new(
        new KeyNotation.Ids(null),
        new IdNotation(),
        atLeastOne: true
    );
}
