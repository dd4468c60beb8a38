using System.Diagnostics.CodeAnalysis;
using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Orders;

/// <summary>One order: its walk, and whether it is still open. Immutable; what happens to it is a pure function of the moment.</summary>
public sealed record Order
{
    private Order() { }

    public required Walk Walk { get; init; }

    /// <summary>As recorded: an open order may be past its time already, see <see cref="StatusAt"/>.</summary>
    public required OrderStatus Status { get; init; }

    /// <summary>When its shopper last changed something.</summary>
    public required DateTimeOffset TouchedAt { get; init; }

    /// <summary>When it was found abandoned, which an order is told to be once; null where it has not been.</summary>
    public DateTimeOffset? AbandonedAt { get; init; }

    /// <summary>When it expires if nobody touches it.</summary>
    public DateTimeOffset ExpiresAt => TouchedAt + Walk.Machine.Definition.ExpiresAfter;

    /// <summary>When <see cref="Lapse"/> first has something to say if nobody touches it; null where it never has.</summary>
    public DateTimeOffset? LapsesAt =>
        Status is not OrderStatus.Open ? null
        : AbandonedAt is null && AbandonsAt < ExpiresAt ? AbandonsAt
        : ExpiresAt;

    private DateTimeOffset AbandonsAt => TouchedAt + Walk.Machine.Definition.AbandonedAfter;

    public static Order Begin(FunnelMachine machine, Start start) =>
        new()
        {
            Walk = Walk.Begin(machine, start),
            Status = OrderStatus.Open,
            TouchedAt = start.At,
        };

    /// <summary>An order as it was recorded.</summary>
    public static Order Recorded(
        Walk walk,
        OrderStatus status,
        DateTimeOffset touchedAt,
        DateTimeOffset? abandonedAt
    ) =>
        new()
        {
            Walk = walk,
            Status = status,
            TouchedAt = touchedAt,
            AbandonedAt = abandonedAt,
        };

    public OrderStatus StatusAt(DateTimeOffset now) =>
        Status is OrderStatus.Open && now >= ExpiresAt ? OrderStatus.Expired : Status;

    /// <summary>What may be done to it now.</summary>
    public IReadOnlyList<OrderAction> PermittedActions(DateTimeOffset now)
    {
        if (StatusAt(now) is not OrderStatus.Open)
        {
            return [];
        }

        List<OrderAction> actions = [Walk.Current is null ? OrderAction.Complete : OrderAction.Answer];
        if (Walk.Length > 0)
        {
            actions.Add(OrderAction.Back);
        }

        actions.Add(OrderAction.Cancel);
        return actions;
    }

    /// <summary>Answers the current step, or changes the answer to an earlier one; the same answer again changes nothing.</summary>
    public Outcome Answer(string step, Answer answer, DateTimeOffset now)
    {
        if (ClosedAt(now) is { } closed)
        {
            return new Outcome.Refused(closed);
        }

        if (Walk.Machine.FindState(step) is not { } state)
        {
            return new Outcome.Refused(new Refusal.UnknownStep(step));
        }

        var before = Walk.Current == state ? Walk : Walk.Before(state);
        if (before is null)
        {
            return new Outcome.Refused(new Refusal.StepNotReached(step));
        }

        if (!CanonicalAnswer.TryMake(state, answer, out var canonical, out var refusal))
        {
            return new Outcome.Refused(refusal);
        }

        var later = before == Walk ? [] : Walk.AnsweredSince(before);
        if (later is [{ Last: { } same }, ..] && same.Answer == canonical)
        {
            return new Outcome.Unchanged(this);
        }

        if (!before.TryAnswer(canonical, answer, now, out var next, out refusal))
        {
            return new Outcome.Refused(refusal);
        }

        if (later is [])
        {
            return new Outcome.Changed(Touched(next, now), OrderChange.Answered, []);
        }

        next = next.Resume(later[1..], out var dropped);
        return new Outcome.Changed(Touched(next, now), OrderChange.Revised, dropped);
    }

    /// <summary>Finds the answer to a step, to show it and to change it.</summary>
    /// <param name="answered">The walk cut short after it; what it was given to is the one before.</param>
    public bool TryFindAnswer(
        string step,
        DateTimeOffset now,
        [NotNullWhen(true)] out Walk? answered,
        [NotNullWhen(false)] out Refusal? refusal
    )
    {
        var state = Walk.Machine.FindState(step);
        answered = state is null ? null : Walk.UpTo(state);
        refusal =
            ClosedAt(now) is { } closed ? closed
            : state is null ? new Refusal.UnknownStep(step)
            : Walk.Current == state ? new Refusal.StepNotAnswered(step)
            : answered is null ? new Refusal.StepNotReached(step)
            : null;
        return refusal is null;
    }

    /// <summary>Goes back to a step: drops its answer and all later ones.</summary>
    public Outcome Back(string step, DateTimeOffset now)
    {
        if (ClosedAt(now) is { } closed)
        {
            return new Outcome.Refused(closed);
        }

        if (Walk.Machine.FindState(step) is not { } state)
        {
            return new Outcome.Refused(new Refusal.UnknownStep(step));
        }

        if (Walk.Current == state)
        {
            return new Outcome.Unchanged(this);
        }

        if (Walk.Before(state) is not { } before)
        {
            return new Outcome.Refused(new Refusal.StepNotReached(step));
        }

        var dropped = Walk.AnsweredSince(before).Skip(1).Select(later => later.Last!.Dropped).OfType<DroppedAnswer>();
        return new Outcome.Changed(Touched(before, now), OrderChange.Revised, [.. dropped]);
    }

    /// <summary>
    /// Changes what was handed over at the start. The walk begins anew with it, and takes its answers again as far as they still
    /// fit; the same inputs again change nothing.
    /// </summary>
    /// <param name="inputs">All of them: what is not among them is taken away.</param>
    public Outcome ChangeInputs(IReadOnlyDictionary<string, Value> inputs, DateTimeOffset now)
    {
        if (ClosedAt(now) is { } closed)
        {
            return new Outcome.Refused(closed);
        }

        Fault[] faults = [.. CanonicalAnswer.Faults(inputs, Walk.Machine.Inputs)];
        if (faults.Length > 0)
        {
            return new Outcome.Refused(new Refusal.InputsInvalid(faults));
        }

        if (Same.Entries(inputs, Walk.Start.Inputs))
        {
            return new Outcome.Unchanged(this);
        }

        var anew = Walk.Begin(Walk.Machine, Walk.Start with { Inputs = inputs });
        return new Outcome.Changed(
            Touched(anew.Resume(Walk.Answered, out var dropped), now),
            OrderChange.Revised,
            dropped
        );
    }

    /// <summary>Completes it, with the shopper's consent to an exact total. Completing again changes nothing.</summary>
    public Outcome Complete(Money total, DateTimeOffset now)
    {
        if (Status is not OrderStatus.Completed && ClosedAt(now) is { } closed)
        {
            return new Outcome.Refused(closed);
        }

        if (Walk.Current is { } state)
        {
            return new Outcome.Refused(new Refusal.WalkNotFinished(state));
        }

        if (total != Walk.Basket.Total)
        {
            return new Outcome.Refused(new Refusal.TotalChanged());
        }

        return Status is OrderStatus.Completed
            ? new Outcome.Unchanged(this)
            : new Outcome.Changed(
                this with
                {
                    Status = OrderStatus.Completed,
                    TouchedAt = now,
                },
                OrderChange.Completed,
                []
            );
    }

    /// <summary>Cancels it. Cancelling again changes nothing.</summary>
    public Outcome Cancel(DateTimeOffset now) =>
        Status is OrderStatus.Cancelled ? new Outcome.Unchanged(this)
        : ClosedAt(now) is { } closed ? new Outcome.Refused(closed)
        : new Outcome.Changed(this with { Status = OrderStatus.Cancelled, TouchedAt = now }, OrderChange.Cancelled, []);

    /// <summary>Lets it feel the time that has passed untouched: it is abandoned, once, and in the end expires.</summary>
    public Outcome Lapse(DateTimeOffset now) =>
        now < LapsesAt || LapsesAt is null ? new Outcome.Unchanged(this)
        : now >= ExpiresAt ? new Outcome.Changed(this with { Status = OrderStatus.Expired }, OrderChange.Expired, [])
        : new Outcome.Changed(this with { AbandonedAt = now }, OrderChange.Abandoned, []);

    private Refusal.OrderClosed? ClosedAt(DateTimeOffset now) =>
        StatusAt(now) is OrderStatus.Open ? null : new(StatusAt(now));

    private Order Touched(Walk walk, DateTimeOffset now) => this with { Walk = walk, TouchedAt = now };
}

/// <summary>Whether an order can still change.</summary>
public enum OrderStatus
{
    Open,
    Completed,
    Cancelled,
    Expired,
}

/// <summary>What a shopper may do to an order.</summary>
public enum OrderAction
{
    /// <summary>Answer the current step.</summary>
    Answer,

    /// <summary>Complete it: the walk is at its end.</summary>
    Complete,

    /// <summary>Go back to, or change, an answered step.</summary>
    Back,

    /// <summary>Cancel it.</summary>
    Cancel,
}

/// <summary>What came of something done to an order.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>The order is another.</summary>
    /// <param name="Order">The order after.</param>
    /// <param name="Change">What the outside world is to be told.</param>
    /// <param name="Dropped">Later answers that fell away.</param>
    public sealed record Changed(Order Order, OrderChange Change, IReadOnlyList<DroppedAnswer> Dropped) : Outcome;

    /// <summary>It was so already.</summary>
    public sealed record Unchanged(Order Order) : Outcome;

    /// <summary>It stays as it is, for a reason.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome;
}

/// <summary>What happened to an order.</summary>
public enum OrderChange
{
    Answered,
    Revised,
    Completed,
    Cancelled,
    Abandoned,
    Expired,
}
