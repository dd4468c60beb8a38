namespace Funnel.Tests.Checking.Lint;

public sealed class ProportionTests
{
    private const string CrossSell = "FNL105 /steps/2/offers/1";

    [Theory]
    [InlineData("5.00")]
    [InlineData("5.01", CrossSell)]
    public void Cross_sell_is_a_quarter_of_the_main_product_at_most(string price, params string[] found) =>
        Assert.Equal(found, LintShop.ProblemsWith(Box(price)));

    [Theory]
    [InlineData("/steps/2/offersWhen", """{ "fact": "offer.share", "atMost": 25 }""")]
    [InlineData("/steps/2/offersWhen", """{ "fact": "offer.share", "lessThan": 50 }""")]
    [InlineData("/steps/2/offersWhen", """{ "all": [ { "fact": "offer.share", "atMost": 25 } ] }""")]
    [InlineData("/steps/2/when", """{ "fact": "order.subtotal", "atLeast": "40.00" }""")]
    [InlineData("/steps/2/when", """{ "fact": "line.cards.quantity", "atLeast": 250 }""")]
    [InlineData("/steps/2/when", """{ "fact": "line.cards.list", "moreThan": 36 }""")]
    [InlineData("/steps/2/offers/1/price", """{ "amountOff": "4.00" }""")]
    [InlineData("/steps/2/offers/1/discount", """{ "percentOff": 50, "on": "added" }""")]
    public void Guard_or_price_that_keeps_it_in_proportion_settles_it(string pointer, string json) =>
        Assert.Empty(LintShop.ProblemsWith(Box("9.00"), (pointer, json)));

    [Theory]
    [InlineData("/steps/2/offersWhen", """{ "fact": "offer.share", "atMost": 60 }""")]
    [InlineData("/steps/2/offersWhen", """{ "fact": "offer.share", "atLeast": 5 }""")]
    [InlineData(
        "/steps/2/offersWhen",
        """{ "any": [ { "fact": "offer.share", "atMost": 25 }, { "fact": "weekday", "is": "mon" } ] }"""
    )]
    [InlineData("/steps/2/when", """{ "not": { "fact": "order.subtotal", "atLeast": "40.00" } }""")]
    [InlineData("/steps/2/when", """{ "fact": "line.cards.quantity", "atMost": 250 }""")]
    public void Guard_that_guards_nothing_does_not(string pointer, string json) =>
        Assert.Equal([CrossSell], LintShop.ProblemsWith(Box("9.00"), (pointer, json)));

    [Fact]
    public void Of_several_main_products_the_cheapest_counts_that_the_offer_is_for()
    {
        var pens = (
            "/steps/0/offers/-",
            """{ "id": "pens", "add": { "product": "pens", "quantity": 10, "as": "cards" } }"""
        );

        Assert.Equal(
            ["FNL105 /steps/2/offers/0", CrossSell],
            LintShop.ProblemsWith(pens).Where(problem => problem.StartsWith("FNL105", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(
            CrossSell,
            LintShop.ProblemsWith(
                pens,
                ("/steps/2/when", """{ "fact": "line.cards.product", "in": ["cards", "thick-cards"] }""")
            )
        );
    }

    [Theory]
    [InlineData("order")]
    [InlineData("line:cards")]
    public void Percentage_of_the_order_is_taken_of_the_main_product(string of)
    {
        Assert.Empty(LintShop.ProblemsWith(Share(of, 25)));
        Assert.Equal([CrossSell], LintShop.ProblemsWith(Share(of, 26)));
    }

    [Theory]
    [InlineData("0.10")]
    [InlineData("0.11", "FNL103 /steps/1/offers/0")]
    public void Better_choice_costs_half_as_much_again_at_most(string each, params string[] found) =>
        Assert.Equal(
            found,
            LintShop.ProblemsWith(
                ("/products/cards/options/paper/choices/silk/price", $"\"{each}\""),
                ("/products/thick-cards/price/byQuantity/100", "\"45.00\"")
            )
        );

    [Fact]
    public void Better_product_costs_half_as_much_again_at_most() =>
        Assert.Equal(
            ["FNL103 /steps/1/offers/1"],
            LintShop.ProblemsWith(
                ("/products/thick-cards/price/byQuantity/100", "\"30.10\""),
                ("/products/cards/options/paper/choices/silk/price", "\"0.15\"")
            )
        );

    [Fact]
    public void Step_up_is_from_what_the_offer_is_for()
    {
        // From the pack of 250 it is half as much again, from that of 100 it is more.
        (string, string)[] dear =
        [
            ("/products/thick-cards/price/byQuantity/100", "\"40.10\""),
            ("/products/cards/options/paper/choices/silk/price", "\"0.05\""),
        ];

        Assert.Equal(["FNL103 /steps/1/offers/1"], LintShop.ProblemsWith(dear));
        Assert.Empty(
            LintShop.ProblemsWith([
                .. dear,
                ("/steps/1/offers/1/when", """{ "fact": "line.cards.quantity", "atLeast": 250 }"""),
            ])
        );
    }

    [Theory]
    [InlineData("28.00")]
    [InlineData("26.00", "FNL103 /steps/1/offers/1")]
    public void Dearest_is_held_against_the_next_lower_beside_it(string silk, params string[] found) =>
        Assert.Equal(
            found,
            LintShop.ProblemsWith(
                (
                    "/products/cards/options/paper/choices/silk/price",
                    $$"""{ "flat": "{{decimal.Parse(silk, null) - 20}}" }"""
                ),
                ("/products/thick-cards/price/byQuantity/100", "\"42.00\"")
            )
        );

    [Fact]
    public void More_of_the_same_is_no_step_up() =>
        Assert.Empty(
            LintShop.ProblemsWith(
                (
                    "/steps/1/offers/1",
                    """{ "id": "more", "title": "250", "benefit": "Enough for a year.", "set": { "line": "cards", "quantity": 250 } }"""
                )
            )
        );

    private static (string, string) Box(string price) => ("/products/box/price", $"\"{price}\"");

    private static (string, string) Share(string of, int percent) =>
        ("/products/box/price", $$"""{ "percent": {{percent}}, "of": "{{of}}" }""");
}
