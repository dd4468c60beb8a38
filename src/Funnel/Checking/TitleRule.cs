using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>An offer has a title, written or taken from the one thing that it adds, swaps in or sets.</summary>
internal static class TitleRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from offer in subject.Offers
        where offer.Offer.Title is null && !subject.File.IsUnread(offer.Pointer) && Nameable(offer.Offer) != 1
        select new Finding(
            CheckCodes.TitleNeeded,
            offer.Pointer,
            $"Offer {Quoted.Value(offer.Offer.Id)} needs a \"title\": it has none to take over, as it would from the one product that it adds "
                + "or swaps in, or the one choice that it sets."
        );

    /// <summary>How many different things a title could be taken from.</summary>
    private static int Nameable(OfferDefinition offer)
    {
        var products = offer.Add.Select(add => add.Product).Concat(offer.Swap is { } swap ? [swap.Product] : []);
        var choices = offer.Set.SelectMany(set => set.Options).Where(option => option.Value.Fixed is not null);
        return products.Distinct(StringComparer.Ordinal).Count() + choices.Distinct().Count();
    }
}
