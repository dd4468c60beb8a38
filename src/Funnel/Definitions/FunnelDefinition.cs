using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Funnel.Definitions;

/// <summary>A checkout funnel as a merchant wrote it, read but not yet compiled.</summary>
[Description(
    "A checkout funnel: what is sold, what it costs, and which questions a shopper is asked on the "
        + "way to the order."
)]
public sealed record FunnelDefinition
{
    internal static readonly IReadOnlyList<string> DefaultLocales = ["en"];

    [Description("Where your editor finds the schema of this file.")]
    [Examples("./funnel.schema.json")]
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("The funnel's address: orders are started at /v1/funnels/{id}/orders.")]
    [Examples("print-shop")]
    [Id]
    public required string Id { get; init; }

    [Description("What the funnel is called.")]
    [Examples("Business cards", """{ "en": "Business cards", "nl": "Visitekaartjes" }""")]
    public required Text Name { get; init; }

    [Description("The one currency of all amounts, by its code of ISO 4217.")]
    [Examples("EUR")]
    public required Currency Currency { get; init; }

    [Description(
        "The languages of all texts; the first is the default. A text is one string for all of them, or "
            + "an object with exactly these languages."
    )]
    [Examples("""["en", "nl"]""")]
    [AtLeastOne]
    [Locale]
    public IReadOnlyList<string> Locales { get; init; } = DefaultLocales;

    [Description("The time zone, by its IANA name, in which dates, weekdays and times of conditions are read.")]
    [Examples("Europe/Amsterdam")]
    [TimeZoneName]
    public string TimeZone { get; init; } = "UTC";

    [Description("What becomes of exactly half a cent.")]
    public Rounding Rounding { get; init; }

    [Description("An open order that nobody touches for so long expires. ISO 8601; at most 366 days.")]
    [Examples("P2D", "PT48H")]
    public TimeSpan ExpiresAfter { get; init; } = TimeSpan.FromDays(7);

    [Description(
        "An open order that nobody touches for so long counts as abandoned, which you are told once, by "
            + "the event order.abandoned. ISO 8601; at most 366 days."
    )]
    [Examples("PT15M")]
    public TimeSpan AbandonedAfter { get; init; } = TimeSpan.FromHours(1);

    [Description("The rates of tax. Without them no tax is computed.")]
    [Examples("""{ "included": true, "default": "standard", "rates": { "standard": { "NL": 21, "*": 21 } } }""")]
    public TaxDefinition? Tax { get; init; }

    [Description("How orders reach the shopper, and for how much. Without it nothing is shipped.")]
    [Examples(
        """{ "default": "post", "methods": { "post": { "name": "Post", "price": "3.95", "freeFrom": "35.00" } } }"""
    )]
    public ShippingDefinition? Shipping { get; init; }

    [Description("What may be handed over when an order starts, by name. Conditions know it as input.<name>.")]
    [Examples("""{ "artwork": { "type": "url", "label": "Your logo" } }""")]
    public IReadOnlyDictionary<string, InputDefinition> Inputs { get; init; } = Empty<InputDefinition>.Entries;

    [Description("Everything that is sold, by id.")]
    [Examples("""{ "mug": { "name": "Stoneware mug", "price": "12.50" } }""")]
    public required IReadOnlyDictionary<string, ProductDefinition> Products { get; init; }

    [Description(
        "The screens of the walk. It starts at the first, and goes from each to the next unless the step "
            + "says otherwise."
    )]
    [AtLeastOne]
    public required IReadOnlyList<StepDefinition> Steps { get; init; }

    [Description("How much a warning weighs in this funnel, by its code.")]
    [Examples("""{ "FNL105": { "level": "off", "because": "Our cards are free: every extra is dearer." } }""")]
    [Keys(KeyKind.LintCode)]
    public IReadOnlyDictionary<string, LintDefinition> Lint { get; init; } = Empty<LintDefinition>.Entries;
}

/// <summary>What a lint rule counts as in this funnel, and why.</summary>
[Description("What a warning counts as in this funnel, and why.")]
public sealed record LintDefinition
{
    [Description("What a finding of this rule counts as.")]
    public required LintLevel Level { get; init; }

    [Description("Why you decided so, for whoever reads the file after you.")]
    public required string Because { get; init; }
}

/// <summary>How much a finding of a lint rule weighs.</summary>
public enum LintLevel
{
    [Description("It is not told.")]
    Off,

    [Description("It is worth knowing.")]
    Note,

    [Description("It is probably not meant.")]
    Warning,

    [Description("The funnel cannot be published with it.")]
    Error,
}
