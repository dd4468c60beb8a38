using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>
/// What an effect is on can be there when it is offered: added by a step that comes before or, for what follows an add, by the
/// offer itself.
/// </summary>
internal static class NeverThereRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        subject.Hides.Lines || subject.Hides.Edges ? [] : subject.Offers.SelectMany(offer => Find(subject, offer));

    private static IEnumerable<Finding> Find(Subject subject, OfferSite site)
    {
        var there = subject.LinesBefore(site.StepIndex);
        if (site.Offer.Swap is { } swap && IsTooEarly(subject, there, swap.Line))
        {
            yield return TooEarly(swap.Line, $"{site.Pointer}/swap/line");
        }

        foreach (var (set, pointer) in site.Sets)
        {
            if (IsTooEarly(subject, there, set.Line))
            {
                yield return TooEarly(set.Line, $"{pointer}/line");
            }
        }

        var before = there.With(site.Offer.Swap);
        for (var i = 0; i < site.Adds.Count; i++)
        {
            var add = site.Adds[i];
            if (add.Add.For is { } parent && IsTooEarlyFor(i, parent))
            {
                yield return TooEarly(parent, $"{add.Pointer}/for");
            }

            if (
                subject.Funnel.Products.GetValueOrDefault(add.Add.Product)?.Price
                    is PriceDefinition.Percentage { Of: PercentageBase.Line { Name: var line } }
                && IsTooEarlyFor(i, line)
            )
            {
                yield return new(
                    CheckCodes.NeverThere,
                    $"{add.Pointer}/product",
                    $"The price of {Quoted.Value(add.Add.Product)} is a percentage of line {Quoted.Value(line)}, which is never in the "
                        + "order here. Move this behind the step that adds that line."
                );
            }
        }

        there = before.With(site.Adds);
        if (
            site.Offer.Discount?.On is { } on
            && DiscountFault(subject, there, on, $"{site.Pointer}/discount/on") is { } fault
        )
        {
            yield return fault;
        }

        if (
            site.Offer.Multiply is not null
            && subject.FindAll(there.Products) is { } products
            && !products.Any(product => product.Product.Multipliable)
        )
        {
            yield return new(
                CheckCodes.NeverThere,
                $"{site.Pointer}/multiply",
                "Nothing that can be multiplied is ever in the order here. Move this behind the steps that add something, or look at "
                    + "\"multipliable\" of the products."
            );
        }

        // Of what the offer itself adds, only what stands before an add is there for it.
        bool IsTooEarlyFor(int add, string line) =>
            IsTooEarly(subject, before, line) && IsTooEarly(subject, before.With(site.Adds.Take(add)), line);
    }

    private static Finding? DiscountFault(Subject subject, PossibleLines there, DiscountTarget on, string pointer) =>
        on switch
        {
            DiscountTarget.Line line when IsTooEarly(subject, there, line.Name) => TooEarly(line.Name, pointer),
            DiscountTarget.Category category
                when CategoryReferenceRule.Categories(subject).Contains(category.Id, StringComparer.Ordinal)
                    && subject.FindAll(there.Products) is { } products
                    && products.All(product => product.Product.Category != category.Id) => new(
                CheckCodes.NeverThere,
                pointer,
                $"Nothing of category {Quoted.Value(category.Id)} is ever in the order here. Move this behind the steps that add some."
            ),
            DiscountTarget.Order when there.Products.Count == 0 => new(
                CheckCodes.NeverThere,
                pointer,
                "Nothing is ever in the order here. Move this behind a step that adds something, or discount what is \"added\"."
            ),
            _ => null,
        };

    // A line that no offer adds at all is reported as unknown.
    private static bool IsTooEarly(Subject subject, PossibleLines there, string line) =>
        subject.Lines.Names.Contains(line) && !there.Names.Contains(line);

    private static Finding TooEarly(string line, string pointer) =>
        new(
            CheckCodes.NeverThere,
            pointer,
            $"Line {Quoted.Value(line)} is never in the order here: no step before this one adds it. "
                + "Move this behind the step that does, or take another line."
        );
}
