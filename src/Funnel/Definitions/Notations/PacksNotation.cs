using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>{ "100": "12.95", "250": "22.95" }</c>: totals by quantity, ascending however the file has them.</summary>
internal sealed class PacksNotation : Notation<IReadOnlyDictionary<int, Money>>
{
    public static readonly PacksNotation Instance = new();

    public override string Expected => "an object with quantities as keys";

    public override IReadOnlyDictionary<int, Money> Fallback { get; } = new Dictionary<int, Money>();

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new()
        {
            ["type"] = "object",
            ["propertyNames"] = SchemaOf.Text(
                "^([1-9][0-9]{0,5}|1000000)$",
                $"{IntegerNotation.Quantity.Expected} as key"
            ),
            ["additionalProperties"] = definitions.Of(MoneyNotation.Instance),
            ["minProperties"] = 1,
        };

    public override bool TryRead(
        Node node,
        ReadContext context,
        [MaybeNullWhen(false)] out IReadOnlyDictionary<int, Money> value
    )
    {
        value = null;
        if (node is not Node.Object map)
        {
            context.ReportType(node, Expected);
            return false;
        }

        context.ReportDuplicates(map);
        var packs = new OrderedDictionary<int, Money>();
        foreach (var (key, member) in map.Members)
        {
            var total = MoneyNotation.Instance.ReadOrFallback(member, context);
            if (IntegerNotation.Quantity.TryParse(key, out var quantity))
            {
                packs.Add(quantity, total);
            }
            else
            {
                context.ReportKey(
                    ProblemCodes.InvalidValue,
                    member,
                    $"{Quoted.Value(key)} is not a quantity. Write {IntegerNotation.Quantity.Expected} in plain digits."
                );
            }
        }

        if (map.Members.Count == 0)
        {
            context.Report(ProblemCodes.InvalidValue, map, "No quantity has a price. Write at least one.");
        }

        value = new OrderedDictionary<int, Money>(packs.OrderBy(pack => pack.Key));
        return packs.Count > 0;
    }

    public override void Write(IReadOnlyDictionary<int, Money> value, Utf8JsonWriter writer, Currency currency)
    {
        writer.WriteStartObject();
        foreach (var (quantity, total) in value)
        {
            writer.WritePropertyName(quantity.ToString(CultureInfo.InvariantCulture));
            MoneyNotation.Instance.Write(total, writer, currency);
        }

        writer.WriteEndObject();
    }
}
