using Funnel.Definitions;

namespace Funnel.Checking.Lint.Wording;

/// <summary>A text that shoppers read, in one language.</summary>
/// <param name="Locale">Null where it is the same in all.</param>
internal sealed record WrittenText(string Content, string? Locale, string Pointer)
{
    public static IEnumerable<WrittenText> Of(Text? text, string pointer) =>
        text switch
        {
            null => [],
            { Everywhere: { } content } => [new(content, null, pointer)],
            _ => text.ByLocale!.Select(entry => new WrittenText(entry.Value, entry.Key, Site.Of(pointer, entry.Key))),
        };

    /// <summary>What is said of a step itself.</summary>
    public static IEnumerable<WrittenText> Of(StepSite step) =>
        [.. Of(step.Step.Title, $"{step.Pointer}/title"), .. Of(step.Step.Description, $"{step.Pointer}/description")];

    /// <summary>What is said of an offer itself.</summary>
    public static IEnumerable<WrittenText> Of(OfferSite offer) =>
        [
            .. Of(offer.Offer.Title, $"{offer.Pointer}/title"),
            .. Of(offer.Offer.Benefit, $"{offer.Pointer}/benefit"),
            .. Of(offer.Offer.Badge, $"{offer.Pointer}/badge"),
            .. Of(offer.Offer.Discount?.Label, $"{offer.Pointer}/discount/label"),
        ];

    /// <summary>What is said of a step and its offers.</summary>
    public static IEnumerable<WrittenText> OfAll(StepSite step) => [.. Of(step), .. step.Offers.SelectMany(Of)];

    /// <summary>What is said of a product itself.</summary>
    public static IEnumerable<WrittenText> Of(ProductSite product) =>
        [
            .. Of(product.Product.Name, $"{product.Pointer}/name"),
            .. Of(product.Product.Description, $"{product.Pointer}/description"),
        ];
}
