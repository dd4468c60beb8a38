using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>A category that a discount is on has a product.</summary>
internal static class CategoryReferenceRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from offer in subject.Offers
        let category = (offer.Offer.Discount?.On as DiscountTarget.Category)?.Id
        where category is not null
        let fault = Fault(subject, category, $"{offer.Pointer}/discount/on")
        where fault is not null
        select fault;

    public static IEnumerable<string> Categories(Subject subject) =>
        subject.Products.Select(product => product.Product.Category).OfType<string>();

    /// <summary>What is wrong with naming a category; null where nothing is.</summary>
    public static Finding? Fault(Subject subject, string category, string pointer) =>
        subject.Hides.Categories || Categories(subject).Contains(category, StringComparer.Ordinal)
            ? null
            : new(
                CheckCodes.UnknownCategory,
                pointer,
                $"No product has the category {Quoted.Value(category)}.{Known.Sentence(category, Categories(subject), "categories")}"
            );
}
