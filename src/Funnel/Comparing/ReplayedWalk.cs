using System.Diagnostics.CodeAnalysis;
using Funnel.Checking.Proofs;
using Funnel.Machine;
using Funnel.Orders;

namespace Funnel.Comparing;

/// <summary>A walk whose answers were given again to another version.</summary>
/// <param name="Walk">It.</param>
/// <param name="Total">What it comes to in its own version.</param>
/// <param name="OtherTotal">What the same answers come to in the other; null where they cannot be given there.</param>
/// <param name="Stop">Why they cannot; null where they can.</param>
public sealed record ReplayedWalk(Witness Walk, Money Total, Money? OtherTotal, string? Stop)
{
    /// <summary>By how much the other version is dearer; null where the answers cannot be given there.</summary>
    public Money? Difference => OtherTotal - Total;

    /// <summary>Gives the answers again. A step that is new is declined; one that is gone may be where it was declined.</summary>
    internal static ReplayedWalk Of(Walk walk, FunnelMachine other)
    {
        var answers = walk.Answered.ToDictionary(each => each.Last!.State.Id, each => each.Last!);
        var locale = other.Definition.Locales.Contains(walk.Start.Locale)
            ? walk.Start.Locale
            : other.Definition.Locales[0];
        var replay = Orders.Walk.Begin(other, walk.Start with { Locale = locale });
        while (replay.Current is { } state)
        {
            Walk? next;
            if (!answers.Remove(state.Id, out var answered))
            {
                next = TypicalWalks.OnWithout(replay, state);
                if (next is null or { Last.Answer: Answer.Accept })
                {
                    return Stopped($"{state.Id} now has to be answered");
                }
            }
            else if (!TryAgain(replay, state, answered.Answer, out next, out var refusal))
            {
                return Stopped($"{state.Id}: {refusal.Message}");
            }

            replay = next;
        }

        var missed = answers.Values.FirstOrDefault(answered => answered.Answer is Answer.Accept);
        return missed is null
            ? new(TypicalWalks.WitnessOf(walk), walk.Basket.Total, replay.Basket.Total, null)
            : Stopped($"{missed.State.Id} is not asked");

        ReplayedWalk Stopped(string why) => new(TypicalWalks.WitnessOf(walk), walk.Basket.Total, null, why);
    }

    private static bool TryAgain(
        Walk replay,
        State state,
        Answer answer,
        [NotNullWhen(true)] out Walk? next,
        [NotNullWhen(false)] out Refusal? refusal
    )
    {
        next = null;
        // What a form was given is judged no further: a typical walk fills in only what conditions ask.
        var canonical = answer;
        return (
                (answer is Answer.Submit && state.IsForm)
                || CanonicalAnswer.TryMake(state, answer, out canonical, out refusal)
            ) && replay.TryAnswer(canonical, answer, replay.Start.At, out next, out refusal);
    }
}
