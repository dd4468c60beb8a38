using System.Globalization;
using System.Numerics;
using Funnel.Machine;
using Funnel.Orders;

namespace Funnel.Checking.Proofs;

/// <summary>What is true of all walks of a funnel together, counted exactly.</summary>
/// <remarks>
/// A walk is one way from the start to the end: it differs from another in an answer, or in what a condition on its way
/// asked of the customer, the context or the clock. It is taken to happen at one moment.
/// </remarks>
public sealed record Census
{
    /// <summary>How many walks there are.</summary>
    public required BigInteger Walks { get; init; }

    /// <summary>The least that an order can come to, shipping and tax included.</summary>
    public required Extreme Smallest { get; init; }

    /// <summary>The most that an order can come to, shipping and tax included.</summary>
    public required Extreme Largest { get; init; }

    /// <summary>The most steps with upsells and cross-sells that a shopper is shown one after another.</summary>
    public required LongestRun LongestRun { get; init; }

    /// <summary>Every offer, in the file's order.</summary>
    public required IReadOnlyList<OfferCensus> Offers { get; init; }

    /// <summary>Every offer that multiplies and is ever shown, in the file's order.</summary>
    public required IReadOnlyList<MultiplyCensus> Multiplies { get; init; }

    /// <summary>How many different states were looked at, once those that price and continue alike were merged.</summary>
    public required int States { get; init; }
}

/// <summary>A total, and a walk that comes to it.</summary>
public sealed record Extreme(Money Total, Witness Walk);

/// <summary>A number of steps, and a walk that is shown as many.</summary>
public sealed record LongestRun(int Steps, Witness Walk);

/// <summary>A walk as far as it proves something: what was known at its start, and its answers.</summary>
/// <param name="Start">
/// What conditions on the way asked of customer, context and inputs, and nothing else; its moment is also that of all answers.
/// </param>
/// <param name="AsksClock">Whether the moment matters.</param>
/// <param name="Answers">Step by step.</param>
public sealed record Witness(Start Start, bool AsksClock, IReadOnlyList<(State Step, Answer Answer)> Answers)
{
    /// <summary>In one line: <c>segment is business; cards: cards (250); paper: no, thank you</c>.</summary>
    public override string ToString() =>
        string.Join("; ", Known().Concat(Answers.Select(InWords)).DefaultIfEmpty("at once"));

    private IEnumerable<string> Known()
    {
        if (AsksClock)
        {
            yield return Start.At.ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        }

        (string Name, string? Value)[] context =
        [
            ("country", Start.Country),
            ("channel", Start.Channel),
            ("device", Start.Device),
            ("referrer", Start.Referrer),
        ];
        foreach (var (name, value) in context)
        {
            if (value is not null)
            {
                yield return $"{name} is {value}";
            }
        }

        foreach (var (name, value) in Start.Customer.Concat(Start.Inputs))
        {
            yield return $"{name} is {value}";
        }
    }

    private static string InWords((State Step, Answer Answer) answered)
    {
        var said = answered.Answer switch
        {
            Answer.Accept accept => string.Join(" and ", accept.Offers.Select(InWords)),
            Answer.Submit submit when submit.Inputs.Count > 0 => string.Join(
                ", ",
                submit.Inputs.Select(input => $"{input.Key} is {input.Value}")
            ),
            Answer.Submit => "filled in",
            _ => "no, thank you",
        };
        return $"{answered.Step.Id}: {said}";
    }

    private static string InWords(AcceptedOffer accepted)
    {
        var chosen = accepted
            .Options.Values.Prepend(accepted.Quantity?.ToString(CultureInfo.InvariantCulture))
            .OfType<string>();
        return string.Join(", ", chosen) is { Length: > 0 } choices ? $"{accepted.Offer} ({choices})" : accepted.Offer;
    }
}

/// <summary>How an offer fares over all walks.</summary>
public sealed record OfferCensus
{
    public required State Step { get; init; }

    public required Offer Offer { get; init; }

    /// <summary>On how many walks it is shown; zero where it can never show.</summary>
    public required BigInteger Shown { get; init; }

    /// <summary>A walk up to the step where it is shown; null where it never is.</summary>
    public Witness? Example { get; init; }

    /// <summary>By how much it moves the total at least and at most, alone and with its default choices; null where they never go together.</summary>
    public (Money Least, Money Most)? Delta { get; init; }

    /// <summary>A walk up to a step at which accepting it, with some choice, makes the total lower; null where none does.</summary>
    public Witness? LowersTotal { get; init; }

    /// <summary>A walk up to a step at which accepting it loses free shipping; null where none does.</summary>
    public Witness? LosesFreeShipping { get; init; }
}

/// <summary>How a multiply compares with buying that many times the quantities at their lists.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Offer">It.</param>
/// <param name="Least">The least saving; negative where it is dearer.</param>
/// <param name="Most">The greatest saving.</param>
/// <param name="LeastAt">A walk up to it with the least saving.</param>
/// <param name="MostAt">A walk up to it with the greatest.</param>
public sealed record MultiplyCensus(State Step, Offer Offer, Money Least, Money Most, Witness LeastAt, Witness MostAt);
