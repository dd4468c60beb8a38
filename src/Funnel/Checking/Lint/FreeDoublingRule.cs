using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>What costs nothing is not multiplied for nothing.</summary>
internal sealed class FreeDoublingRule : LintRule
{
    public override string Code => "FNL114";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title =>
        "A multiply that can give goods away: of \"net\" where something is free, or at 0 %";

    public override string Reason =>
        "A percentage of nothing is nothing. The gift for a first order becomes two gifts, or ten.";

    public override string Source => "House practice";

    internal override IEnumerable<Finding> Find(LintSubject subject)
    {
        var free = subject.Offers.Where(offer => MakesFree(subject, offer)).ToList();
        return from offer in subject.Offers
            let multiply = offer.Offer.Multiply
            where multiply is { Percent.IsZero: true } or { Of: MultiplyBase.Net }
            let gift = free.Find(gift => subject.Graph.Leads(gift.StepIndex, offer.StepIndex))
            where multiply.Percent.IsZero || gift is not null
            select Found(
                $"{offer.Pointer}/multiply",
                multiply.Percent.IsZero
                    ? "This charges nothing for everything, however much there is. Charge a \"percent\"."
                    : $"Offer {Quoted.Value($"{subject.StepOf(gift!).Step.Id}/{gift!.Offer.Id}")} can leave nothing to pay, and a percentage of that "
                        + "is nothing. Take it \"of\": \"list\"."
            );
    }

    /// <summary>Whether an offer can leave a line that is multiplied with nothing to pay, in its least quantity.</summary>
    private static bool MakesFree(LintSubject subject, OfferSite offer) =>
        offer.Adds.Any(add => IsMultiplied(subject, add) && subject.Prices.Of(add.Add) is { IsZero: true })
        || (offer.Adds.Any(add => IsMultiplied(subject, add)) && subject.Prices.Charged(offer) is { IsZero: true })
        || (
            offer.Offer.Discount is { } discount
            && subject.Prices.TakesAll(discount, LeastUnder(subject, offer, discount))
        );

    /// <summary>The least that what a discount is on can come to.</summary>
    private static Money? LeastUnder(LintSubject subject, OfferSite offer, DiscountDefinition discount) =>
        discount.On switch
        {
            DiscountTarget.Order => MainProduct.LeastList(subject, offer, new(subject, offer)),
            DiscountTarget.Line line => LeastAdded(subject, offer, add => add.LineName == line.Name),
            DiscountTarget.Category category => LeastAdded(
                subject,
                offer,
                add => subject.Product(add.Add.Product).Category == category.Id
            ),
            // What the offer adds itself is looked at as what it charges.
            _ => null,
        };

    private static Money? LeastAdded(LintSubject subject, OfferSite offer, Func<AddSite, bool> isOn) =>
        subject
            .Before(offer.StepIndex)
            .SelectMany(step => step.Offers)
            .SelectMany(other => other.Adds)
            .Where(add => IsMultiplied(subject, add) && isOn(add))
            .Min(add => subject.Prices.Of(add.Add));

    private static bool IsMultiplied(LintSubject subject, AddSite add) => subject.Product(add.Add.Product).Multipliable;
}
