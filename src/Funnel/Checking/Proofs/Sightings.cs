using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Pricing;

namespace Funnel.Checking.Proofs;

/// <summary>What is noticed of steps and offers while all walks are gone.</summary>
internal sealed class Sightings(FunnelMachine machine, Goals goals)
{
    private readonly OfferSighting[] _offers =
    [
        .. machine.States.SelectMany(state =>
            state.Offers.Select((offer, i) => new OfferSighting(machine, goals, state, offer, i))
        ),
    ];

    private readonly StepSighting[] _steps = [.. machine.States.Select(state => new StepSighting(machine, state))];

    public IReadOnlyList<OfferSighting> Offers => _offers;

    public IReadOnlyList<StepSighting> Steps => _steps;

    public void Judged(Offer offer, Obstacle obstacle, in Facts facts) => _offers[offer.Number].Judged(obstacle, facts);

    /// <summary>The walk came to a step; whether it stops there depends on the facts.</summary>
    public void Arrived(State state, in Facts facts) => _steps[state.Index].Arrived(facts);

    public void Leaves(State state, Trigger trigger, in Facts facts) => _steps[state.Index].Leaves(trigger, facts);

    public void Shown(Node node, State state, Basket basket)
    {
        _steps[state.Index].IsShown = true;
        for (var i = 0; i < state.Offers.Count; i++)
        {
            if (node.Shown![i])
            {
                _offers[state.Offers[i].Number].Shown(node, basket);
            }
        }
    }

    public void Accepted(Node from, Offer offer, Standing accepted)
    {
        if (accepted.Picked == 1 && accepted.Basket.Total < from.Standing!.Basket.Total)
        {
            _offers[offer.Number].LowersTotal ??= from;
        }
    }
}

/// <summary>What is noticed of a step.</summary>
internal sealed class StepSighting(FunnelMachine machine, State state)
{
    public State State => state;

    public bool IsReached { get; private set; }

    public bool IsShown { get; set; }

    /// <summary>Its own condition; null where it has none.</summary>
    public Blame? When { get; } =
        state.Definition.When is { } when ? new(machine, when, $"/steps/{state.Index}/when") : null;

    /// <summary>The conditions of the cases that lead out of it, and where to.</summary>
    public IReadOnlyList<(string To, Trigger Trigger, Blame When)> WaysOut { get; } =
    [
        .. from way in new (string Name, Edge? Edge, Trigger[] On)[]
        {
            ("next", state.Definition.Next, Enum.GetValues<Trigger>()),
            ("onAccept", state.Definition.OnAccept, [Trigger.Accept]),
            ("onDecline", state.Definition.OnDecline, [Trigger.Decline]),
            ("onPass", state.Definition.OnPass, [Trigger.Pass]),
        }
        from one in (way.Edge?.Cases ?? []).Select((edgeCase, place) => (Case: edgeCase, Place: place))
        where one.Case.When is not null
        from trigger in way.On
        where Takes(state.Definition, way.Name, trigger)
        select (
            one.Case.To,
            trigger,
            new Blame(machine, one.Case.When!, $"/steps/{state.Index}/{way.Name}/{one.Place}/when")
        ),
    ];

    public void Leaves(Trigger trigger, in Facts facts)
    {
        foreach (var way in WaysOut)
        {
            if (way.Trigger == trigger && !way.When.EverHeld)
            {
                way.When.Look(facts);
            }
        }
    }

    /// <summary>Whether <c>next</c> is still asked: the way for one case wins over it.</summary>
    private static bool Takes(StepDefinition step, string way, Trigger trigger) =>
        way != "next"
        || (
            trigger switch
            {
                Trigger.Accept => step.OnAccept,
                Trigger.Decline => step.OnDecline,
                _ => step.OnPass,
            }
        )
            is null;

    public void Arrived(in Facts facts)
    {
        IsReached = true;
        if (!IsShown)
        {
            When?.Look(facts);
        }
    }
}

/// <summary>What is noticed of an offer.</summary>
internal sealed class OfferSighting
{
    private readonly Goals _goals;

    public OfferSighting(FunnelMachine machine, Goals goals, State state, Offer offer, int place)
    {
        _goals = goals;
        State = state;
        Offer = offer;
        Pointer = $"/steps/{state.Index}/offers/{place}";
        When =
        [
            .. state.Definition.OffersWhen is { } shared
                ? new[] { new Blame(machine, shared, $"/steps/{state.Index}/offersWhen") }
                : [],
            .. offer.Definition.When is { } own ? new[] { new Blame(machine, own, $"{Pointer}/when") } : [],
        ];
    }

    public State State { get; }

    public Offer Offer { get; }

    public string Pointer { get; }

    public IReadOnlyList<Blame> When { get; }

    /// <summary>What stood in its way, while it was never shown.</summary>
    public SortedSet<Obstacle> Obstacles { get; } = [];

    public Node? FirstShown { get; private set; }

    public (Money Least, Money Most)? Delta { get; private set; }

    public Node? LowersTotal { get; set; }

    public Node? LosesFreeShipping { get; private set; }

    /// <summary>Where it multiplies, what that saves beside buying as much.</summary>
    public Savings? Savings { get; private set; }

    public void Judged(Obstacle obstacle, in Facts facts)
    {
        if (FirstShown is not null || obstacle is Obstacle.None)
        {
            return;
        }

        Obstacles.Add(obstacle);
        if (When.Count > 0)
        {
            var seen = Offer.SeenBy(facts);
            foreach (var condition in When)
            {
                condition.Look(seen);
            }
        }
    }

    public void Shown(Node node, Basket basket)
    {
        FirstShown ??= node;
        var edit = new BasketEdit(basket);
        if (Offer.ApplyAlone(edit, default) is not (Obstacle.None or Obstacle.ChangesNothing))
        {
            return;
        }

        var totals = edit.Totals;
        var delta = totals.Total - basket.Total;
        Delta = Delta is { } seen ? (Money.Min(seen.Least, delta), Money.Max(seen.Most, delta)) : (delta, delta);
        if (
            basket is { ShippedBy: not null, Shipping.IsZero: true }
            && !totals.Shipping.IsZero
            && edit.Method == basket.Method
        )
        {
            LosesFreeShipping ??= node;
        }

        if (Offer.Definition.Multiply is { } multiply)
        {
            var buying = _goals.LeastBuying(multiply.By);
            var charge = (edit.Subtotal - basket.Subtotal).Minor;
            var here = new Savings(-node.Best[buying] - charge, node, node.Best[buying + 1] - charge, node);
            Savings = Savings is null ? here : Savings.Or(here);
        }
    }
}

/// <summary>The least and the most that a multiply saves, in minor units, and where.</summary>
internal sealed record Savings(long Least, Node LeastAt, long Most, Node MostAt)
{
    public Savings Or(Savings other) =>
        new(
            Math.Min(Least, other.Least),
            other.Least < Least ? other.LeastAt : LeastAt,
            Math.Max(Most, other.Most),
            other.Most > Most ? other.MostAt : MostAt
        );
}
