using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Definitions.Notations;
using Funnel.Definitions.Schema;
using Funnel.Orders;

namespace Funnel.Testing.Notations;

/// <summary>
/// What is accepted: <c>"silk"</c>, or <c>{ "offer": "cards", "quantity": 250 }</c> as over HTTP, or a list of these.
/// </summary>
internal sealed class AcceptNotation : Notation<IReadOnlyList<AcceptedOffer>>
{
    public static readonly AcceptNotation Instance = new();

    private static readonly OneNotation One = new();

    private static readonly ListNotation<AcceptedOffer> Many = new(One, atLeastOne: true, oneOrMany: false);

    public override string Expected => $"{One.Expected}, or a list of these";

    public override IReadOnlyList<AcceptedOffer> Fallback => [];

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = One.Schema(definitions);
        foreach (var (rule, says) in Many.Schema(definitions))
        {
            schema[rule] = says!.DeepClone();
        }

        schema["type"] = SchemaOf.Texts(["string", "object", "array"]);
        schema["errorMessage"] = SchemaOf.Message(Expected);
        return schema;
    }

    public override bool TryRead(
        Node node,
        ReadContext context,
        [MaybeNullWhen(false)] out IReadOnlyList<AcceptedOffer> value
    )
    {
        if (node is Node.Array)
        {
            return Many.TryRead(node, context, out value);
        }

        value = One.TryRead(node, context, out var only) ? [only] : null;
        return value is not null;
    }

    public override void Write(IReadOnlyList<AcceptedOffer> value, Utf8JsonWriter writer, Currency currency) =>
        Many.Write(value, writer, currency);

    private sealed class OneNotation : Notation<AcceptedOffer>
    {
        public override string Expected => "an offer such as \"silk\" or { \"offer\": \"cards\", \"quantity\": 250 }";

        public override AcceptedOffer Fallback { get; } = new("", null, Empty<string>.Entries);

        public override JsonObject Schema(SchemaDefinitions definitions)
        {
            var schema = RecordNotation<Written>.Instance.Schema(definitions);
            schema["type"] = SchemaOf.Texts(["string", "object"]);
            schema["pattern"] = IdNotation.Form.Pattern;
            schema["errorMessage"] = SchemaOf.Message(Expected);
            return schema;
        }

        public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out AcceptedOffer value)
        {
            value = null;
            switch (node)
            {
                case Node.String:
                    value = Fallback with { Offer = new IdNotation().ReadOrFallback(node, context) };
                    break;
                case Node.Object when RecordNotation<Written>.Instance.TryRead(node, context, out var written):
                    value = new(written.Offer, written.Quantity, written.Options);
                    break;
                default:
                    context.ReportType(node, Expected);
                    break;
            }

            return value is not null;
        }

        public override void Write(AcceptedOffer value, Utf8JsonWriter writer, Currency currency) =>
            RecordNotation<Written>.Instance.Write(
                new()
                {
                    Offer = value.Offer,
                    Quantity = value.Quantity,
                    Options = value.Options,
                },
                writer,
                currency
            );
    }

    internal sealed record Written
    {
        [Description("The offer's id within its step.")]
        [Id]
        public required string Offer { get; init; }

        [Description("How many, where that can be chosen.")]
        public int? Quantity { get; init; }

        [Description("Choices by option, where they can be chosen.")]
        [WrittenAs(typeof(ChoicesNotation))]
        public IReadOnlyDictionary<string, string> Options { get; init; } = Empty<string>.Entries;
    }
}
