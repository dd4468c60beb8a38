using System.Globalization;
using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Checking;

/// <summary>Tiers begin where the quantities do: no quantity sold is without a price.</summary>
internal static class TierRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from product in subject.Products
        where !subject.Hides.QuantitiesOf(product)
        let least = SoldQuantities.Of(product.Product).Least
        from price in product.Prices
        let tiers = price.Price as PriceDefinition.Tiers
        where tiers is { Steps.Count: > 0 } && !subject.File.IsUnread(price.Pointer)
        let first = tiers.Steps[0].From
        let pointer = $"{price.Pointer}/tiers/0/from"
        let finding = tiers.Graduated ? Graduated(first, pointer) : Volume(first, least, pointer)
        where finding is not null
        select finding;

    private static Finding? Graduated(int first, string pointer) =>
        first == 1
            ? null
            : new(
                CheckCodes.FirstTier,
                pointer,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Graduated tiers price each unit, and the first unit is below {first}. Let the first tier be from 1."
                )
            );

    private static Finding? Volume(int first, int least, string pointer) =>
        first <= least
            ? null
            : new(
                CheckCodes.FirstTier,
                pointer,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The product is sold from {least} on, and no tier prices that. Let the first tier be from {least} or less."
                )
            );
}
