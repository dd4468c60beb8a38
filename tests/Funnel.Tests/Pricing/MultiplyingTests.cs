namespace Funnel.Tests.Pricing;

public sealed class MultiplyingTests
{
    private const string Products = """
        "soup": { "name": "Soup", "price": { "byQuantity": { "1": "3.95", "2": "7.50" } }, "options": {
          "size": { "name": "Size", "default": "small", "choices": { "small": { "name": "Small" }, "large": { "name": "Large", "price": { "flat": "1" } } } } } },
        "bread": { "name": "Bread", "price": "1.25" },
        "setting": { "name": "Table", "price": "5", "multipliable": false },
        "stew": { "name": "Stew", "price": "9" }
        """;

    private const string What = """
        { "id": "what", "kind": "crossSell", "title": "What?", "offers": [
          { "id": "soup", "add": { "product": "soup" }, "discount": { "amountOff": "1", "on": "added" } },
          { "id": "bread", "add": { "product": "bread" } },
          { "id": "setting", "add": { "product": "setting" } } ] }
        """;

    [Theory]
    // 40 % of 3.95 + 1.25 = 5.20 is 2.08: 1.58 and 0.50.
    [InlineData("\"list\"", "2 soup 3.95 -1.00 +1.58 = 4.53", "2 bread 1.25 +0.50 = 1.75")]
    // 40 % of 2.95 + 1.25 = 4.20 is 1.68: 1.18 and 0.50.
    [InlineData("\"net\"", "2 soup 3.95 -1.00 +1.18 = 4.13", "2 bread 1.25 +0.50 = 1.75")]
    public void A_percentage_of_list_or_net_is_charged_once_and_split(string of, string soup, string bread)
    {
        var shopper = Then(
                $$"""{ "id": "twice", "title": "Twice", "multiply": { "by": 2, "percent": 40, "of": {{of}} } }"""
            )
            .Accept("soup", "bread", "setting")
            .Accept("twice");

        Assert.Equal([soup, bread, "1 setting 5.00 = 5.00"], shopper.Lines);
        Assert.Equal(["what/soup", "then/twice"], shopper.Adjustments("soup").Select(text => text.Split(", ")[1]));
        // The list stays.
        Assert.Equal("10.20", shopper.Text(shopper.Walk.Basket.List));
    }

    [Theory]
    // As much again is 3.95 + 1.25 by list, and costs 2.08.
    [InlineData(2, 40, "list", "5.20 3.12")]
    // Twice as much again is 10.40, and costs 168 % of 2.95 + 1.25.
    [InlineData(3, 168, "net", "10.40 3.34")]
    [InlineData(2, 100, "list", "")]
    [InlineData(2, 130, "list", "")]
    public void What_is_added_is_shown_at_its_list_with_what_is_saved(int by, int percent, string of, string shown)
    {
        var shopper = Then(
                $$"""{ "id": "more", "title": "More", "multiply": { "by": {{by}}, "percent": {{percent}}, "of": "{{of}}" } }"""
            )
            .Accept("soup", "bread", "setting");

        Assert.Equal(shown, NormalAndSaving(shopper, "more"));
    }

    [Fact]
    public void What_it_adds_itself_is_part_of_what_is_saved()
    {
        var shopper = Then(
                """{ "id": "twice", "title": "Twice", "add": { "product": "stew" }, "multiply": { "by": 2, "percent": 50 } }"""
            )
            .Accept("bread");

        // A bread and two stews are 19.25; they cost the stew, and half of 10.25.
        Assert.Equal("twice +14.13", shopper.Offers);
        Assert.Equal("19.25 5.12", NormalAndSaving(shopper, "twice"));
    }

    [Fact]
    public void For_nothing_there_is_no_adjustment_but_more_of_everything()
    {
        var shopper = Then("""{ "id": "gift", "title": "Gift", "multiply": { "by": 3, "percent": 0 } }""")
            .Accept("bread")
            .Accept("gift");

        Assert.Equal(["3 bread 1.25 = 1.25"], shopper.Lines);
    }

    [Fact]
    public void Where_nothing_can_be_multiplied_it_is_not_available()
    {
        var then = """{ "id": "twice", "title": "Twice", "multiply": { "by": 2, "percent": 40 } }""";

        Assert.Equal("end", Then(then).Accept("setting").At);
        Assert.Equal("end", Then(then).Decline().At);
    }

    [Fact]
    public void A_multiplied_line_is_final()
    {
        var shopper = Then(
                """{ "id": "twice", "title": "Twice", "multiply": { "by": 2, "percent": 40 } }""",
                """
                { "id": "large", "set": { "line": "soup", "options": { "size": "large" } } },
                { "id": "two", "title": "Two", "set": { "line": "soup", "quantity": 2 } },
                { "id": "stew", "swap": { "line": "soup", "product": "stew" } },
                { "id": "again", "title": "Again", "multiply": { "by": 2, "percent": 40 } },
                { "id": "both", "title": "Both", "add": { "product": "bread" }, "set": { "line": "soup", "options": { "size": "large" } } },
                { "id": "more", "add": { "product": "bread" } },
                { "id": "off", "title": "Off", "discount": { "percentOff": 10, "on": "line:soup" } }
                """
            )
            .Accept("soup")
            .Accept("twice");

        // A discount may still be taken off it: 10 % of 2.95 + 1.58 = 4.53.
        Assert.Equal("more +1.25, off -0.45", shopper.Offers);
        Assert.Equal("offer-unavailable /accept/0", shopper.AcceptRefused("large"));
        Assert.Equal(
            ["2 soup 3.95 -1.00 +1.58 -0.45 = 4.08", "1 bread 1.25 = 1.25"],
            shopper.Accept("more", "off").Lines
        );
    }

    [Fact]
    public void Lines_that_it_adds_itself_are_multiplied_too()
    {
        var shopper = Then(
                """{ "id": "twice", "title": "Twice", "add": { "product": "stew" }, "multiply": { "by": 2, "percent": 50, "of": "net" } }"""
            )
            .Accept("bread")
            .Accept("twice");

        // 50 % of 10.25 is 5.125, 5.13: 0.6256… and 4.5043…
        Assert.Equal(["2 bread 1.25 +0.63 = 1.88", "2 stew 9.00 +4.50 = 13.50"], shopper.Lines);
    }

    private static string NormalAndSaving(Shopper shopper, string offer) =>
        shopper.Quoted(offer) is { NormalPrice: { } normal, Saving: { } saving }
            ? $"{shopper.Text(normal)} {shopper.Text(saving)}"
            : "";

    private static Shopper Then(
        string offers,
        string last =
            """{ "id": "stew", "add": { "product": "stew" }, "when": { "fact": "order.lines", "moreThan": 9 } }"""
    ) =>
        Shop.Selling(
                Products,
                $$"""
                {{What}},
                { "id": "then", "kind": "upsell", "title": "Then", "offers": [ {{offers}} ] },
                { "id": "last", "kind": "crossSell", "title": "Last", "offers": [ {{last}} ] }
                """
            )
            .Visit();
}
