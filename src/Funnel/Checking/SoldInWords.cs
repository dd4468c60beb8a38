using System.Globalization;
using Funnel.Pricing;

namespace Funnel.Checking;

/// <summary>The quantities that a product is sold in, counted and said.</summary>
internal static class SoldInWords
{
    // A message is read; beyond this many quantities it is not.
    private const int MostNamed = 8;

    public static int Count(SoldQuantities sold) => sold.List?.Count ?? (sold.Most - sold.Least) / sold.Step + 1;

    /// <summary><c>100, 250, 500</c>, <c>1 to 50</c>.</summary>
    public static string Of(SoldQuantities sold) =>
        sold switch
        {
            { List: { } list } => Of(list, list.Count),
            { Step: 1 } => string.Create(CultureInfo.InvariantCulture, $"{sold.Least} to {sold.Most}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{sold.Least} to {sold.Most} by {sold.Step}"),
        };

    /// <summary>The first of some quantities, and how many more there are.</summary>
    public static string Of(IEnumerable<int> quantities, int count)
    {
        var named = string.Join(
            ", ",
            quantities.Take(MostNamed).Select(quantity => quantity.ToString(CultureInfo.InvariantCulture))
        );
        return count > MostNamed
            ? string.Create(CultureInfo.InvariantCulture, $"{named} and {count - MostNamed} more")
            : named;
    }
}
