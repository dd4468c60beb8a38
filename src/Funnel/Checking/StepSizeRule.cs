using System.Globalization;
using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Checking;

/// <summary>A step shows no more than can be priced while a shopper waits: all that it shows has a price of its own.</summary>
internal static class StepSizeRule
{
    /// <summary>The offers of a step, and the quantities and choices that they leave to the shopper.</summary>
    private const int MostShown = 20_000;

    public static IEnumerable<Finding> Find(Subject subject) =>
        from step in subject.Steps
        let shown = step.Offers.Sum(offer => Shown(subject, offer))
        where shown > MostShown
        select new Finding(
            CheckCodes.StepTooLarge,
            $"{step.Pointer}/offers",
            string.Create(
                CultureInfo.InvariantCulture,
                $"This step would show {shown} choices: each offer, and each quantity and choice that it leaves to the shopper. At most {MostShown} can be shown. "
            ) + $"Fix some of what says \"{ChoiceTerm.Choose}\", or spread the offers over several steps."
        );

    private static long Shown(Subject subject, OfferSite offer) =>
        1
        + offer.Adds.Sum(add => Asked(subject, [add.Add.Product], add.Add.Quantity, add.Add.Options))
        + offer.Sets.Sum(set =>
            Asked(subject, subject.ProductsAt(offer, set.Set.Line), set.Set.Quantity, set.Set.Options)
        );

    /// <summary>Where a line may hold several products, those of the one that has most.</summary>
    private static long Asked(
        Subject subject,
        IReadOnlyCollection<string> products,
        QuantityTerm? quantity,
        IReadOnlyDictionary<string, ChoiceTerm> options
    ) =>
        products
            .Select(id => subject.Funnel.Products.GetValueOrDefault(id))
            .OfType<ProductDefinition>()
            .Select(product =>
                // A range is shown as its ends.
                (quantity is { Fixed: null } ? SoldQuantities.Of(product).List?.Count ?? 0L : 0L)
                + options
                    .Where(term => term.Value.Fixed is null)
                    .Sum(term => product.Options.GetValueOrDefault(term.Key)?.Choices.Count ?? 0)
            )
            .DefaultIfEmpty()
            .Max();
}
