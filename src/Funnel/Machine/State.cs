using System.Collections;
using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Machine;

/// <summary>A step of the funnel, as a state of its machine. The end is no state: it is the absence of one.</summary>
public sealed class State
{
    private readonly Guard? _when;
    private readonly SelectionDiscounts _selectionDiscounts;
    private Transition[][] _transitions = [];
    private BitArray _ahead = new(0);

    internal State(
        int index,
        StepDefinition definition,
        IReadOnlyList<Offer> offers,
        SelectionDiscounts selectionDiscounts,
        Guard? when
    )
    {
        Index = index;
        Definition = definition;
        Offers = offers;
        _when = when;
        _selectionDiscounts = selectionDiscounts;
        Fields =
        [
            .. (definition.Fields ?? []).Select(asked => new InputField(asked.Id, asked) { Required = asked.Required }),
        ];
        var least = definition.Kind is StepKind.Choose ? 1 : 0;
        var most = definition.Kind is StepKind.CrossSell ? offers.Count : 1;
        PickMin = definition.Pick?.Min ?? least;
        PickMax = definition.Pick?.Max ?? Math.Max(most, PickMin);
    }

    /// <summary>Its place in the file, from 0.</summary>
    public int Index { get; }

    public StepDefinition Definition { get; }

    public string Id => Definition.Id;

    /// <summary>In the file's order; empty at a form.</summary>
    public IReadOnlyList<Offer> Offers { get; }

    /// <summary>What a form asks, in the file's order; empty elsewhere.</summary>
    public IReadOnlyList<InputField> Fields { get; }

    public bool IsForm => Definition.Kind is StepKind.Form;

    /// <summary>How many offers must be accepted where so many are available.</summary>
    public int PickMin { get; }

    /// <summary>How many offers may be accepted.</summary>
    public int PickMax { get; }

    /// <summary>How many answers are at most to come from here to the end, this step's included.</summary>
    public int AtMostAhead { get; private set; }

    /// <summary>The triggers that this state has, whatever an order holds.</summary>
    public IEnumerable<Trigger> PermittedTriggers =>
        Enum.GetValues<Trigger>()
            .Where(trigger =>
                trigger switch
                {
                    Trigger.Decline => !NeverDeclined,
                    Trigger.Pass => !NeverPassed,
                    _ => true,
                }
            );

    /// <summary>Whether no order can decline it: it has to be filled in, or something has to be accepted.</summary>
    private bool NeverDeclined => IsForm ? Fields.Any(asked => asked.Required) : PickMin > 0;

    /// <summary>Whether no order can pass it by: whatever is offered may be unavailable, but a form always asks.</summary>
    private bool NeverPassed => IsForm && _when is null;

    /// <summary>The ways out on a trigger, the first whose guard holds being taken.</summary>
    public IReadOnlyList<Transition> On(Trigger trigger) => _transitions[(int)trigger];

    public Offer? FindOffer(string id)
    {
        foreach (var offer in Offers)
        {
            if (offer.Id == id)
            {
                return offer;
            }
        }

        return null;
    }

    /// <summary>Whether the walk stops here rather than passing by.</summary>
    internal bool Shows(in Facts facts)
    {
        if (!IsWanted(facts))
        {
            return false;
        }

        if (IsForm)
        {
            return true;
        }

        foreach (var offer in Offers)
        {
            if (offer.Judge(facts) is Obstacle.None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether its own condition holds.</summary>
    internal bool IsWanted(in Facts facts) => _when is null || _when.Holds(facts);

    internal State? Next(Trigger trigger, in Facts facts)
    {
        foreach (var transition in _transitions[(int)trigger])
        {
            if (transition.Guard is null || transition.Guard.Holds(facts))
            {
                return transition.Target;
            }
        }

        throw new InvalidOperationException(
            $"No way out of {Id} on {trigger}, though the check saw to it that the last case has no condition."
        );
    }

    /// <summary>What accepted offers come to together, once their effects are applied.</summary>
    internal void DiscountSelection(BasketEdit basket, int accepted, int firstAdded) =>
        _selectionDiscounts.Apply(basket, accepted, firstAdded);

    internal void Connect(Func<Trigger, Transition[]> transitions) =>
        _transitions = [.. Enum.GetValues<Trigger>().Select(transitions)];

    internal IEnumerable<State> PermittedTargets =>
        _transitions.SelectMany(way => way).Select(transition => transition.Target).OfType<State>();

    /// <summary>Whether some walk that stands here can still come to another state.</summary>
    public bool LeadsTo(State other) => _ahead[other.Index];

    /// <summary>To be called on later states of every path first.</summary>
    /// <param name="states">How many the machine has.</param>
    internal void MeasureAhead(int states)
    {
        _ahead = new(states);
        foreach (var target in PermittedTargets)
        {
            AtMostAhead = Math.Max(AtMostAhead, target.AtMostAhead);
            _ahead[target.Index] = true;
            _ahead.Or(target._ahead);
        }

        AtMostAhead++;
    }
}
