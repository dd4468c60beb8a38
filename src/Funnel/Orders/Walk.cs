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
    public Walk? Before(State state) => UpTo(state)?.Previous;

    /// <summary>This walk cut short after its answer to a step; null where it has none.</summary>
    public Walk? UpTo(State state)
    {
        for (var walk = this; walk.Previous is not null; walk = walk.Previous)
        {
            if (walk.Last!.State == state)
            {
                return walk;
            }
        }

        return null;
    }

    /// <summary>The walks of <see cref="Answered"/> that go on from an earlier one of this walk.</summary>
    internal Walk[] AnsweredSince(Walk earlier) => WalksFrom(earlier.Length);

    /// <summary>The walk after one more answer: it goes on to its next step.</summary>
    internal Walk After(AnsweredStep answered, Basket basket, Tally tally, Trigger trigger) =>
        new(this, answered, basket, tally, trigger);

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

    private Walk[] WalksFrom(int length)
    {
        var walks = new Walk[Length - length];
        for (var walk = this; walk.Length > length; walk = walk.Previous!)
        {
            walks[walk.Length - length - 1] = walk;
        }

        return walks;
    }

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

    internal Facts FactsAt(DateTimeOffset at) => Machine.FactsOf(Start, Basket, Tally, at);
}
