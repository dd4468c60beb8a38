using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>What an offer adds, or swaps in, is sold.</summary>
internal static class ProductReferenceRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from offer in subject.Offers
        from reference in References(offer)
        let fault = Fault(subject, reference.Id, reference.Pointer)
        where fault is not null
        select fault;

    /// <summary>What is wrong with naming a product; null where nothing is.</summary>
    public static Finding? Fault(Subject subject, string id, string pointer) =>
        subject.Funnel.Products.ContainsKey(id) || subject.Hides.Products
            ? null
            : new(
                CheckCodes.UnknownProduct,
                pointer,
                $"There is no product {Quoted.Value(id)}.{Known.Sentence(id, subject.Funnel.Products.Keys, "products")}"
            );

    private static IEnumerable<(string Id, string Pointer)> References(OfferSite site) =>
        site
            .Adds.Select(add => (add.Add.Product, $"{add.Pointer}/product"))
            .Concat(site.Offer.Swap is { } swap ? [(swap.Product, $"{site.Pointer}/swap/product")] : []);
}
