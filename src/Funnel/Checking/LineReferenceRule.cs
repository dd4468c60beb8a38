using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>A line that something is done to, taken of or tied to is added by some offer.</summary>
internal static class LineReferenceRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from reference in subject.Offers.SelectMany(References).Concat(subject.Products.SelectMany(Bases))
        let fault = Fault(subject, reference.Line, reference.Pointer)
        where fault is not null
        select fault;

    /// <summary>What is wrong with naming a line; null where nothing is.</summary>
    public static Finding? Fault(Subject subject, string line, string pointer) =>
        subject.Hides.Lines || subject.Lines.Names.Contains(line)
            ? null
            : new(
                CheckCodes.UnknownLine,
                pointer,
                $"No offer adds a line {Quoted.Value(line)}: a line has the name that its add gives it with \"as\", or else its product's id."
                    + Known.Sentence(line, subject.Lines.Names.All, "lines")
            );

    private static IEnumerable<(string Line, string Pointer)> References(OfferSite site)
    {
        if (site.Offer.Swap is { } swap)
        {
            yield return (swap.Line, $"{site.Pointer}/swap/line");
        }

        foreach (var (set, pointer) in site.Sets)
        {
            yield return (set.Line, $"{pointer}/line");
        }

        foreach (var add in site.Adds)
        {
            if (add.Add.For is { } parent)
            {
                yield return (parent, $"{add.Pointer}/for");
            }
        }

        if (site.Offer.Discount?.On is DiscountTarget.Line target)
        {
            yield return (target.Name, $"{site.Pointer}/discount/on");
        }
    }

    private static IEnumerable<(string Line, string Pointer)> Bases(ProductSite site) =>
        site.Product.Price is PriceDefinition.Percentage { Of: PercentageBase.Line { Name: var line } }
            ? [(line, $"{site.Pointer}/price/of")]
            : [];
}
