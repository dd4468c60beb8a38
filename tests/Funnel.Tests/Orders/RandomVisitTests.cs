using Funnel.Orders;
using Funnel.Pricing;

namespace Funnel.Tests.Orders;

/// <summary>Properties of random visits say little unless everything that can happen occurs among them.</summary>
public sealed class RandomVisitTests
{
    private static readonly IReadOnlyList<(Order Before, DateTimeOffset Now, Outcome Outcome)> Moves =
    [
        .. Enumerable
            .Range(0, 800)
            .Select(seed => new RandomVisit(new(seed, seed % 8 + 1), seed, Moves: 20, Dear: seed % 4 == 0))
            .SelectMany(visit => visit.Outcomes()),
    ];

    private static IEnumerable<Outcome> Outcomes => Moves.Select(move => move.Outcome);

    private static IEnumerable<Outcome.Changed> Changes => Outcomes.OfType<Outcome.Changed>();

    private static IEnumerable<Line> Lines => Changes.SelectMany(change => change.Order.Walk.Basket.Lines);

    [Fact]
    public void Answers_are_given_changed_repeated_and_fall_away()
    {
        Assert.Contains(Changes, change => change.Change is OrderChange.Answered);
        Assert.Contains(Changes, change => change.Change is OrderChange.Revised);
        Assert.Contains(Changes, change => change.Dropped.Count > 1);
        Assert.Contains(Changes, change => change.Order.Walk.Current is null);
        Assert.Contains(Outcomes, outcome => outcome is Outcome.Unchanged);
    }

    [Fact]
    public void What_was_handed_over_is_changed_and_answers_fall_away_with_it()
    {
        var changes = Moves.Where(move =>
            move.Outcome is Outcome.Changed { Order.Walk.Start: var start } && start != move.Before.Walk.Start
        );

        Assert.Contains(changes, move => move.Before.Walk.Length > 2);
        Assert.Contains(changes, move => ((Outcome.Changed)move.Outcome).Dropped.Count > 0);
    }

    [Fact]
    public void Answers_are_refused_for_many_reasons()
    {
        var codes = Outcomes.OfType<Outcome.Refused>().Select(refused => refused.Refusal.Code).ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "amount-too-large",
                "answer-does-not-fit",
                "choices-conflict",
                "changes-nothing",
                "decline-not-possible",
                "inputs-invalid",
                "not-choosable",
                "offer-unavailable",
                "offers-conflict",
                "pick-out-of-range",
                "quantity-not-sold",
                "step-not-reached",
                "unknown-offer",
            },
            codes
        );
    }

    [Fact]
    public void Lines_are_discounted_multiplied_lifted_and_many()
    {
        Assert.Contains(Lines, line => line.Multiplied);
        Assert.Contains(Lines, line => line.Adjustments.Any(adjustment => adjustment.Offer is null));
        Assert.Contains(Lines, line => line.Adjustments.Any(adjustment => adjustment.Amount < Money.Zero));
        Assert.Contains(Lines, line => line is { Multiplied: false, Net.IsZero: true, Adjustments.Length: > 1 });
        Assert.Contains(Changes, change => change.Order.Walk.Basket.Lines.Length > 8);
    }
}
