using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Checking.Lint;

/// <summary>What an offer stands beside: what the <c>choose</c> steps before it add.</summary>
internal static class MainProduct
{
    /// <summary>
    /// The least list value of the main product where an offer is shown, or of the order where a condition asks for more; null
    /// where there is none, or it cannot be known.
    /// </summary>
    public static Money? LeastList(LintSubject subject, OfferSite offer, Requirements required)
    {
        var least = subject
            .Before(offer.StepIndex)
            .Where(step => step.Step.Kind is StepKind.Choose)
            .SelectMany(step => step.Offers)
            .Where(main => main.Adds.Count > 0 && main.Adds.All(add => Allows(required, add)))
            .Min(main => ListOf(subject, main, required));
        return least is { } list && required.LeastSum is { } asked ? Money.Max(list, AmountOf(subject, asked)) : least;
    }

    private static bool Allows(Requirements required, AddSite add) =>
        required.Allow($"line.{add.LineName}.product", add.Add.Product);

    private static Money? ListOf(LintSubject subject, OfferSite main, Requirements required) =>
        main.Adds is [{ Add.Quantity: { Fixed: null } } only]
        && required.Least($"line.{only.LineName}.quantity") is { } least
        && subject.Product(only.Add.Product) is var product
            ? subject.Prices.Of(product, SoldQuantities.Of(product).From(least), only.Add.Options)
            : subject.Prices.Normal(main);

    private static Money AmountOf(LintSubject subject, decimal major) =>
        Money.FromMajor(major, subject.Funnel.Currency, subject.Funnel.Rounding);
}
