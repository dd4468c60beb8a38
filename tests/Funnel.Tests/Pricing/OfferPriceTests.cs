namespace Funnel.Tests.Pricing;

/// <summary>An offer's own price for what it adds.</summary>
public sealed class OfferPriceTests
{
    private const string Products = """
        "phone": { "name": "Phone", "price": "449" },
        "case": { "name": "Case", "price": "24.95" },
        "screen": { "name": "Screen protector", "price": "14.95" },
        "free": { "name": "Sticker", "price": "0" }
        """;

    [Fact]
    public void A_flat_price_is_split_over_the_lists_and_shows_what_it_saves()
    {
        var shopper = Offering(
            """{ "id": "set", "title": "Set", "add": [ { "product": "case" }, { "product": "screen" } ], "price": { "flat": "34.90" } }"""
        );

        Assert.Equal("set +34.90", shopper.Offers);
        Assert.Equal("39.90 5.00", NormalAndSaving(shopper, "set"));
        // 5.00 off 24.95 and 14.95: 3.1266… and 1.8733…
        Assert.Equal(["1 case 24.95 -3.13 = 21.82", "1 screen 14.95 -1.87 = 13.08"], shopper.Accept("set").Lines);
        Assert.Equal(["Set, what/set"], shopper.Adjustments("case"));
    }

    [Fact]
    public void A_percentage_off_is_taken_of_the_sum_and_rounded_once()
    {
        var shopper = Offering(
            """{ "id": "set", "title": "Set", "add": [ { "product": "case" }, { "product": "screen" } ], "price": { "percentOff": 15 } }"""
        );

        // 15 % of 39.90 is 5.985: 5.99, of which 3.7457… and 2.2444…
        Assert.Equal("39.90 5.99", NormalAndSaving(shopper, "set"));
        Assert.Equal(["1 case 24.95 -3.75 = 21.20", "1 screen 14.95 -2.24 = 12.71"], shopper.Accept("set").Lines);
    }

    [Theory]
    [InlineData("""{ "amountOff": "5.00" }""", "24.95 5.00", "1 case 24.95 -5.00 = 19.95")]
    [InlineData("""{ "amountOff": "100" }""", "24.95 24.95", "1 case 24.95 -24.95 = 0.00")]
    [InlineData("""{ "percentOff": 200 }""", "24.95 24.95", "1 case 24.95 -24.95 = 0.00")]
    [InlineData("""{ "percentOff": 100 }""", "24.95 24.95", "1 case 24.95 -24.95 = 0.00")]
    [InlineData("""{ "flat": "0" }""", "24.95 24.95", "1 case 24.95 -24.95 = 0.00")]
    [InlineData("""{ "flat": "24.95" }""", "24.95 0.00", "1 case 24.95 = 24.95")]
    // What is written is what it costs, be it more.
    [InlineData("""{ "flat": "30.00" }""", "24.95 -5.05", "1 case 24.95 +5.05 = 30.00")]
    public void It_takes_off_what_it_says_and_never_more_than_there_is(
        string price,
        string normalAndSaving,
        string line
    )
    {
        var shopper = Offering($$"""{ "id": "case", "add": { "product": "case" }, "price": {{price}} }""");

        Assert.Equal(normalAndSaving, NormalAndSaving(shopper, "case"));
        Assert.Equal([line], shopper.Accept("case").Lines);
    }

    [Fact]
    public void Only_what_the_offer_adds_is_priced_by_it()
    {
        var shopper = Offering(
                """{ "id": "phone", "add": { "product": "phone" } }, { "id": "case", "add": { "product": "case" }, "price": { "flat": "20" } }"""
            )
            .Accept("phone", "case");

        Assert.Equal(["1 phone 449.00 = 449.00", "1 case 24.95 -4.95 = 20.00"], shopper.Lines);
    }

    [Fact]
    public void A_line_that_has_no_part_in_it_has_no_adjustment()
    {
        var shopper = Offering(
            """{ "id": "set", "title": "Set", "add": [ { "product": "free" }, { "product": "case" } ], "price": { "flat": "20" } }"""
        );

        Assert.Equal(["1 free 0.00 = 0.00", "1 case 24.95 -4.95 = 20.00"], shopper.Accept("set").Lines);
    }

    [Fact]
    public void The_saving_is_that_of_the_price_and_not_of_a_discount_beside_it()
    {
        var shopper = Offering(
            """
            { "id": "set", "title": "Set", "add": [ { "product": "free" }, { "product": "case" } ], "price": { "flat": "24.95" },
              "discount": { "amountOff": "4.95", "on": "added" } }
            """
        );

        Assert.Equal("set +20.00", shopper.Offers);
        Assert.Equal("24.95 0.00", NormalAndSaving(shopper, "set"));
    }

    [Fact]
    public void An_offer_without_its_own_price_shows_no_normal_price()
    {
        var shopper = Offering(
            """{ "id": "case", "add": { "product": "case" }, "discount": { "percentOff": 10, "on": "added" } }"""
        );

        Assert.Null(shopper.Quoted("case").NormalPrice);
        Assert.Null(shopper.Quoted("case").Saving);
    }

    private static string NormalAndSaving(Shopper shopper, string offer)
    {
        var quote = shopper.Quoted(offer);
        return $"{shopper.Text(quote.NormalPrice!.Value)} {shopper.Text(quote.Saving!.Value)}";
    }

    private static Shopper Offering(string offers) =>
        Shop.Selling(
                Products,
                $$"""{ "id": "what", "kind": "crossSell", "title": "What?", "offers": [ {{offers}} ] }"""
            )
            .Visit();
}
