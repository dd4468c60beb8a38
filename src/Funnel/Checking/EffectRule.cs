using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>An offer has an effect, each of its effects does something by itself, and at most one asks the shopper.</summary>
internal static class EffectRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        subject.Offers.Where(offer => !subject.File.IsUnread(offer.Pointer)).SelectMany(Find);

    private static IEnumerable<Finding> Find(OfferSite site)
    {
        var offer = site.Offer;
        if (offer is { Swap: null, Set.Count: 0, Add.Count: 0, Discount: null, Multiply: null, Ship: null })
        {
            yield return new(
                CheckCodes.NoEffect,
                site.Pointer,
                "This offer does nothing. Give it an effect: \"swap\", \"set\", \"add\", \"discount\", \"multiply\" or \"ship\"."
            );
        }
        else if (offer is { Price: not null, Add.Count: 0 })
        {
            yield return new(
                CheckCodes.NoEffect,
                $"{site.Pointer}/price",
                "An offer's price is that of what it adds, and this one adds nothing. Give it an \"add\", or take something off with \"discount\"."
            );
        }

        if (offer is { Discount.On: DiscountTarget.Added, Add.Count: 0 })
        {
            yield return new(
                CheckCodes.NoEffect,
                $"{site.Pointer}/discount/on",
                "This discount is on what the offer adds, and it adds nothing. Give it an \"add\", or discount \"order\", a line or a category."
            );
        }

        foreach (var (set, pointer) in site.Sets)
        {
            if (set is { Options.Count: 0, Quantity: null })
            {
                yield return new(
                    CheckCodes.NoEffect,
                    pointer,
                    "This sets nothing. Name \"options\", a \"quantity\" or both."
                );
            }
        }

        foreach (var asking in Asking(site).Skip(1))
        {
            yield return new(
                CheckCodes.AsksTwice,
                asking,
                $"Another effect of this offer already leaves a choice to the shopper, and one is all that an answer can hold. "
                    + $"Fix what says \"{ChoiceTerm.Choose}\" here, or make it an offer of its own."
            );
        }
    }

    private static IEnumerable<string> Asking(OfferSite site) =>
        [
            .. site.Sets.Where(set => Asks(set.Set.Quantity, set.Set.Options)).Select(set => set.Pointer),
            .. site.Adds.Where(add => Asks(add.Add.Quantity, add.Add.Options)).Select(add => add.Pointer),
        ];

    private static bool Asks(QuantityTerm? quantity, IReadOnlyDictionary<string, ChoiceTerm> options) =>
        quantity is { Fixed: null } || options.Values.Any(term => term.Fixed is null);
}
