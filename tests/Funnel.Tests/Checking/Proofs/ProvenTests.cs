using System.Numerics;
using Funnel.Checking;
using Funnel.Checking.Proofs;
using Funnel.Definitions;
using Funnel.Machine;
using Problem = Funnel.Definitions.Problem;

namespace Funnel.Tests.Checking.Proofs;

/// <summary>What a check says that only going all walks can tell.</summary>
public sealed class ProvenTests
{
    private const string Products = """
        "cards": { "name": "Cards", "price": { "byQuantity": { "100": "12.00", "250": "20.00", "1000": "50.00" } } },
        "box": { "name": "Box", "price": "5.00" },
        "pens": { "name": "Pens", "price": "0.40", "quantities": [10, 25] },
        "mug": { "name": "Mug", "price": "8.00" }
        """;

    private const string Cards = """
        { "id": "cards", "kind": "choose", "title": "Cards",
          "offers": [ { "id": "cards", "add": { "product": "cards", "quantity": "choose" } } ] }
        """;

    [Fact]
    public void Offer_that_no_walk_shows_is_named_with_the_leaf_that_keeps_it_away()
    {
        var problem = Assert.Single(
            ProblemsOf(
                """
                { "id": "box", "kind": "crossSell", "title": "Box",
                  "offers": [
                    { "id": "box", "add": { "product": "box" },
                      "when": { "all": [ { "fact": "order.lines", "is": 1 }, { "fact": "order.subtotal", "moreThan": "50.00" } ] } },
                    { "id": "mug", "add": { "product": "mug" } }
                  ] }
                """
            )
        );

        Assert.Equal(
            ("FNL047", Severity.Error, "/steps/1/offers/0/when/all/1"),
            (problem.Code, problem.Severity, problem.Pointer)
        );
        Assert.Equal(
            "Offer \"box/box\" is never shown: order.subtotal is 12.00 to 50.00 here. Change that, or take the offer out.",
            problem.Message
        );
    }

    [Fact]
    public void Conditions_that_hold_but_never_together_are_told_as_that() =>
        Assert.Contains(
            "each part of it holds at times, but never all of them together",
            Assert
                .Single(
                    ProblemsOf(
                        """
                        { "id": "box", "kind": "crossSell", "title": "Box",
                          "when": { "all": [ { "fact": "weekday", "is": "sat" }, { "fact": "weekday", "is": "sun" } ] },
                          "offers": [ { "id": "box", "add": { "product": "box" } } ] }
                        """
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Days_and_weekdays_are_of_one_calendar() =>
        Assert.Equal(
            "FNL046 /steps/1/when",
            // The 25th of December 2026 is a Friday.
            Assert.Single(
                CodesOf(
                    """
                    { "id": "box", "kind": "crossSell", "title": "Box",
                      "when": { "all": [ { "fact": "weekday", "is": "sat" }, { "fact": "date", "is": "2026-12-25" } ] },
                      "offers": [ { "id": "box", "add": { "product": "box" } } ] }
                    """
                )
            )
        );

    [Fact]
    public void Step_behind_a_case_that_is_never_taken_is_never_reached() =>
        Assert.Equal(
            ["FNL046 /steps/1/next/0/when"],
            CodesOf(
                """
                { "id": "box", "kind": "crossSell", "title": "Box", "offers": [ { "id": "box", "add": { "product": "box" } } ],
                  "next": [ { "when": { "fact": "order.accepted", "atLeast": 3 }, "to": "mug" }, { "to": "end" } ] },
                { "id": "mug", "kind": "crossSell", "title": "Mug", "offers": [ { "id": "mug", "add": { "product": "mug" } } ] }
                """
            )
        );

    [Fact]
    public void Offer_whose_line_is_never_as_it_needs_it_says_what_stands_in_its_way() =>
        Assert.Contains(
            ProblemsOf(
                """
                { "id": "more", "kind": "upsell", "title": "More",
                  "offers": [ { "id": "none", "title": "The least", "when": { "fact": "line.cards.quantity", "is": 100 },
                                "set": { "line": "cards", "quantity": 100 } } ] }
                """
            ),
            problem =>
                problem is { Code: "FNL047", Pointer: "/steps/1/offers/0" }
                && problem.Message.Contains("nothing would change", StringComparison.Ordinal)
        );

    [Fact]
    public void Step_out_of_which_no_answer_leads_is_a_dead_end_with_the_walk_to_it()
    {
        var problem = Assert.Single(
            ProblemsOf(
                """
                { "id": "paper", "kind": "choose", "title": "Which?", "pick": { "min": 2, "max": 2 },
                  "offers": [
                    { "id": "twice", "title": "Twice", "when": { "fact": "line.cards.quantity", "is": 250 }, "multiply": { "by": 2, "percent": 50 } },
                    { "id": "again", "title": "Again", "when": { "fact": "line.cards.quantity", "is": 250 }, "multiply": { "by": 2, "percent": 50 } }
                  ] }
                """
            ),
            problem => problem.Severity is Severity.Error
        );

        Assert.Equal(("FNL048", "/steps/1"), (problem.Code, problem.Pointer));
    }

    [Theory]
    [InlineData("upsell")]
    [InlineData("crossSell")]
    public void Step_that_sells_something_more_can_be_declined(string kind) =>
        Assert.Equal(
            ["FNL049 /steps/1/pick/min"],
            CodesOf(
                $$"""
                { "id": "box", "kind": "{{kind}}", "title": "Box", "pick": { "min": 1 },
                  "offers": [ { "id": "box", "add": { "product": "box" } } ] }
                """
            )
        );

    [Fact]
    public void Walk_that_ends_with_nothing_is_told() =>
        Assert.Equal(
            [
                "FNL050 Warning This walk ends with nothing in the order: at once. Let a step of kind \"choose\" always have something to offer.",
            ],
            Problems(
                Products,
                """
                { "id": "cards", "kind": "choose", "title": "Cards",
                  "offers": [ { "id": "cards", "when": { "fact": "customer.segment", "is": "business" }, "add": { "product": "cards" } } ] }
                """
            )
                .Problems.Select(problem => $"{problem.Code} {problem.Severity} {problem.Message}")
        );

    [Fact]
    public void Multiply_that_is_dearer_than_buying_as_much_is_told_with_its_walk() =>
        Assert.Equal(
            "It costs 1.00 more than buying as much, on this walk: cards: cards (100); box: no, thank you. Lower \"percent\".",
            Assert
                .Single(
                    ProblemsOf(
                        """
                        { "id": "box", "kind": "crossSell", "title": "Box", "offers": [ { "id": "box", "add": { "product": "box" } } ] },
                        { "id": "more", "kind": "upsell", "title": "Ten times", "when": { "fact": "line.cards.quantity", "is": 100 },
                          "offers": [ { "id": "more", "title": "Ten times", "multiply": { "by": 10, "percent": 325 } } ] }
                        """
                    ),
                    problem => problem.Code == CheckCodes.DearerThanBuying
                )
                .Message
        );

    [Fact]
    public void Twenty_steps_of_four_offers_each_are_counted_exactly()
    {
        var census = Problems(Products, Twenty(""), Shipping).Census!;

        Assert.Equal(3 * BigInteger.Pow(16, 20), census.Walks);
        Assert.Equal(new(1200 + 495), census.Smallest.Total);
        Assert.Equal(new(5000 + 20 * (500 + 800 + 400 + 1000)), census.Largest.Total);
        Assert.Equal(20, census.LongestRun.Steps);
        Assert.All(census.Offers, offer => Assert.True(offer.Shown == census.Walks));
    }

    [Fact]
    public void Beyond_its_bound_the_census_says_so_and_what_is_certain_all_the_same()
    {
        var machine = FunnelMachine.Compile(Problems(Products, Twenty(""), Shipping).Definition!);

        var stopped = Proven.Of(machine, mostStates: 1_000);
        var exact = Proven.Of(machine).Census!;

        Assert.Null(stopped.Census);
        Assert.True(stopped.Bounds!.Walks >= exact.Walks);
        Assert.True(stopped.Bounds.Total >= exact.Largest.Total.Minor);
        var (finding, severity) = Assert.Single(stopped.Findings);
        Assert.Equal(("FNL052", Severity.Note), (finding.Code, severity));
        Assert.StartsWith("The census stopped at 1,001 states", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_beyond_what_is_exact_stop_it_too()
    {
        var report = Problems(
            """ "estate": { "name": "Estate", "quantities": [1], "price": "900000000000000.00" } """,
            """
            { "id": "estate", "kind": "choose", "title": "Estate", "offers": [ { "id": "estate", "add": { "product": "estate" } } ] },
            { "id": "more", "kind": "upsell", "title": "More",
              "offers": [ { "id": "more", "title": "More", "multiply": { "by": 1000, "percent": 1 } } ] }
            """
        );

        Assert.Contains(report.Problems, problem => problem.Code == CheckCodes.CensusStopped);
        Assert.Null(report.Census);
    }

    [Theory]
    [InlineData("facts")]
    [InlineData("options")]
    [InlineData("list")]
    public void What_has_too_many_cases_stops_it_soon_and_the_bounds_still_hold(string of)
    {
        var many = Enumerable.Range(0, 30);
        var conditions = many.Select(i =>
            of == "list"
                ? $$"""{ "fact": "customer.tags", "contains": "t{{i}}" }"""
                : $$"""{ "fact": "customer.f{{i}}", "is": true }"""
        );
        var options = string.Join(
            ", ",
            many.Select(i =>
                $$"""
                    "o{{i}}": { "name": "O", "default": "a", "choices": { "a": { "name": "A" }, "b": { "name": "B", "price": "0.{{i
                        + 10}}" } } }
                    """
            )
        );
        var chosen = string.Join(", ", many.Select(i => $"\"o{i}\": \"choose\""));
        var began = System.Diagnostics.Stopwatch.GetTimestamp();

        var report = Problems(
            $$""" "p": { "name": "P", "price": "1.00", "options": { {{(of == "options" ? options : "")}} } } """,
            $$"""
            { "id": "p", "kind": "choose", "title": "P", "offers": [ { "id": "p", "add": { "product": "p", "options": { {{(
                of == "options" ? chosen : ""
            )}} } } } ] },
            { "id": "q", "kind": "crossSell", "title": "Q", "when": { "any": [ {{string.Join(", ", conditions)}} ] },
              "offers": [ { "id": "q", "add": { "product": "p" } } ] }
            """
        );

        Assert.Equal(["FNL052"], report.Problems.Select(problem => problem.Code));
        Assert.True(report.Bounds!.Walks >= BigInteger.Pow(2, 30), $"{report.Bounds.Walks} walks at most");
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
    }

    private const string Shipping = """
        "shipping": { "default": "post", "methods": { "post": { "name": "Post", "price": "4.95", "freeFrom": "50.00" } } }
        """;

    private static string Twenty(string more) =>
        string.Join(
            ", ",
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    $$"""
                        { "id": "s{{i}}", "kind": "crossSell", "title": "More", {{more}}
                          "offers": [
                            { "id": "box", "add": { "product": "box", "as": "box-{{i}}a" } },
                            { "id": "mug", "add": { "product": "mug", "as": "mug-{{i}}a" } },
                            { "id": "pens", "add": { "product": "pens", "as": "pens-{{i}}a" } },
                            { "id": "more-pens", "add": { "product": "pens", "quantity": 25, "as": "pens-{{i}}b" } }
                          ] }
                        """
                )
                .Prepend(Cards)
        );

    private static IReadOnlyList<Problem> ProblemsOf(string steps) => Problems(Products, $"{Cards}, {steps}").Problems;

    private static IEnumerable<string> CodesOf(string steps) =>
        ProblemsOf(steps).Select(problem => $"{problem.Code} {problem.Pointer}");

    /// <summary>Lint is left out: it has tests of its own.</summary>
    private static CheckReport Problems(string products, string steps, string more = "")
    {
        var report = Check.Run(
            System.Text.Encoding.UTF8.GetBytes(
                $$"""
                { "id": "shop", "name": "Shop", "currency": "EUR", {{(more.Length > 0 ? $"{more}," : "")}}
                  "products": { {{products}} }, "steps": [ {{steps}} ] }
                """
            )
        );
        return report with
        {
            Problems = [.. report.Problems.Where(problem => string.CompareOrdinal(problem.Code, "FNL100") < 0)],
        };
    }
}
