using System.Globalization;
using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Checking;

/// <summary>A price by quantity has every quantity that the product is sold in, and no other.</summary>
internal static class QuantityPriceRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from product in subject.Products
        where !subject.Hides.QuantitiesOf(product)
        let sold = SoldQuantities.Of(product.Product)
        from price in product.Prices
        let packs = (price.Price as PriceDefinition.ByQuantity)?.Packs
        where packs is not null && !subject.File.IsUnread(price.Pointer)
        from finding in Compare(sold, packs, $"{price.Pointer}/byQuantity")
        select finding;

    private static IEnumerable<Finding> Compare(
        SoldQuantities sold,
        IReadOnlyDictionary<int, Money> packs,
        string pointer
    )
    {
        var missing = SoldInWords.Count(sold) - packs.Keys.Count(sold.Sells);
        if (missing > 0)
        {
            yield return new(
                CheckCodes.QuantityWithoutPrice,
                pointer,
                $"There is no price for {SoldInWords.Of(sold.All.Where(quantity => !packs.ContainsKey(quantity)), missing)}, "
                    + $"and the product is sold in {SoldInWords.Of(sold)}. Give each a price, or list what is sold under the product's \"quantities\"."
            );
        }

        foreach (var quantity in packs.Keys.Where(quantity => !sold.Sells(quantity)))
        {
            yield return new(
                CheckCodes.PriceWithoutQuantity,
                Site.Of(pointer, quantity),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The product is not sold in {quantity}, only in {SoldInWords.Of(sold)}. Add {quantity} to its quantities, or take this price out."
                )
            );
        }
    }
}
