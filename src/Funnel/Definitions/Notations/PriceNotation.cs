using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>A price in one of its forms, or the bare price of one.</summary>
internal sealed class PriceNotation : UnionNotation<PriceDefinition>
{
    public static readonly PriceNotation Instance = new();

    public override string Expected => "a price such as \"0.12\" or { \"flat\": \"4.99\" }";

    public override PriceDefinition Fallback { get; } = new PriceDefinition.Flat(Money.Zero);

    public override IReadOnlyList<ObjectForm<PriceDefinition>> Forms { get; } =
    [
        new ObjectForm<PriceDefinition, EachForm>(
            "each",
            (form, _, _) => new PriceDefinition.Each(form.Each),
            price => price is PriceDefinition.Each each ? new() { Each = each.Price } : null
        ),
        new ObjectForm<PriceDefinition, FlatForm>(
            "flat",
            (form, _, _) => new PriceDefinition.Flat(form.Flat),
            price => price is PriceDefinition.Flat flat ? new() { Flat = flat.Amount } : null
        ),
        new ObjectForm<PriceDefinition, PacksForm>(
            "byQuantity",
            (form, _, _) => form.ByQuantity.Count == 0 ? null : new PriceDefinition.ByQuantity(form.ByQuantity),
            price => price is PriceDefinition.ByQuantity packs ? new() { ByQuantity = packs.Packs } : null
        ),
        new ObjectForm<PriceDefinition, TiersForm>(
            "tiers",
            ReadTiers,
            price =>
                price is PriceDefinition.Tiers tiers ? new() { Tiers = tiers.Steps, Graduated = tiers.Graduated } : null
        ),
        new ObjectForm<PriceDefinition, PercentageForm>(
            "percent",
            (form, _, _) => new PriceDefinition.Percentage(form.Percent, form.Of, form.AtLeast, form.AtMost),
            price =>
                price is PriceDefinition.Percentage share
                    ? new()
                    {
                        Percent = share.Rate,
                        Of = share.Of,
                        AtLeast = share.AtLeast,
                        AtMost = share.AtMost,
                    }
                    : null
        ),
    ];

    public override string? SchemaName => "price";

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = UnitPriceNotation.Instance.Schema(definitions);
        // An editor would say the message of an unknown property, too.
        schema.Remove("errorMessage");
        schema["patternErrorMessage"] = SchemaOf.Message(Expected);
        schema["type"] = SchemaOf.Texts(["string", "number", "object"]);
        AddForms(schema, definitions);
        return schema;
    }

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out PriceDefinition value)
    {
        if (node is not (Node.String or Node.Number))
        {
            return base.TryRead(node, context, out value);
        }

        value = UnitPriceNotation.Instance.TryRead(node, context, out var each) ? new PriceDefinition.Each(each) : null;
        return value is not null;
    }

    public override void Write(PriceDefinition value, Utf8JsonWriter writer, Currency currency)
    {
        if (value is PriceDefinition.Each each)
        {
            UnitPriceNotation.Instance.Write(each.Price, writer, currency);
        }
        else
        {
            base.Write(value, writer, currency);
        }
    }

    private static PriceDefinition.Tiers? ReadTiers(TiersForm form, Node.Object members, ReadContext context)
    {
        if (members["tiers"] is Node.Array { Items: var items })
        {
            for (var i = 1; i < items.Count; i++)
            {
                if (
                    form.Tiers[i].From <= form.Tiers[i - 1].From
                    && (items[i] as Node.Object)?["from"] is Node.Number from
                )
                {
                    context.Report(
                        ProblemCodes.InvalidValue,
                        from,
                        $"This tier begins at {form.Tiers[i].From}, the one before it at {form.Tiers[i - 1].From}. "
                            + "Order the tiers so that \"from\" ascends."
                    );
                }
            }
        }

        return form.Tiers.Count == 0 ? null : new(form.Tiers, form.Graduated);
    }

    internal sealed record EachForm
    {
        [Description("The price of one, with up to 6 decimals: the quantity times that, rounded once.")]
        [Examples("0.12")]
        public required UnitPrice Each { get; init; }
    }

    internal sealed record FlatForm
    {
        [Description("The same, whatever the quantity.")]
        [Examples("4.95")]
        public required Money Flat { get; init; }
    }

    internal sealed record PacksForm
    {
        [Description("What each quantity costs as a whole. Each quantity that is sold has a price here, and no other.")]
        [Examples("""{ "100": "12.95", "250": "22.95" }""")]
        public required IReadOnlyDictionary<int, Money> ByQuantity { get; init; }
    }

    internal sealed record TiersForm
    {
        [Description(
            "The price of one from a quantity on; all are charged by the tier that the quantity reaches. The "
                + "first tier begins with the least quantity sold."
        )]
        [Examples("""[ { "from": 1, "each": "6.00" }, { "from": 10, "each": "5.40" } ]""")]
        [AtLeastOne]
        public required IReadOnlyList<Tier> Tiers { get; init; }

        [Description("Whether each unit is charged by its own tier instead. The first tier then begins with 1.")]
        public bool Graduated { get; init; }
    }

    internal sealed record PercentageForm
    {
        [Description("A percentage of something else in the order.")]
        [Examples(8)]
        public required Percent Percent { get; init; }

        [Description(
            "What the percentage is taken of. For an option's surcharge \"line\", the price of its own line; "
                + "for a product \"order\", the subtotal of all other lines, or \"line:phone\", what is charged "
                + "for that line."
        )]
        [Examples("line", "order", "line:phone")]
        public required PercentageBase Of { get; init; }

        [Description("The least that it comes to.")]
        [Examples("29.00")]
        public Money? AtLeast { get; init; }

        [Description("The most that it comes to.")]
        [Examples("59.00")]
        public Money? AtMost { get; init; }
    }
}
