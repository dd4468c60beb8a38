namespace Funnel.Tests.Pricing;

public sealed class DiscountTests
{
    private const string Products = """
        "gloves": { "name": "Gloves", "category": "wear", "price": "24" },
        "hat": { "name": "Hat", "category": "wear", "price": "22" },
        "scarf": { "name": "Scarf", "category": "wear", "price": "29" },
        "care": { "name": "Care kit", "category": "care", "price": "9.99" },
        "free": { "name": "Sticker", "category": "stickers", "price": "0" }
        """;

    private const string What = """
        { "id": "what", "kind": "crossSell", "title": "What?", "offers": [
          { "id": "gloves", "add": { "product": "gloves" } }, { "id": "hat", "add": { "product": "hat" } },
          { "id": "scarf", "add": { "product": "scarf" } }, { "id": "care", "add": { "product": "care" } },
          { "id": "free", "add": { "product": "free" } } ] }
        """;

    [Theory]
    // 10 % of 33.99 is 3.399; 3.40 over 24.00 and 9.99: 2.4007… and 0.9992…
    [InlineData("""{ "percentOff": 10, "on": "order" }""", "1 gloves 24.00 -2.40 = 21.60", "1 care 9.99 -1.00 = 8.99")]
    [InlineData("""{ "amountOff": "10", "on": "order" }""", "1 gloves 24.00 -7.06 = 16.94", "1 care 9.99 -2.94 = 7.05")]
    [InlineData("""{ "percentOff": 10, "on": "line:care" }""", "1 gloves 24.00 = 24.00", "1 care 9.99 -1.00 = 8.99")]
    [InlineData("""{ "amountOff": "50", "on": "line:care" }""", "1 gloves 24.00 = 24.00", "1 care 9.99 -9.99 = 0.00")]
    [InlineData(
        """{ "percentOff": 1000, "on": "order" }""",
        "1 gloves 24.00 -24.00 = 0.00",
        "1 care 9.99 -9.99 = 0.00"
    )]
    [InlineData(
        """{ "percentOff": 25, "on": "category:wear" }""",
        "1 gloves 24.00 -6.00 = 18.00",
        "1 care 9.99 = 9.99"
    )]
    public void It_takes_off_the_nets_of_what_it_is_on(string discount, string gloves, string care)
    {
        var shopper = Then($$"""{ "id": "off", "title": "Thank you", "discount": {{discount}} }""")
            .Accept("gloves", "care")
            .Accept("off");

        Assert.Equal([gloves, care], shopper.Lines);
    }

    [Fact]
    public void It_is_called_by_its_label_or_as_its_offer_is()
    {
        const string Offers = """
            { "id": "a", "title": "Thank you", "discount": { "percentOff": 10, "on": "order" } },
            { "id": "b", "title": "Newsletter", "discount": { "percentOff": 10, "on": "order", "label": "Welcome" } }
            """;
        var shopper = Then(Offers).Accept("gloves").Accept("b", "a");

        Assert.Equal(["Thank you, then/a", "Welcome, then/b"], shopper.Adjustments("gloves"));
        // The second is of what the first left: 10 % of 21.60.
        Assert.Equal(["1 gloves 24.00 -2.40 -2.16 = 19.44"], shopper.Lines);
    }

    [Fact]
    public void What_comes_after_it_is_not_discounted_by_it()
    {
        var shop = Shop.Selling(
            Products,
            """
            { "id": "gloves", "kind": "choose", "title": "Gloves", "offers": [ { "id": "gloves", "add": { "product": "gloves" } } ] },
            { "id": "off", "kind": "upsell", "title": "Off", "offers": [ { "id": "off", "title": "Off", "discount": { "percentOff": 50, "on": "order" } } ] },
            { "id": "hat", "kind": "crossSell", "title": "Hat", "offers": [ { "id": "hat", "add": { "product": "hat" } } ] }
            """
        );

        Assert.Equal(
            ["1 gloves 24.00 -12.00 = 12.00", "1 hat 22.00 = 22.00"],
            shop.Visit().Accept("gloves").Accept("off").Accept("hat").Lines
        );
    }

    [Theory]
    [InlineData("""{ "percentOff": 10, "on": "order" }""")]
    [InlineData("""{ "percentOff": 10, "on": "line:care" }""")]
    [InlineData("""{ "percentOff": 10, "on": "category:care" }""")]
    public void Where_there_is_nothing_to_discount_it_is_not_available(string discount)
    {
        var shopper = Then($$"""{ "id": "off", "title": "Off", "discount": {{discount}} }""").Decline();

        Assert.Equal("end", shopper.At);
    }

    [Fact]
    public void A_discount_on_what_costs_nothing_changes_nothing_and_is_not_available()
    {
        Assert.Equal(
            "end",
            Then("""{ "id": "off", "title": "Off", "discount": { "amountOff": "5", "on": "order" } }""")
                .Accept("free")
                .At
        );
    }

    [Theory]
    [InlineData("gloves", "24.00")]
    // Two: 10 % of 46.00. 4.60 over 24.00 and 22.00.
    [InlineData("gloves hat", "24.00 -2.40 = 21.60|22.00 -2.20 = 19.80")]
    // Three: 15 % of 75.00 is 11.25: 3.60, 3.30 and 4.35.
    [InlineData("gloves hat scarf", "24.00 -3.60 = 20.40|22.00 -3.30 = 18.70|29.00 -4.35 = 24.65")]
    // Four: still the highest rung. 15 % of 84.99 is 12.7485, 12.75 split as 3.600…, 3.300…, 4.350… and 1.498…
    [InlineData(
        "gloves hat scarf care",
        "24.00 -3.60 = 20.40|22.00 -3.30 = 18.70|29.00 -4.35 = 24.65|9.99 -1.50 = 8.49"
    )]
    public void Mix_and_match_takes_the_highest_rung_that_is_reached(string accepted, string nets)
    {
        var shopper = Mixing().Accept(accepted.Split(' '));

        Assert.All(
            nets.Split('|').Zip(shopper.Lines),
            pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Mix_and_match_is_called_as_its_step_is_and_comes_from_no_offer()
    {
        Assert.Equal(["Mix, mix/-"], Mixing().Accept("gloves", "hat").Adjustments("hat"));
    }

    [Fact]
    public void Mix_and_match_is_on_nothing_but_what_its_step_added()
    {
        var shopper = Shop.Selling(
                Products,
                """
                { "id": "first", "kind": "choose", "title": "First", "offers": [ { "id": "care", "add": { "product": "care" } } ] },
                { "id": "mix", "kind": "crossSell", "title": "Mix", "selectionDiscounts": [ { "atLeast": 2, "percentOff": 10 } ], "offers": [
                  { "id": "gloves", "add": { "product": "gloves" }, "price": { "flat": "20" } },
                  { "id": "off", "title": "Off", "discount": { "amountOff": "1", "on": "order" } } ] }
                """
            )
            .Visit()
            .Accept("care")
            .Accept("gloves", "off");

        // An offer that adds nothing counts. 1.00 off 9.99 and 20.00: 0.3331… and 0.6668…; 10 % of 19.33.
        Assert.Equal(["1 care 9.99 -0.33 = 9.66", "1 gloves 24.00 -4.00 -0.67 -1.93 = 17.40"], shopper.Lines);
    }

    [Fact]
    public void A_delta_of_one_offer_does_not_promise_what_several_would_bring()
    {
        Assert.Equal("gloves +24.00, hat +22.00, scarf +29.00, care +9.99", Mixing().Offers);
    }

    private static Shopper Mixing() =>
        Shop.Selling(
                Products,
                """
                { "id": "mix", "kind": "crossSell", "title": "Mix",
                  "selectionDiscounts": [ { "atLeast": 2, "percentOff": 10 }, { "atLeast": 3, "percentOff": 15 } ],
                  "offers": [ { "id": "gloves", "add": { "product": "gloves" } }, { "id": "hat", "add": { "product": "hat" } },
                    { "id": "scarf", "add": { "product": "scarf" } }, { "id": "care", "add": { "product": "care" } } ] }
                """
            )
            .Visit();

    private static Shopper Then(string offers) =>
        Shop.Selling(
                Products,
                $$"""{{What}}, { "id": "then", "kind": "crossSell", "title": "Then", "offers": [ {{offers}} ] }"""
            )
            .Visit();
}
