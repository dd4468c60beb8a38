namespace Funnel.Tests.Checking.Lint;

public sealed class OfferPriceTests
{
    private const string Bundle = """
        {
          "id": "both", "title": "Both", "benefit": "Complete from the first day.",
          "add": [ { "product": "box" }, { "product": "check" } ]
        }
        """;

    [Theory]
    [InlineData("3.00")]
    [InlineData("3.01", "FNL115 /steps/2/offers/1/price")]
    public void Own_price_is_no_higher_than_the_normal_one(string flat, params string[] found) =>
        Assert.Equal(found, LintShop.ProblemsWith(("/steps/2/offers/1/price", $$"""{ "flat": "{{flat}}" }""")));

    [Theory]
    [InlineData("4.50")]
    [InlineData("4.51", "FNL106 /steps/2/offers/2/price")]
    public void Bundle_costs_no_more_than_its_parts(string flat, params string[] found) =>
        Assert.Equal(
            found,
            LintShop.ProblemsWith(
                ("/steps/2/offers/-", Bundle),
                ("/products/box/price", "\"2.50\""),
                ("/steps/2/offers/2/price", $$"""{ "flat": "{{flat}}" }""")
            )
        );

    [Fact]
    public void Parts_cost_what_they_are_offered_for_alone() =>
        Assert.Equal(
            ["FNL106 /steps/2/offers/2"],
            LintShop.ProblemsWith(
                ("/steps/2/offers/-", Bundle),
                ("/steps/2/offers/1/price", """{ "amountOff": "1.00" }""")
            )
        );

    [Fact]
    public void What_only_some_are_offered_alone_is_no_measure() =>
        Assert.Empty(
            LintShop.ProblemsWith(
                ("/steps/2/offers/-", Bundle),
                ("/steps/2/offers/1/price", """{ "amountOff": "1.00" }"""),
                ("/steps/2/offers/1/when", """{ "fact": "customer.segment", "is": "student" }""")
            )
        );

    [Theory]
    [InlineData("/steps/2/offers/1/discount", """{ "amountOff": "3.00", "on": "added" }""")]
    [InlineData("/steps/2/offers/1/price", """{ "flat": "0" }""")]
    [InlineData("/steps/2/offers/1/price", """{ "percentOff": 100 }""")]
    [InlineData("/steps/2/offers/0/discount", """{ "amountOff": "25.00", "on": "order" }""")]
    [InlineData("/steps/2/offers/0/discount", """{ "percentOff": 100, "on": "line:cards" }""")]
    [InlineData("/products/box/price", "\"0\"")]
    public void What_may_be_free_is_not_multiplied_by_what_it_cost(string pointer, string json) =>
        Assert.Equal(["FNL114 /steps/4/offers/0/multiply"], LintShop.ProblemsWith((pointer, json)));

    [Theory]
    [InlineData("/steps/2/offers/1/discount", """{ "amountOff": "2.00", "on": "added" }""")]
    [InlineData("/steps/2/offers/0/discount", """{ "amountOff": "10.00", "on": "order" }""")]
    [InlineData("/steps/2/offers/0/discount", """{ "percentOff": 99, "on": "line:cards" }""")]
    [InlineData("/products/check/price", "\"0\"")]
    public void What_always_costs_something_may_be(string pointer, string json) =>
        Assert.Empty(LintShop.ProblemsWith((pointer, json)));

    [Fact]
    public void Percentage_of_the_list_is_never_of_nothing() =>
        Assert.Empty(
            LintShop.ProblemsWith(
                ("/steps/2/offers/1/price", """{ "flat": "0" }"""),
                ("/steps/4/offers/0/multiply/of", "\"list\"")
            )
        );

    [Fact]
    public void Nothing_is_multiplied_at_no_percent() =>
        Assert.Equal(
            ["FNL114 /steps/4/offers/0/multiply"],
            LintShop.ProblemsWith(("/steps/4/offers/0/multiply", """{ "by": 2, "percent": 0 }"""))
        );

    [Theory]
    [InlineData("matt")]
    [InlineData("silk", "FNL150 /products/cards/options/paper/default")]
    public void Default_choice_is_the_one_without_surcharge(string choice, params string[] found) =>
        Assert.Equal(
            found,
            LintShop
                .ProblemsWith(("/products/cards/options/paper/default", $"\"{choice}\""))
                .Where(problem => problem.StartsWith("FNL15", StringComparison.Ordinal))
        );

    [Fact]
    public void What_the_shopper_cannot_choose_is_part_of_the_price() =>
        Assert.DoesNotContain(
            LintShop.ProblemsWith(
                ("/products/cards/options/paper/default", "\"silk\""),
                ("/steps/0/offers/0/add", """{ "product": "cards", "quantity": "choose" }""")
            ),
            problem => problem.StartsWith("FNL15", StringComparison.Ordinal)
        );
}
