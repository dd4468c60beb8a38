using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>The choices that one add or one set makes go together.</summary>
internal static class FixedChoicesRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        [
            .. from offer in subject.Offers
            from add in offer.Adds
            from product in subject.FindAll([add.Add.Product]) ?? []
            from conflict in Conflicts(product, add.Add.Options, isNew: true)
            select Broken(conflict, add.Add.Options, add.Pointer),
            .. from offer in subject.Offers
            from set in offer.Sets
            let perProduct = subject
                .FindAll(subject.ProductsAt(offer, set.Set.Line))
                ?.Select(product => Conflicts(product, set.Set.Options, isNew: false).FirstOrDefault())
                .ToList()
            where perProduct is { Count: > 0 } && !perProduct.Contains(null)
            select Broken(perProduct[0]!, set.Set.Options, set.Pointer),
        ];

    /// <param name="isNew">Whether options that are not named have their default, rather than what the line has.</param>
    private static IEnumerable<Conflict> Conflicts(
        ProductSite product,
        IReadOnlyDictionary<string, ChoiceTerm> options,
        bool isNew
    ) =>
        Conflict
            .Among(
                product.Product,
                option =>
                    options.TryGetValue(option, out var term) ? term.Fixed
                    : isNew ? product.Product.Options.GetValueOrDefault(option)?.Default
                    : null
            )
            // Defaults that do not go together are the product's fault, not the offer's.
            .Where(conflict => options.ContainsKey(conflict.Option) || options.ContainsKey(conflict.OtherOption));

    private static Finding Broken(Conflict conflict, IReadOnlyDictionary<string, ChoiceTerm> options, string pointer) =>
        new(
            CheckCodes.ChoicesDoNotGoTogether,
            Site.Of(
                $"{pointer}/options",
                options.ContainsKey(conflict.Option) ? conflict.Option : conflict.OtherOption
            ),
            $"{conflict.Explanation} Name {Quoted.Value(conflict.OtherOption)} here too with a choice that goes with it, or take another "
                + $"{Quoted.Value(conflict.Option)}."
        );
}
