namespace Funnel.Definitions;

/// <summary>Tax rates by category and country.</summary>
public sealed record TaxDefinition
{
    /// <summary>Every country, where a category has no rate of the shopper's own, or the country is unknown.</summary>
    public const string AnyCountry = "*";

    /// <summary>Whether prices include the tax.</summary>
    public required bool Included { get; init; }

    /// <summary>The category of products that name none.</summary>
    [Id]
    public required string Default { get; init; }

    /// <summary>Per category, the rate by country (ISO 3166-1 alpha-2); <c>*</c> is every other one.</summary>
    [AtLeastOne]
    public required IReadOnlyDictionary<string, TaxRates> Rates { get; init; }
}
