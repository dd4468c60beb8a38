using System.ComponentModel;

namespace Funnel.Definitions;

/// <summary>Tax rates by category and country.</summary>
public sealed record TaxDefinition
{
    /// <summary>Every country, where a category has no rate of the shopper's own, or the country is unknown.</summary>
    public const string AnyCountry = "*";

    [Description("Whether prices include tax. If false, tax is added to the total.")]
    public required bool Included { get; init; }

    [Description("The tax category of products that name none.")]
    [Examples("standard")]
    [Id]
    public required string Default { get; init; }

    [Description(
        "The rates in percent, by category and by country (two capitals of ISO 3166-1). Each category "
            + "has a rate for \"*\": every other country, and one that is not known."
    )]
    [Examples("""{ "standard": { "NL": 21, "DE": 19, "*": 21 }, "reduced": { "NL": 9, "*": 9 } }""")]
    [AtLeastOne]
    public required IReadOnlyDictionary<string, TaxRates> Rates { get; init; }
}
