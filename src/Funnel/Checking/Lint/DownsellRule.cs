using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Checking.Lint;

/// <summary>Who declines something sizeable is offered less of it once, where there is less of it.</summary>
internal sealed class DownsellRule : LintRule
{
    /// <summary>In percent of the main product: what is smaller is no size to decline.</summary>
    private const int Small = 15;

    public override string Code => "FNL111";

    public override LintLevel Level => LintLevel.Note;

    public override string Title => "No downsell where one would fit";

    public override string Reason =>
        "A no is often to the amount and not to the thing. One smaller offer after it is a service; a second one is begging.";

    public override string Source =>
        "House practice, after the retreat from a larger request to a smaller: Cialdini and others, Journal of Personality and "
        + "Social Psychology 31 (1975)";

    internal override IEnumerable<Finding> Find(LintSubject subject)
    {
        var sellers = subject
            .Offers.SelectMany(offer => ProductsOf(offer).Select(product => (Product: product, Offer: offer)))
            .ToLookup(seller => seller.Product, seller => seller.Offer);
        return from step in subject.Steps
            where step.Step.Kind is StepKind.CrossSell
            from offer in step.Offers
            let less = LessOf(subject, offer)
            where less is not null && IsSizeable(subject, offer)
            where !ProductsOf(offer).SelectMany(product => sellers[product]).Any(other => IsLess(subject, offer, other))
            select Found(
                offer.Pointer,
                $"Whoever declines this is offered no less, and {less} could be. "
                    + "Offer that in a step of its own, to which this step's \"onDecline\" leads."
            );
    }

    /// <summary>What less of an offer would be: a smaller quantity, or one thing of several. Null where there is none.</summary>
    private static string? LessOf(LintSubject subject, OfferSite offer)
    {
        if (offer.Adds.Count > 1)
        {
            return $"{Quoted.Value(offer.Adds[0].Add.Product)} alone";
        }

        return
            offer.Adds is [{ Add: { Quantity.Fixed: { } quantity, Product: var product } }]
            && SoldQuantities.Of(subject.Product(product)) is { Least: var least }
            && least < quantity
            ? $"{least} of {Quoted.Value(product)}"
            : null;
    }

    private static bool IsSizeable(LintSubject subject, OfferSite offer)
    {
        var required = new Requirements(subject, offer);
        var main = MainProduct.LeastList(subject, offer, required);
        var share = Proportion.Of(subject.Prices.Charged(offer, main), main);
        return share > Small && !(required.Most("offer.share") <= Small);
    }

    private static IEnumerable<string> ProductsOf(OfferSite offer) =>
        offer.Adds.Select(add => add.Add.Product).Distinct(StringComparer.Ordinal);

    /// <summary>Whether another offer, beside this one or after it, has less of the same.</summary>
    private static bool IsLess(LintSubject subject, OfferSite offer, OfferSite other) =>
        (other.StepIndex == offer.StepIndex || subject.Graph.Leads(offer.StepIndex, other.StepIndex))
        && (
            other.Adds.Count < offer.Adds.Count
            || other.Adds is [{ Add.Quantity: null or { Fixed: null } }]
            || (other.Adds.Count == 1 && other.Adds[0].Add.Quantity?.Fixed < offer.Adds[0].Add.Quantity?.Fixed)
        );
}
