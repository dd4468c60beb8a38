using System.Diagnostics.CodeAnalysis;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Pricing;

namespace Funnel.Orders;

/// <summary>
/// Where an order stands: the fold of its answers over its machine. Immutable; each answer makes the next one from the
/// one before, which it keeps, so that going back or changing an answer begins where that answer was given.
/// </summary>
public sealed class Walk
{
    private Walk(FunnelMachine machine, Start start, Basket basket, DateTimeOffset at)
    {
        Machine = machine;
        Start = start;
        Basket = basket;
        Tally = Tally.Empty;
        Current = FunnelMachine.Arrive(machine.States[0], machine.FactsOf(start, basket, Tally, at));
    }

    private Walk(Walk previous, AnsweredStep last, Basket basket, Tally tally, Trigger trigger)
    {
        Machine = previous.Machine;
        Start = previous.Start;
        Previous = previous;
        Last = last;
        Length = previous.Length + 1;
        Basket = basket;
        Tally = tally;
        var facts = Machine.FactsOf(Start, basket, tally, last.At);
        Current = FunnelMachine.Arrive(last.State.Next(trigger, facts), facts);
    }

    public FunnelMachine Machine { get; }

    public Start Start { get; }

    /// <summary>The walk before its last answer; null at the start.</summary>
    public Walk? Previous { get; }

    /// <summary>The last answer; null at the start.</summary>
    public AnsweredStep? Last { get; }

    /// <summary>How many answers it has.</summary>
    public int Length { get; }

    /// <summary>The step that is to be answered; null at the end.</summary>
    public State? Current { get; }

    public Basket Basket { get; }

    internal Tally Tally { get; }

    /// <summary>This walk cut short after each of its answers, the first answer first.</summary>
    public IReadOnlyList<Walk> Answered => WalksFrom(0);

    public static Walk Begin(FunnelMachine machine, Start start) =>
        new(machine, start, new Basket(machine.TermsFor(start.Country)), start.At);

    /// <summary>The fold from the start: the same walk, to the cent, as answering one by one.</summary>
    /// <param name="answers">Step ids, answers and moments as a walk of the same machine gave them.</param>
    /// <exception cref="InvalidOperationException">They are no walk of this machine.</exception>
    public static Walk Replay(
        FunnelMachine machine,
        Start start,
        IEnumerable<(string Step, Answer Answer, DateTimeOffset At)> answers
    )
    {
        var walk = Begin(machine, start);
        foreach (var (step, answer, at) in answers)
        {
            walk =
                walk.Current?.Id == step && walk.TryAnswer(answer, answer, at, out var next, out _)
                    ? next
                    : throw new InvalidOperationException(
                        $"The stored answer to {step} does not follow from the answers before it."
                    );
        }

        return walk;
    }

    /// <summary>What was given for an input, by a form or at the start; null where nothing was.</summary>
    public Value? FindInput(string name) =>
        Tally.Inputs.GetValueOrDefault(name) ?? Start.Inputs.GetValueOrDefault(name);

    /// <summary>The walk as it was when a step was to be answered; null where it has no answer to that step.</summary>
    public Walk? Before(State state)
    {
        for (var walk = this; walk.Previous is not null; walk = walk.Previous)
        {
            if (walk.Last!.State == state)
            {
                return walk.Previous;
            }
        }

        return null;
    }

    /// <summary>The walks of <see cref="Answered"/> that go on from an earlier one of this walk.</summary>
    internal Walk[] AnsweredSince(Walk earlier) => WalksFrom(earlier.Length);

    /// <summary>What this walk leads to when the current step is answered.</summary>
    /// <param name="answer">A canonical answer.</param>
    /// <param name="given">The same answer as it was given, which refusals point into.</param>
    internal bool TryAnswer(
        Answer answer,
        Answer given,
        DateTimeOffset at,
        [NotNullWhen(true)] out Walk? next,
        [NotNullWhen(false)] out Refusal? refusal
    )
    {
        var state = Current ?? throw new InvalidOperationException("The walk is at its end.");
        (next, refusal) = answer switch
        {
            Answer.Accept accept => Accept(state, accept, given, at),
            Answer.Submit submit => (Submit(state, submit, at), null),
            _ => Decline(state, at),
        };
        return next is not null;
    }

    /// <summary>Takes kept answers again, each at its own moment, for as long as the walk comes to them and they apply.</summary>
    internal Walk Resume(IReadOnlyList<Walk> kept, out IReadOnlyList<DroppedAnswer> dropped)
    {
        var answers = kept.ToDictionary(walk => walk.Last!.State, walk => walk.Last!);
        var resumed = this;
        while (
            resumed.Current is { } state
            && answers.TryGetValue(state, out var step)
            && resumed.TryAnswer(step.Answer, step.Answer, step.At, out var next, out _)
        )
        {
            answers.Remove(state);
            resumed = next;
        }

        dropped =
        [
            .. kept.Where(walk => answers.ContainsKey(walk.Last!.State))
                .Select(walk => walk.Last!.Dropped)
                .OfType<DroppedAnswer>(),
        ];
        return resumed;
    }

    private (Walk?, Refusal?) Decline(State state, DateTimeOffset at)
    {
        if (state.IsForm)
        {
            return state.Fields.Any(asked => asked.Required)
                ? (null, new Refusal.DeclineNotPossible(state))
                : (Submit(state, null, at), null);
        }

        if (state.PickMin > 0 && AvailableOffers(state, at).Count > 0)
        {
            return (null, new Refusal.DeclineNotPossible(state));
        }

        var tally = Tally with { Declined = Tally.Declined + 1 };
        return (new(this, new(state, new Answer.Decline(), at), Basket, tally, Trigger.Decline), null);
    }

    private Walk Submit(State state, Answer.Submit? submit, DateTimeOffset at)
    {
        if (submit is null)
        {
            return new(this, new(state, new Answer.Decline(), at), Basket, Tally, Trigger.Decline);
        }

        var inputs = new Dictionary<string, Value>(Tally.Inputs);
        foreach (var (name, value) in submit.Inputs)
        {
            inputs[name] = value;
        }

        return new(this, new(state, submit, at), Basket, Tally with { Inputs = inputs }, Trigger.Accept);
    }

    private (Walk?, Refusal?) Accept(State state, Answer.Accept accept, Answer given, DateTimeOffset at)
    {
        var count = accept.Offers.Count;
        if (count > state.PickMax || (count < state.PickMin && count < AvailableOffers(state, at).Count))
        {
            var min = Math.Min(state.PickMin, AvailableOffers(state, at).Count);
            return (null, new Refusal.PickOutOfRange(state, min, state.PickMax, count));
        }

        var facts = FactsAt(at);
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

        var edit = new BasketEdit(Basket);
        for (var i = 0; i < count; i++)
        {
            if (offers[i].Apply(edit, SelectionOf(accept.Offers[i])) is not Obstacle.None and var obstacle)
            {
                return (null, Refuse(offers[i], accept.Offers[i], PointerTo(offers[i], given), obstacle, at));
            }
        }

        try
        {
            state.DiscountSelection(edit, count, Basket.Lines.Length);
            return (new(this, new(state, accept, at), edit.ToBasket(), Tally.Accept(offers), Trigger.Accept), null);
        }
        catch (OverflowException)
        {
            return (null, new Refusal.AmountTooLarge(new("/accept", "Accept less.")));
        }
    }

    /// <summary>Why an offer that is wanted could not be applied: for what was chosen, for the order, or for the offers before it.</summary>
    private Refusal Refuse(Offer offer, AcceptedOffer accepted, string pointer, Obstacle obstacle, DateTimeOffset at)
    {
        var fault = new Fault(pointer, "It cannot be accepted so.");
        if (offer.Judge(FactsAt(at)) is not Obstacle.None and var alone)
        {
            return new Refusal.OfferUnavailable(offer, alone, fault);
        }

        if (offer.Apply(new BasketEdit(Basket), SelectionOf(accepted)) is Obstacle.None)
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

    private Walk[] WalksFrom(int length)
    {
        var walks = new Walk[Length - length];
        for (var walk = this; walk.Length > length; walk = walk.Previous!)
        {
            walks[walk.Length - length - 1] = walk;
        }

        return walks;
    }

    private static Selection SelectionOf(AcceptedOffer accepted) => new(accepted.Quantity, accepted.Options);

    /// <summary>The offers of a step that can be accepted at a moment, as far as this walk has come.</summary>
    internal IReadOnlyList<Offer> AvailableOffers(State state, DateTimeOffset at)
    {
        var available = new List<Offer>();
        var facts = FactsAt(at);
        foreach (var offer in state.Offers)
        {
            if (offer.Judge(facts) is Obstacle.None)
            {
                available.Add(offer);
            }
        }

        return available;
    }

    private Facts FactsAt(DateTimeOffset at) => Machine.FactsOf(Start, Basket, Tally, at);
}

/// <summary>One answer of a walk.</summary>
/// <param name="State">The step.</param>
/// <param name="Answer">Its answer, canonical.</param>
/// <param name="At">The moment of the answer.</param>
public sealed record AnsweredStep(State State, Answer Answer, DateTimeOffset At)
{
    /// <summary>The accepted offers, in the file's order.</summary>
    public IReadOnlyList<string> Offers =>
        Answer is Answer.Accept accept ? [.. accept.Offers.Select(offer => offer.Offer)] : [];

    /// <summary>How this is named when it falls away; null where it had accepted or given nothing.</summary>
    internal DroppedAnswer? Dropped =>
        Answer switch
        {
            Answer.Accept => new(State.Id, Offers),
            Answer.Submit { Inputs: var inputs } when inputs.Values.Any(value => value is not Value.Flag(false)) => new(
                State.Id,
                []
            ),
            _ => null,
        };
}

/// <summary>An answer that had accepted or given something and fell away.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Offers">What it had accepted; empty of a form.</param>
public sealed record DroppedAnswer(string Step, IReadOnlyList<string> Offers);
