using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>[100, 250]</c>, or <c>{ "min": 1, "max": 50, "step": 1 }</c>.</summary>
internal sealed class QuantitiesNotation : Notation<QuantitiesDefinition>
{
    public static readonly QuantitiesNotation Instance = new();

    public static readonly ListNotation<int> List = new(IntegerNotation.Quantity, atLeastOne: true, oneOrMany: false);

    public override string Expected => "a list of quantities, or an object with \"min\" and \"max\"";

    public override QuantitiesDefinition Fallback { get; } = new QuantitiesDefinition.Range(1, 1, 1);

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = RecordSchema.Of(RecordNotation<RangeForm>.Instance.Shape, definitions);
        schema["type"] = SchemaOf.Texts(["array", "object"]);
        schema["items"] = definitions.Of(IntegerNotation.Quantity);
        schema["minItems"] = 1;
        schema["uniqueItems"] = true;
        return schema;
    }

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out QuantitiesDefinition value)
    {
        value = node switch
        {
            Node.Array list => ReadList(list, context),
            Node.Object range => ReadRange(range, context),
            _ => null,
        };
        if (node is not (Node.Array or Node.Object))
        {
            context.ReportType(node, Expected);
        }

        return value is not null;
    }

    public override void Write(QuantitiesDefinition value, Utf8JsonWriter writer, Currency currency)
    {
        switch (value)
        {
            case QuantitiesDefinition.List list:
                List.Write(list.Values, writer, currency);
                break;
            case QuantitiesDefinition.Range range:
                RecordNotation<RangeForm>.Instance.Write(
                    new()
                    {
                        Min = range.Min,
                        Max = range.Max,
                        Step = range.Step,
                    },
                    writer,
                    currency
                );
                break;
            default:
                throw new InvalidOperationException($"Quantities are not {value.GetType()}.");
        }
    }

    private static QuantitiesDefinition.List? ReadList(Node.Array list, ReadContext context)
    {
        var found = context.Found;
        if (!List.TryRead(list, context, out var quantities))
        {
            return null;
        }

        for (var i = 1; i < quantities.Count && context.Found == found; i++)
        {
            if (quantities[i] <= quantities[i - 1])
            {
                context.Report(
                    ProblemCodes.InvalidValue,
                    list.Items[i],
                    $"{quantities[i]} stands after {quantities[i - 1]}. Order the quantities so that they ascend, each once."
                );
            }
        }

        return new(quantities);
    }

    private static QuantitiesDefinition.Range? ReadRange(Node.Object members, ReadContext context)
    {
        var found = context.Found;
        var range = RecordNotation<RangeForm>.Instance.Read(members, context, []);
        if (context.Found > found)
        {
            return null;
        }

        if (range.Max < range.Min || (range.Max - range.Min) % range.Step != 0)
        {
            context.Report(
                ProblemCodes.InvalidValue,
                members["max"]!,
                $"No step of {range.Step} from {range.Min} reaches {range.Max}. Write a \"max\" that is sold."
            );
            return null;
        }

        return new(range.Min, range.Max, range.Step);
    }

    internal sealed record RangeForm
    {
        [Description("The least quantity sold.")]
        [Examples(1)]
        public required int Min { get; init; }

        [Description("The greatest quantity sold: some steps from the least.")]
        [Examples(50)]
        public required int Max { get; init; }

        [Description("From each quantity sold to the next.")]
        public int Step { get; init; } = 1;
    }
}
