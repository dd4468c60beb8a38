using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Pricing;

namespace Funnel.Explaining;

/// <summary>Tells of every step that a walk came to what it saw there.</summary>
internal sealed class WalkedSteps(FunnelMachine machine)
{
    private readonly WhyNot _whyNot = new(machine);

    /// <param name="now">The moment at which the current step is looked at.</param>
    public IEnumerable<StepExplanation> Of(Walk walk, DateTimeOffset now)
    {
        var steps = new List<StepExplanation>();
        foreach (var at in walk.Answered.Select(answered => answered.Previous!).Append(walk))
        {
            Arrive(at, steps);
            if (at.Current is { } state)
            {
                steps.Add(Shown(state, at.FactsAt(at.Length < walk.Length ? MomentAfter(at, walk) : now)));
            }
        }

        return steps;
    }

    /// <summary>When the answer was given that goes on from an earlier walk.</summary>
    private static DateTimeOffset MomentAfter(Walk earlier, Walk walk) => walk.Answered[earlier.Length].Last!.At;

    /// <summary>The steps that were passed by on the way to where a walk stands.</summary>
    private void Arrive(Walk at, List<StepExplanation> steps)
    {
        var facts = at.FactsAt(at.Last?.At ?? at.Start.At);
        var state = at.Last is { } last
            ? last.State.Next(last.Answer is Answer.Decline ? Trigger.Decline : Trigger.Accept, facts)
            : machine.States[0];
        while (state != at.Current)
        {
            steps.Add(PassedBy(state!, facts));
            state = state!.Next(Trigger.Pass, facts);
        }
    }

    private StepExplanation PassedBy(State state, in Facts facts) =>
        state.IsWanted(facts)
            ? new(state.Id, false, [], OffersOf(state, facts))
            : new(state.Id, false, [.. _whyNot.Of(state.Definition.When!, $"/steps/{state.Index}/when", facts)], []);

    private StepExplanation Shown(State state, in Facts facts) => new(state.Id, true, [], OffersOf(state, facts));

    private List<OfferExplanation> OffersOf(State state, in Facts facts)
    {
        var offers = new List<OfferExplanation>();
        for (var i = 0; i < state.Offers.Count; i++)
        {
            offers.Add(Explain(state, state.Offers[i], $"/steps/{state.Index}/offers/{i}", facts));
        }

        return offers;
    }

    private OfferExplanation Explain(State state, Offer offer, string pointer, in Facts facts)
    {
        var obstacle = offer.Judge(facts);
        if (obstacle is Obstacle.None)
        {
            return new(offer.Id, true, null, []);
        }

        var hidden = new List<Blocked>();
        if (obstacle is Obstacle.Condition)
        {
            var seen = offer.SeenBy(facts);
            hidden.AddRange(Of(state.Definition.OffersWhen, $"/steps/{state.Index}/offersWhen", seen));
            hidden.AddRange(Of(offer.Definition.When, $"{pointer}/when", seen));
        }

        return new(offer.Id, false, obstacle.InWords(), hidden);
    }

    private IEnumerable<Blocked> Of(Condition? condition, string pointer, in Facts facts) =>
        condition is null ? [] : _whyNot.Of(condition, pointer, facts);
}
