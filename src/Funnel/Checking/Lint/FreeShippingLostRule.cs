using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>A discount is not paid for with the delivery.</summary>
internal sealed class FreeShippingLostRule : LintRule
{
    public override string Code => "FNL113";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "A discount that can cost the shopper free shipping";

    public override string Reason =>
        "Some who accept it pay more, or save less than they were told, because the order falls below the free delivery.";

    public override string Source => "House practice";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        from census in new[] { subject.Census }
        where census is not null
        from fared in census.Offers
        where fared.Offer.Definition.Discount is not null && fared.LosesFreeShipping is not null
        select Found(
            $"{subject.PointerTo(fared)}/discount",
            $"With this discount delivery is no longer free on this walk: {fared.LosesFreeShipping}. "
                + "Give the offer a \"when\" that asks for an \"order.subtotal\" well above \"freeFrom\"."
        );
}
