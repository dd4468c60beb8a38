using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Orders;

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
