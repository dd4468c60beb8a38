using System.Diagnostics.CodeAnalysis;
using Funnel.Orders;

namespace Funnel.Server.Api;

/// <summary>A walk through a definition that need not be published, or saved.</summary>
public sealed record WalkRequest
{
    /// <summary>The funnel's file. It may have warnings, and errors that only its walks show.</summary>
    public required WrittenDefinition Definition { get; init; }

    /// <summary>What is known of the shopper, and when they come.</summary>
    public WalkStartRequest? Start { get; init; }

    /// <summary>What they do, one thing after another.</summary>
    public IReadOnlyList<WalkActionRequest>? Actions { get; init; }

    /// <summary>A step that is answered in the end, to be shown with its answer.</summary>
    public string? Show { get; init; }
}

/// <summary>What a walk starts with. All of it may be left out.</summary>
public sealed record WalkStartRequest : StartRequest
{
    /// <summary>The moment of all that is done, with its offset; now, where it is left out.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>
/// What a shopper does: answers a step, or goes back to it (<c>step</c> with one of <c>accept</c>, <c>decline</c>, <c>inputs</c> and
/// <c>back</c>), changes what was handed over at the start (<c>inputs</c> alone), completes the order, or cancels it.
/// </summary>
public sealed record WalkActionRequest : AnswerRequest
{
    /// <summary>The step that is answered, or gone back to.</summary>
    public string? Step { get; init; }

    /// <summary>True: go back to the step, as <c>DELETE …/answers/{step}</c> does.</summary>
    public bool? Back { get; init; }

    /// <summary>Complete the order, as <c>POST …/complete</c> does.</summary>
    public CompleteRequest? Complete { get; init; }

    /// <summary>True: cancel the order, as <c>POST …/cancel</c> does.</summary>
    public bool? Cancel { get; init; }

    private bool IsAnswer => Accept is not null || Decline is not null || Inputs is not null;

    /// <param name="act">What it does to an order.</param>
    internal bool TryRead(
        Currency currency,
        [NotNullWhen(true)] out Func<Order, DateTimeOffset, Outcome>? act,
        [NotNullWhen(false)] out ProblemResult? problem
    )
    {
        (act, problem) = (null, null);
        switch (this)
        {
            case { Step: { } step, Back: null, Complete: null, Cancel: null }:
                if (TryRead(out var answer, out problem))
                {
                    act = (order, now) => order.Answer(step, answer, now);
                }

                break;
            case { Step: { } step, Back: true, IsAnswer: false, Complete: null, Cancel: null }:
                act = (order, now) => order.Back(step, now);
                break;
            case {
                Step: null,
                Back: null,
                Accept: null,
                Decline: null,
                Inputs: { } inputs,
                Complete: null,
                Cancel: null
            }:
                var given = Given(inputs);
                act = (order, now) => order.ChangeInputs(given, now);
                break;
            case { Step: null, Back: null, IsAnswer: false, Complete: { } complete, Cancel: null }:
                if (complete.TryRead(currency, out var total, out problem))
                {
                    act = (order, now) => order.Complete(total, now);
                }

                break;
            case { Step: null, Back: null, IsAnswer: false, Complete: null, Cancel: true }:
                act = static (order, now) => order.Cancel(now);
                break;
            default:
                problem = Problems.MalformedBody(
                    "",
                    "An action is exactly one of: step with an answer, step with back: true, inputs, complete, or cancel: true."
                );
                break;
        }

        return problem is null;
    }
}
