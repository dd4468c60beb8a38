namespace Funnel.Tests.Checking.Lint;

public sealed class OrderOfStepsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3, "FNL102 /steps/1/offers")]
    public void Step_asks_for_one_of_two_at_most(int offers, params string[] found) =>
        Assert.Equal(found, ProblemsOf(Cards(), Boxes(offers, "\"pick\": { \"max\": 1 }")));

    [Fact]
    public void Several_that_can_all_be_had_are_no_alternatives() =>
        Assert.Empty(ProblemsOf(Cards(), Boxes(3, "\"pick\": { \"max\": 3 }")));

    [Fact]
    public void First_choice_may_be_of_many() =>
        Assert.Empty(
            ProblemsOf(Boxes(5, "\"pick\": { \"max\": 1 }").Replace("crossSell", "choose", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("is", "100", "250")]
    [InlineData("in", "[100]", "[250, 500]")]
    public void Alternatives_that_never_show_together_are_counted_apart(string test, string one, string other)
    {
        string[] offers =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(number =>
                    Box(
                        number,
                        $$"""
                        "when": { "all": [ { "fact": "line.cards.quantity", "{{test}}": {{(
                            number < 2 ? one : other
                        )}} } ] },
                        """
                    )
                ),
        ];

        Assert.Empty(
            ProblemsOf(Cards(), Step("boxes", "crossSell", string.Join(",", offers), "\"pick\": { \"max\": 1 }"))
        );
    }

    [Fact]
    public void What_goes_with_something_comes_after_it() =>
        Assert.Equal(["FNL104 /steps/0"], ProblemsOf(Boxes(1), Cards()));

    [Fact]
    public void Only_the_way_on_which_nothing_is_chosen_counts() =>
        Assert.Equal(
            ["FNL104 /steps/1"],
            ProblemsOf(
                Form(
                    """[ { "when": { "fact": "input.company", "exists": true }, "to": "boxes" }, { "to": "cards" } ]"""
                ),
                Boxes(1, "\"next\": \"cards\""),
                Cards(),
                Step("more", "crossSell", Box(7))
            )
        );

    [Fact]
    public void Second_choice_may_follow_the_extras_of_the_first() =>
        Assert.Empty(ProblemsOf(Cards(), Boxes(1), Cards("second")));

    [Fact]
    public void What_was_chosen_is_made_better_before_things_are_put_beside_it() =>
        Assert.Equal(["FNL108 /steps/2"], ProblemsOf(Cards(), Boxes(1), Better()));

    [Fact]
    public void What_concerns_the_whole_order_comes_last() =>
        Assert.Empty(
            ProblemsOf(
                Cards(),
                Boxes(1),
                Step(
                    "fast",
                    "upsell",
                    """{ "id": "fast", "title": "Fast", "benefit": "Tomorrow.", "ship": "express" }"""
                )
            )
        );

    [Fact]
    public void Extra_is_made_better_once_it_is_there() =>
        Assert.Empty(
            ProblemsOf(
                Cards(),
                Step(
                    "more",
                    "crossSell",
                    """{ "id": "more", "benefit": "For next year.", "add": { "product": "cards", "as": "more" }, "price": { "flat": "5.00" } }"""
                ),
                Step(
                    "better",
                    "upsell",
                    """{ "id": "silk", "benefit": "It shines.", "set": { "line": "more", "options": { "paper": "silk" } } }"""
                )
            )
        );

    [Theory]
    [InlineData("", "FNL112 /steps/1")]
    [InlineData("\"next\": \"boxes\"")]
    [InlineData("\"next\": \"second\"")]
    public void Branch_does_not_run_on_into_another_unasked(string next, params string[] found) =>
        Assert.Equal(
            found,
            ProblemsOf(
                Form(
                    """[ { "when": { "fact": "input.company", "exists": true }, "to": "first" }, { "to": "second" } ]"""
                ),
                Cards("first", next),
                Cards("second"),
                Boxes(1)
            )
        );

    [Theory]
    [InlineData("end", "FNL112 /steps/2")]
    [InlineData("boxes-2")]
    public void Detour_that_ends_where_the_others_go_straight_is_no_branch(string other, params string[] found) =>
        Assert.Equal(
            found,
            ProblemsOf(
                Cards(
                    more: $$"""
                    "next": [
                      { "when": { "fact": "weekday", "is": "mon" }, "to": "boxes-1" },
                      { "when": { "fact": "weekday", "is": "tue" }, "to": "boxes-2" },
                      { "to": "{{other}}" }
                    ]
                    """
                ),
                Step("boxes-1", "crossSell", Box(1)),
                Step("boxes-1-too", "crossSell", Box(2)),
                Step("boxes-2", "crossSell", Box(3))
            )
        );

    [Fact]
    public void Step_that_others_come_to_as_well_is_no_branch() =>
        Assert.Empty(
            ProblemsOf(
                Cards(
                    more: """
                    "next": [
                      { "when": { "fact": "weekday", "is": "mon" }, "to": "boxes-1" },
                      { "when": { "fact": "weekday", "is": "tue" }, "to": "boxes-2" },
                      { "when": { "fact": "weekday", "is": "wed" }, "to": "detour" },
                      { "to": "end" }
                    ]
                    """
                ),
                Step("detour", "crossSell", Box(0), "\"next\": \"boxes-1\""),
                Step("boxes-1", "crossSell", Box(1)),
                Step("boxes-2", "crossSell", Box(2))
            )
        );

    [Fact]
    public void Whoever_declines_something_sizeable_is_offered_less() =>
        Assert.Equal(["FNL111 /steps/1/offers/0"], ProblemsOf(Cards(), Pens("many", 4)));

    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    public void What_is_small_or_the_least_needs_no_downsell(int pens) =>
        Assert.Empty(ProblemsOf(Cards(), Pens("many", pens)));

    [Fact]
    public void Less_after_it_settles_it() =>
        Assert.Empty(ProblemsOf(Cards(), Pens("many", 4, "\"onAccept\": \"end\""), Pens("few", 2)));

    [Fact]
    public void Guard_that_keeps_it_small_settles_it() =>
        Assert.Empty(
            ProblemsOf(Cards(), Pens("many", 4, "\"offersWhen\": { \"fact\": \"offer.share\", \"atMost\": 15 }"))
        );

    [Fact]
    public void Of_a_bundle_one_thing_alone_is_less()
    {
        const string Bundle =
            """{ "id": "both", "title": "Both", "benefit": "Complete.", "add": [ { "product": "box" }, { "product": "check" } ] }""";

        Assert.Equal(["FNL111 /steps/1/offers/0"], ProblemsOf(Cards(), Step("both", "crossSell", Bundle)));
        Assert.Empty(ProblemsOf(Cards(), Step("both", "crossSell", Bundle), Boxes(1)));
    }

    private static IEnumerable<string> ProblemsOf(params string[] steps) =>
        LintShop.ProblemsWith(("/steps", $"[ {string.Join(",", steps)} ]"));

    private static string Step(string id, string kind, string offers, string more = "") =>
        $$"""{ "id": "{{id}}", "kind": "{{kind}}", "title": "Step", "offers": [ {{offers}} ] {{(more.Length > 0 ? $", {more}" : "")}} }""";

    private static string Cards(string id = "cards", string more = "") =>
        Step(id, "choose", """{ "id": "cards", "add": { "product": "cards", "quantity": "choose" } }""", more);

    private static string Better() =>
        Step(
            "better",
            "upsell",
            """{ "id": "silk", "benefit": "It shines.", "set": { "line": "cards", "options": { "paper": "silk" } } }"""
        );

    private static string Boxes(int offers, string more = "") =>
        Step("boxes", "crossSell", string.Join(",", Enumerable.Range(0, offers).Select(number => Box(number))), more);

    private static string Box(int number, string more = "") =>
        $$"""{ "id": "box-{{number}}", "benefit": "Keeps them flat.", {{more}} "add": { "product": "box" } }""";

    private static string Pens(string id, int quantity, string more = "") =>
        Step(
            id,
            "crossSell",
            $$"""{ "id": "{{id}}", "benefit": "To leave behind.", "add": { "product": "pens", "quantity": {{quantity}} } }""",
            more
        );

    private static string Form(string next) =>
        $$"""
            {
              "id": "about", "kind": "form", "title": "About you",
              "fields": [ { "id": "company", "type": "text", "label": "Company" } ],
              "next": {{next}}
            }
            """;
}
