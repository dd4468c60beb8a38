namespace Funnel.Tests.Pricing;

/// <summary>Files that pass the check, but whose amounts leave the range of exact money: refusals, never wrong amounts.</summary>
public sealed class HostileAmountsTests
{
    // The largest amount of euros that there is.
    private const string Most = "92233720368547758.07";

    private const string Products = """
        "most": { "name": "Most", "quantities": [1000], "price": "92233720368547.75807" },
        "less": { "name": "A euro less", "quantities": [1000], "price": "92233720368547.75707" },
        "half": { "name": "Half", "quantities": [1000], "price": "46116860184273.87904" },
        "other-half": { "name": "Other half", "quantities": [1000], "price": "46116860184273.87903" },
        "penny": { "name": "Penny", "price": { "flat": "0.01" } },
        "dear": { "name": "Dear", "quantities": { "min": 1, "max": 1000000 }, "price": "92233720368.547759" },
        "share": { "name": "Share", "quantities": [1], "price": { "percent": 1000, "of": "order" } },
        "tiers": { "name": "Tiers", "quantities": { "min": 1, "max": 1000000 }, "price": {
          "tiers": [ { "from": 1, "each": "999999999999999.999999" } ], "graduated": true } }
        """;

    [Fact]
    public void The_largest_amount_is_sold()
    {
        var shopper = Crossing("""{ "id": "most", "add": { "product": "most" } }""");

        Assert.Equal($"most +{Most}", shopper.Offers);
        Assert.Equal(Most, shopper.Accept("most").Total);
    }

    [Fact]
    public void What_together_is_too_much_is_refused_and_nothing_has_happened()
    {
        var shopper = Crossing(
            """{ "id": "most", "add": { "product": "most" } }, { "id": "penny", "add": { "product": "penny" } }"""
        );

        Assert.Equal("offers-conflict /accept/1", shopper.AcceptRefused("most", "penny"));
        Assert.Equal("0.00", shopper.Total);
    }

    [Fact]
    public void What_alone_is_too_much_is_not_offered()
    {
        var shopper = Crossing(
            """{ "id": "penny", "add": { "product": "penny" } }, { "id": "two", "title": "Two", "add": [ { "product": "half" }, { "product": "half" } ] }"""
        );

        Assert.Equal("penny +0.01", shopper.Offers);
        Assert.Equal("offer-unavailable /accept/0", shopper.AcceptRefused("two"));
    }

    [Fact]
    public void A_quantity_that_is_too_dear_is_refused()
    {
        var shopper = Crossing("""{ "id": "dear", "add": { "product": "dear", "quantity": "choose" } }""");

        Assert.Equal("amount-too-large /accept/0", shopper.AcceptRefused("dear 1000000"));
        // 92,233,720,368,547,759 less 92,233,720,368.547759.
        Assert.Equal("92233628134827390.45", shopper.Accept("dear 999999").Total);
    }

    [Fact]
    public void A_saving_that_is_too_large_to_say_is_not_shown()
    {
        var shopper = Then(
                """{ "id": "then", "kind": "upsell", "title": "Then", "offers": [ { "id": "more", "title": "More", "multiply": { "by": 1000, "percent": 0 } } ] }"""
            )
            .Accept("most");

        Assert.Equal("more +0.00", shopper.Offers);
        Assert.Equal((null, null), (shopper.Quoted("more").NormalPrice, shopper.Quoted("more").Saving));
    }

    [Theory]
    [InlineData("""{ "id": "x", "title": "X", "multiply": { "by": 1000, "percent": 1000 } }""")]
    [InlineData("""{ "id": "x", "add": { "product": "share" } }""")]
    [InlineData("""{ "id": "x", "add": { "product": "tiers" } }""")]
    [InlineData("""{ "id": "x", "add": { "product": "tiers", "quantity": 1000000 } }""")]
    [InlineData("""{ "id": "x", "add": { "product": "penny" }, "price": { "flat": "999999999999999.99" } }""")]
    [InlineData(
        """{ "id": "x", "add": { "product": "penny" }, "when": { "fact": "offer.share", "atMost": 9999999999999999999999999999 } }"""
    )]
    [InlineData(
        """{ "id": "x", "add": { "product": "penny" }, "when": { "fact": "offer.share", "moreThan": 0.000000000000000000000000001 } }"""
    )]
    public void Beside_the_largest_amount_nothing_more_is_offered(string offer)
    {
        var shopper = Then($$"""{ "id": "then", "kind": "upsell", "title": "Then", "offers": [ {{offer}} ] }""")
            .Accept("most");

        Assert.Equal("end", shopper.At);
        Assert.Equal(Most, shopper.Total);
    }

    [Fact]
    public void A_step_that_only_offers_too_much_is_passed_by_even_if_it_must_be_answered()
    {
        const string Dear = """
            { "id": "dear", "kind": "choose", "title": "Dear", "offers": [ { "id": "penny", "add": { "product": "penny" } } ] }
            """;

        Assert.Equal("end", Then(Dear).Accept("most").At);
    }

    [Theory]
    [InlineData("1.00", "less")]
    [InlineData("1.01", "end")]
    public void What_post_or_tax_takes_out_of_range_is_not_offered_either(string post, string at)
    {
        const string Less = """
            { "id": "less", "kind": "choose", "title": "Less", "offers": [ { "id": "less", "add": { "product": "less" } } ] }
            """;
        var shipping =
            $$""" "shipping": { "default": "post", "methods": { "post": { "name": "Post", "price": "{{post}}" } } } """;

        Assert.Equal(at, Shop.Selling(Products, Less, shipping).Visit().At);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void Tax_of_the_largest_amount_is_exact_or_refused(string included)
    {
        var shopper = Shop.Selling(
                Products,
                """{ "id": "what", "kind": "crossSell", "title": "What", "offers": [ { "id": "penny", "add": { "product": "penny" } }, { "id": "most", "add": { "product": "most" } } ] }""",
                $$""" "tax": { "included": {{included}}, "default": "all", "rates": { "all": { "*": 21 } } } """
            )
            .Visit();

        if (included == "true")
        {
            // 9,223,372,036,854,775,807 × 21 / 121 = 1,600,750,518,792,977,619.4…
            Assert.Equal("16007505187929776.19", shopper.Accept("most").Tax);
        }
        else
        {
            Assert.Equal("offer-unavailable /accept/0", shopper.AcceptRefused("most"));
        }
    }

    [Fact]
    public void Half_of_the_largest_amounts_is_split_exactly()
    {
        var shopper = Then(
                """
                { "id": "then", "kind": "upsell", "title": "Then", "offers": [ { "id": "off", "title": "Off", "discount": { "percentOff": 50, "on": "order" } } ] },
                { "id": "twice", "kind": "upsell", "title": "Twice", "offers": [ { "id": "twice", "title": "Twice", "multiply": { "by": 1000, "percent": 100, "of": "net" } } ] }
                """
            )
            .Accept("half", "other-half")
            .Accept("off");

        // Of 46,116,860,184,273,879.04 and 46,116,860,184,273,879.03 together, half: …879.035, rounded up.
        Assert.Equal("46116860184273879.03", shopper.Subtotal);
        Assert.Equal("92233720368547758.06", shopper.Accept("twice").Subtotal);
        Assert.Equal([1_000_000, 1_000_000], shopper.Walk.Basket.Lines.Select(line => line.Quantity));
    }

    [Fact]
    public void A_million_times_a_thousand_is_a_thousand_million()
    {
        var shopper = Shop.Selling(
                """ "bead": { "name": "Bead", "quantities": [1000000], "price": "0.000001" } """,
                """
                { "id": "bead", "kind": "choose", "title": "Bead", "offers": [ { "id": "bead", "add": { "product": "bead" } } ] },
                { "id": "more", "kind": "upsell", "title": "More", "offers": [ { "id": "more", "title": "More", "multiply": { "by": 1000, "percent": 1000 } } ] }
                """
            )
            .Visit()
            .Accept("bead")
            .Accept("more");

        Assert.Equal(["1000000000 bead 1.00 +10.00 = 11.00"], shopper.Lines);
    }

    private static Shopper Crossing(string offers) =>
        Shop.Selling(Products, $$"""{ "id": "what", "kind": "crossSell", "title": "What", "offers": [ {{offers}} ] }""")
            .Visit();

    private static Shopper Then(string steps) =>
        Shop.Selling(
                Products,
                $$"""
                { "id": "what", "kind": "crossSell", "title": "What", "offers": [
                  { "id": "most", "add": { "product": "most" } }, { "id": "half", "add": { "product": "half" } }, { "id": "other-half", "add": { "product": "other-half" } } ] },
                {{steps}}
                """
            )
            .Visit();
}
