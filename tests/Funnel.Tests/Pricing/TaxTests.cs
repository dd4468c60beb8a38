namespace Funnel.Tests.Pricing;

public sealed class TaxTests
{
    private const string Products = """
        "book": { "name": "Book", "tax": "reduced", "price": "10.05" },
        "lamp": { "name": "Lamp", "price": "20.15" },
        "pen": { "name": "Pen", "price": "0.99" },
        "free": { "name": "Bag", "price": "0" }
        """;

    private const string Steps = """
        { "id": "what", "kind": "crossSell", "title": "What?", "offers": [
          { "id": "book", "add": { "product": "book" } }, { "id": "lamp", "add": { "product": "lamp" } },
          { "id": "pen", "add": { "product": "pen" } }, { "id": "free", "add": { "product": "free" } } ] }
        """;

    private const string Rates = """
        "default": "standard", "rates": { "standard": { "NL": 21, "DE": 19, "*": 21 }, "reduced": { "NL": 9, "*": 9, "DE": 7 } }
        """;

    [Fact]
    public void Included_tax_is_within_each_line_rounded_per_line()
    {
        var shopper = In("NL", included: true).Accept("book", "lamp", "pen");

        // 10.05 × 9 / 109 = 0.8298…; 20.15 × 21 / 121 = 3.4971…; 0.99 × 21 / 121 = 0.1718…
        Assert.Equal(["0.83", "3.50", "0.17"], shopper.Walk.Basket.Lines.Select(line => shopper.Text(line.Tax)));
        Assert.Equal("21 % of 17.47 = 3.67; 9 % of 9.22 = 0.83", shopper.TaxGroups);
        Assert.Equal("31.19", shopper.Total);
    }

    [Fact]
    public void Excluded_tax_is_on_top_of_each_line_rounded_per_line()
    {
        var shopper = In("NL", included: false);
        // 20.15 × 21 % = 4.2315
        Assert.Equal("book +10.95, lamp +24.38, pen +1.20, free +0.00", shopper.Offers);
        shopper.Accept("book", "lamp", "pen");

        // 10.05 × 9 % = 0.9045; 0.99 × 21 % = 0.2079
        Assert.Equal("21 % of 21.14 = 4.44; 9 % of 10.05 = 0.90", shopper.TaxGroups);
        Assert.Equal(("31.19", "5.34", "36.53"), (shopper.Subtotal, shopper.Tax, shopper.Total));
    }

    [Theory]
    [InlineData("DE", "19 % of 16.93 = 3.22; 7 % of 9.39 = 0.66")]
    [InlineData("BR", "21 % of 16.65 = 3.50; 9 % of 9.22 = 0.83")]
    [InlineData(null, "21 % of 16.65 = 3.50; 9 % of 9.22 = 0.83")]
    public void The_rate_is_that_of_the_country_or_of_every_other_one(string? country, string groups) =>
        Assert.Equal(groups, In(country, included: true).Accept("book", "lamp").TaxGroups);

    [Fact]
    public void Categories_of_the_same_rate_are_one_group()
    {
        var shop = Shop.Selling(
            Products,
            Steps,
            """ "tax": { "included": true, "default": "standard", "rates": { "standard": { "*": 9 }, "reduced": { "*": 9 } } } """
        );

        Assert.Equal("9 % of 27.71 = 2.49", shop.Visit().Accept("book", "lamp").TaxGroups);
    }

    [Fact]
    public void Shipping_is_taxed_in_its_category_unless_it_is_free()
    {
        const string Shipping = """
            "shipping": { "tax": "reduced", "default": "post", "methods": { "post": { "name": "Post", "price": "5", "freeFrom": "25" } } }
            """;
        var shop = Shop.Selling(Products, Steps, $$""" "tax": { "included": false, {{Rates}} }, {{Shipping}} """);

        Assert.Equal("21 % of 20.15 = 4.23; 9 % of 5.00 = 0.45", shop.Visit().Accept("lamp").TaxGroups);
        Assert.Equal("21 % of 20.15 = 4.23; 9 % of 10.05 = 0.90", shop.Visit().Accept("lamp", "book").TaxGroups);
    }

    [Fact]
    public void Without_tax_in_the_file_none_is_computed()
    {
        var shopper = Shop.Selling(
                """ "lamp": { "name": "Lamp", "price": "20" } """,
                """{ "id": "lamp", "kind": "choose", "title": "Lamp", "offers": [ { "id": "lamp", "add": { "product": "lamp" } } ] }"""
            )
            .Visit()
            .Accept("lamp");

        Assert.Equal(("20.00", "0.00", ""), (shopper.Total, shopper.Tax, shopper.TaxGroups));
    }

    [Theory]
    // 0.5 % of 1.00, half a cent.
    [InlineData("halfUp", "0.01")]
    [InlineData("halfEven", "0.00")]
    public void Half_a_cent_of_tax_goes_as_the_file_says(string rounding, string tax)
    {
        var shopper = Shop.Selling(
                """ "lamp": { "name": "Lamp", "price": "1" } """,
                """{ "id": "lamp", "kind": "choose", "title": "Lamp", "offers": [ { "id": "lamp", "add": { "product": "lamp" } } ] }""",
                $$""" "rounding": "{{rounding}}", "tax": { "included": false, "default": "all", "rates": { "all": { "*": 0.5 } } } """
            )
            .Visit()
            .Accept("lamp");

        Assert.Equal(tax, shopper.Tax);
    }

    [Fact]
    public void A_line_for_free_has_no_tax() => Assert.Equal("0.00", In("NL", included: false).Accept("free").Total);

    private static Shopper In(string? country, bool included) =>
        Shop.Selling(Products, Steps, $$""" "tax": { "included": {{(included ? "true" : "false")}}, {{Rates}} } """)
            .Visit(with: start => start with { Country = country });
}
