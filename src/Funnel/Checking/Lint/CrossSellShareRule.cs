using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>An extra is small beside what it goes with. A guard on <c>offer.share</c> sees to that on every walk.</summary>
internal sealed class CrossSellShareRule : LintRule
{
    private const int Most = 25;

    /// <summary>Whoever writes down a guard has thought about it; beyond a half it guards nothing.</summary>
    private const int MostGuarded = 50;

    public override string Code => "FNL105";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title =>
        "A cross-sell over 25 % of the main product's list value, with no guard on its share";

    public override string Reason =>
        "An extra is said yes to in passing while it is small: up to 15 % is good. A larger one is a purchase of its own.";

    public override string Source => "House practice";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        from offer in subject.Offers
        where subject.StepOf(offer).Step.Kind is StepKind.CrossSell && offer.Adds.Count > 0
        let required = new Requirements(subject, offer)
        where !(required.Most("offer.share") <= MostGuarded)
        let main = MainProduct.LeastList(subject, offer, required)
        let price = subject.Prices.Charged(offer, main)
        let share = Proportion.Of(price, main)
        where share > Most
        select Found(
            offer.Pointer,
            $"This costs {subject.Say(price.Value)}, which is {Proportion.Say(share.Value)} of an order of {subject.Say(main.Value)}, "
                + "the least that it can stand beside; good is up to 15 %. Give the step "
                + "\"offersWhen\": { \"fact\": \"offer.share\", \"atMost\": 25 }, or offer something smaller."
        );
}
