using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>Tax categories exist: the default, and those of products and of shipping.</summary>
internal static class TaxRule
{
    private const string Tax = "/tax";

    public static IEnumerable<Finding> Find(Subject subject)
    {
        if (subject.Funnel.Tax is { } tax)
        {
            return subject.File.IsMissing($"{Tax}/rates")
                ? []
                : Uses(subject)
                    .Prepend((Category: tax.Default, Pointer: $"{Tax}/default"))
                    .Where(use => !tax.Rates.ContainsKey(use.Category))
                    .Select(use => new Finding(
                        CheckCodes.UnknownTaxCategory,
                        use.Pointer,
                        $"There is no tax category {Quoted.Value(use.Category)} in the tax's rates."
                            + Known.Sentence(use.Category, tax.Rates.Keys, "categories")
                    ));
        }

        return subject.File.IsUnread(Tax)
            ? []
            : Uses(subject)
                .Select(use => new Finding(
                    CheckCodes.NotDeclared,
                    use.Pointer,
                    $"This funnel computes no tax, so there is no tax category {Quoted.Value(use.Category)}. "
                        + "Declare \"tax\" with its rates, or take this out."
                ));
    }

    private static IEnumerable<(string Category, string Pointer)> Uses(Subject subject)
    {
        if (subject.Funnel.Shipping?.Tax is { } shipping)
        {
            yield return (shipping, "/shipping/tax");
        }

        foreach (var product in subject.Products)
        {
            if (product.Product.Tax is { } category)
            {
                yield return (category, $"{product.Pointer}/tax");
            }
        }
    }
}
