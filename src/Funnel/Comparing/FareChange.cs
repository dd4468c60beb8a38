using Funnel.Checking.Proofs;

namespace Funnel.Comparing;

/// <summary>An offer that both have, and that fares otherwise over all walks: another share is shown it, or it moves the total by another amount.</summary>
public sealed record FareChange(OfferCensus Before, OfferCensus After)
{
    internal static IEnumerable<FareChange> Between(Census? before, Census? after) =>
        before is null || after is null
            ? []
            : from offer in after.Offers
            join was in before.Offers on (offer.Step.Id, offer.Offer.Id) equals (was.Step.Id, was.Offer.Id)
            where was.Delta != offer.Delta || was.Shown * after.Walks != offer.Shown * before.Walks
            select new FareChange(was, offer);
}
