using System.Globalization;
using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Checking;

/// <summary>A quantity that an offer fixes is one that the product is sold in.</summary>
internal static class QuantityRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from fixedQuantity in subject.Offers.SelectMany(offer => Fixed(subject, offer))
        let products = subject.FindAll(fixedQuantity.Products)
        where products is { Count: > 0 } && !products.Any(product => MaySell(subject, product, fixedQuantity.Quantity))
        select new Finding(
            CheckCodes.QuantityNotSold,
            fixedQuantity.Pointer,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Quoted.List(products.Select(product => product.Id))} is not sold in {fixedQuantity.Quantity}, only in {Sold(products)}. "
            ) + "Take one of these, or add yours to what the product is sold in."
        );

    private static string Sold(IReadOnlyList<ProductSite> products) =>
        string.Join(
            " or ",
            products
                .Select(product => SoldInWords.Of(SoldQuantities.Of(product.Product)))
                .Distinct(StringComparer.Ordinal)
        );

    private static IEnumerable<(IReadOnlyCollection<string> Products, int Quantity, string Pointer)> Fixed(
        Subject subject,
        OfferSite offer
    )
    {
        foreach (var add in offer.Adds)
        {
            if (add.Add.Quantity is { Fixed: { } quantity })
            {
                yield return ([add.Add.Product], quantity, $"{add.Pointer}/quantity");
            }
        }

        foreach (var (set, pointer) in offer.Sets)
        {
            if (set.Quantity is { Fixed: { } quantity })
            {
                yield return (subject.ProductsAt(offer, set.Line), quantity, $"{pointer}/quantity");
            }
        }
    }

    private static bool MaySell(Subject subject, ProductSite product, int quantity) =>
        SoldQuantities.Of(product.Product).Sells(quantity) || subject.Hides.QuantitiesOf(product);
}
