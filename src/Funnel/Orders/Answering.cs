using System.Diagnostics.CodeAnalysis;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Pricing;

namespace Funnel.Orders;

/// <summary>What an answer does to a walk: it is judged, its effects are applied to the basket, and the walk goes on; or it is refused.</summary>
internal static class Answering
{
    /// <summary>What a walk leads to when the current step is answered.</summary>
    /// <param name="answer">A canonical answer.</param>
    /// <param name="given">The same answer as it was given, which refusals point into.</param>
    public static bool TryAnswer(
        this Walk walk,
        Answer answer,
        Answer given,
        DateTimeOffset at,
        [NotNullWhen(true)] out Walk? next,
        [NotNullWhen(false)] out Refusal? refusal
    )
    {
        var state = walk.Current ?? throw new InvalidOperationException("The walk is at its end.");
        (next, refusal) = answer switch
        {
            Answer.Accept accept => Accept(walk, state, accept, given, at),
            Answer.Submit submit => (Submit(walk, state, submit, at), null),
            _ => Decline(walk, state, at),
        };
        return next is not null;
    }

    private static (Walk?, Refusal?) Decline(Walk walk, State state, DateTimeOffset at)
    {
        if (state.IsForm)
        {
            return state.Fields.Any(asked => asked.Required)
                ? (null, new Refusal.DeclineNotPossible(state))
                : (Submit(walk, state, null, at), null);
        }

        if (state.PickMin > 0 && walk.AvailableOffers(state, at).Count > 0)
        {
            return (null, new Refusal.DeclineNotPossible(state));
        }

        var tally = walk.Tally with { Declined = walk.Tally.Declined + 1 };
        return (walk.After(new(state, new Answer.Decline(), at), walk.Basket, tally, Trigger.Decline), null);
    }

    private static Walk Submit(Walk walk, State state, Answer.Submit? submit, DateTimeOffset at)
    {
        if (submit is null)
        {
            return walk.After(new(state, new Answer.Decline(), at), walk.Basket, walk.Tally, Trigger.Decline);
        }

        var inputs = new Dictionary<string, Value>(walk.Tally.Inputs);
        foreach (var (name, value) in submit.Inputs)
        {
            inputs[name] = value;
        }

        return walk.After(new(state, submit, at), walk.Basket, walk.Tally with { Inputs = inputs }, Trigger.Accept);
    }

    private static (Walk?, Refusal?) Accept(
        Walk walk,
        State state,
        Answer.Accept accept,
        Answer given,
        DateTimeOffset at
    )
    {
        var count = accept.Offers.Count;
        if (count > state.PickMax || (count < state.PickMin && count < walk.AvailableOffers(state, at).Count))
        {
            var min = Math.Min(state.PickMin, walk.AvailableOffers(state, at).Count);
            return (null, new Refusal.PickOutOfRange(state, min, state.PickMax, count));
        }

        var facts = walk.FactsAt(at);
        var offers = new Offer[count];
        for (var i = 0; i < count; i++)
        {
            var offer = offers[i] = state.FindOffer(accept.Offers[i].Offer)!;
            // A single one is judged by applying it below.
            var obstacle =
                count > 1 ? offer.Judge(facts)
                : offer.IsWanted(facts) ? Obstacle.None
                : Obstacle.Condition;
            if (obstacle is not Obstacle.None)
            {
                return (
                    null,
                    new Refusal.OfferUnavailable(offer, obstacle, new(PointerTo(offer, given), "It is not available."))
                );
            }
        }

        var edit = new BasketEdit(walk.Basket);
        for (var i = 0; i < count; i++)
        {
            if (offers[i].Apply(edit, SelectionOf(accept.Offers[i])) is not Obstacle.None and var obstacle)
            {
                return (null, Refuse(walk, offers[i], accept.Offers[i], PointerTo(offers[i], given), obstacle, at));
            }
        }

        try
        {
            state.DiscountSelection(edit, count, walk.Basket.Lines.Length);
            return (
                walk.After(new(state, accept, at), edit.ToBasket(), walk.Tally.Accept(offers), Trigger.Accept),
                null
            );
        }
        catch (OverflowException)
        {
            return (null, new Refusal.AmountTooLarge(new("/accept", "Accept less.")));
        }
    }

    /// <summary>Why an offer that is wanted could not be applied: for what was chosen, for the order, or for the offers before it.</summary>
    private static Refusal Refuse(
        Walk walk,
        Offer offer,
        AcceptedOffer accepted,
        string pointer,
        Obstacle obstacle,
        DateTimeOffset at
    )
    {
        var fault = new Fault(pointer, "It cannot be accepted so.");
        if (offer.Judge(walk.FactsAt(at)) is not Obstacle.None and var alone)
        {
            return new Refusal.OfferUnavailable(offer, alone, fault);
        }

        if (offer.Apply(new BasketEdit(walk.Basket), SelectionOf(accepted)) is Obstacle.None)
        {
            return new Refusal.OffersConflict(offer, obstacle, fault);
        }

        return obstacle switch
        {
            Obstacle.QuantityNotSold => new Refusal.QuantityNotSold(fault with { Pointer = $"{pointer}/quantity" }),
            Obstacle.ChoiceNotSold => new Refusal.ChoiceNotSold(fault with { Pointer = $"{pointer}/options" }),
            Obstacle.ChoicesConflict => new Refusal.ChoicesConflict(fault with { Pointer = $"{pointer}/options" }),
            Obstacle.ChangesNothing => new Refusal.ChangesNothing(fault),
            Obstacle.TooLarge => new Refusal.AmountTooLarge(fault),
            _ => new Refusal.OfferUnavailable(offer, obstacle, fault),
        };
    }

    private static string PointerTo(Offer offer, Answer given)
    {
        var accepted = given is Answer.Accept { Offers: var offers } ? offers : [];
        var index = accepted.TakeWhile(other => other.Offer != offer.Id).Count();
        return $"/accept/{index}";
    }

    private static Selection SelectionOf(AcceptedOffer accepted) => new(accepted.Quantity, accepted.Options);
}
