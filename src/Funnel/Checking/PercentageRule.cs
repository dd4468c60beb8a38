using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>A percentage is taken of what there is at that place, and its bounds leave room.</summary>
internal static class PercentageRule
{
    public static IEnumerable<Finding> Find(Subject subject)
    {
        foreach (var site in subject.Products.SelectMany(product => product.Prices))
        {
            if (site.Price is not PriceDefinition.Percentage price)
            {
                continue;
            }

            if (site.IsSurcharge != (price.Of is PercentageBase.OwnLine))
            {
                yield return new(
                    CheckCodes.PercentageBase,
                    $"{site.Pointer}/of",
                    site.IsSurcharge
                        ? "A choice's surcharge is a percentage of \"line\", its own line's base price, and of nothing else."
                        : "A product's price is what its line begins with, so it cannot be a percentage of \"line\". "
                            + "Take it of \"order\", or of another line as in \"line:phone\"."
                );
            }

            if (price is { AtLeast: { } least, AtMost: { } most } && least > most)
            {
                var currency = subject.Funnel.Currency;
                yield return new(
                    CheckCodes.LeastAboveMost,
                    $"{site.Pointer}/atLeast",
                    $"At least {least.ToText(currency)} is more than at most {most.ToText(currency)}. Lower the one or raise the other."
                );
            }
        }
    }
}
