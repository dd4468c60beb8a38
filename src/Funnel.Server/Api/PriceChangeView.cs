using System.Text.Json.Serialization;
using Funnel.Comparing;

namespace Funnel.Server.Api;

/// <summary>A product, or a choice of it, that costs another price.</summary>
/// <param name="Product">The product's id.</param>
/// <param name="Option">The option's id; null where it is the product's own price.</param>
/// <param name="Choice">The choice's id; null where it is the product's own price.</param>
[JsonDerivedType(typeof(InQuantity))]
[JsonDerivedType(typeof(OfShare))]
public abstract record PriceChangeView(
    [property: JsonPropertyOrder(-1)] string Product,
    [property: JsonPropertyOrder(-1)] string? Option,
    [property: JsonPropertyOrder(-1)] string? Choice
)
{
    internal static PriceChangeView Of(PriceChange change, Currency currency) =>
        change switch
        {
            PriceChange.InQuantity priced => new InQuantity(
                change.Product,
                change.Option,
                change.Choice,
                priced.Quantity,
                priced.Before?.ToText(currency),
                priced.After?.ToText(currency)
            ),
            PriceChange.OfShare share => new OfShare(
                change.Product,
                change.Option,
                change.Choice,
                share.Before?.Rate.Value,
                share.After?.Rate.Value
            ),
            _ => throw new InvalidOperationException($"A price changed in an unknown way: {change.GetType()}."),
        };

    /// <summary>The price of a quantity.</summary>
    /// <param name="Quantity">So many of it.</param>
    /// <param name="Before">What they cost; null where that quantity was not sold.</param>
    /// <param name="After">What they cost now; null where that quantity is not sold any more.</param>
    public sealed record InQuantity(
        string Product,
        string? Option,
        string? Choice,
        int Quantity,
        string? Before,
        string? After
    ) : PriceChangeView(Product, Option, Choice);

    /// <summary>A price that is a share of others.</summary>
    /// <param name="BeforePercent">The share; null where it was none.</param>
    /// <param name="AfterPercent">The share now; null where it is none any more.</param>
    public sealed record OfShare(
        string Product,
        string? Option,
        string? Choice,
        decimal? BeforePercent,
        decimal? AfterPercent
    ) : PriceChangeView(Product, Option, Choice);
}
