namespace Funnel.Tests.Checking.Lint;

/// <summary>What only a census of all walks can tell.</summary>
public sealed class EveryWalkTests
{
    private static readonly (string, string) FreeFrom20 = ("/shipping/methods/post/freeFrom", "\"20.00\"");

    [Fact]
    public void Discount_does_not_cost_the_shopper_free_delivery()
    {
        var discount = (
            "/steps/2/offers/-",
            """
            { "id": "off", "title": "Thank you", "benefit": "For coming back.", "discount": { "amountOff": "1.00", "on": "order" } }
            """
        );

        Assert.Equal(["FNL113 /steps/2/offers/2/discount"], LintShop.ProblemsWith(FreeFrom20, discount));
        Assert.Empty(LintShop.ProblemsWith(discount));
        Assert.Empty(
            LintShop.ProblemsWith(
                FreeFrom20,
                discount,
                ("/steps/2/offers/2/when", """{ "fact": "order.subtotal", "atLeast": "21.00" }""")
            )
        );
    }

    [Fact]
    public void Dearer_delivery_that_is_asked_for_is_no_loss() =>
        Assert.Empty(
            LintShop.ProblemsWith(
                FreeFrom20,
                (
                    "/steps/2/offers/-",
                    """{ "id": "fast", "title": "Fast", "benefit": "With you tomorrow.", "ship": "express" }"""
                )
            )
        );

    [Theory]
    [InlineData(7)]
    [InlineData(8, "FNL107 /steps")]
    public void Nobody_is_asked_more_than_seven_times_in_a_row(int times, params string[] found) =>
        Assert.Equal(found, LintShop.ProblemsWith(("/steps", $"[ {Cards}, {Boxes(times)} ]")));

    [Fact]
    public void It_is_the_longest_single_walk_that_counts() =>
        Assert.Empty(
            LintShop.ProblemsWith(
                (
                    "/steps",
                    $$"""
                    [
                      {{Cards}}, {{Boxes(4)}},
                      {{Boxes(3, """ "when": { "fact": "customer.segment", "is": "business" }, """, from: 4)}},
                      {{Boxes(3, """ "when": { "fact": "customer.segment", "isNot": "business" }, """, from: 7)}}
                    ]
                    """
                )
            )
        );

    [Theory]
    [InlineData(10)]
    [InlineData(11, "FNL110 /steps/12/offers/0")]
    public void Offer_is_there_for_one_walk_in_a_thousand_at_least(int boxes, params string[] found) =>
        Assert.Equal(
            found.Prepend("FNL107 /steps"),
            LintShop.ProblemsWith(
                (
                    "/steps",
                    $$"""
                    [ {{Cards}}, {{Boxes(boxes)}}, {{Box(
                        99,
                        $$""" "when": { "fact": "order.accepted", "moreThan": {{boxes}} }, """
                    )}} ]
                    """
                )
            )
        );

    private const string Cards =
        """{ "id": "cards", "kind": "choose", "title": "Cards", "offers": [ { "id": "cards", "add": { "product": "cards" } } ] }""";

    private static string Boxes(int steps, string when = "", int from = 0) =>
        string.Join(",", Enumerable.Range(from, steps).Select(number => Box(number, when)));

    private static string Box(int number, string when) =>
        $$"""
            {
              "id": "box-{{number}}", "kind": "crossSell", "title": "A box?", {{when}}
              "offers": [ { "id": "box", "benefit": "Keeps them flat.", "add": { "product": "box" } } ]
            }
            """;
}
