namespace Funnel.Tests.Checking;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(
        "/products/cards/quantities",
        "[100, 250, 500]",
        "FNL024 /products/cards/price/byQuantity",
        "FNL024 /products/cards/options/paper/choices/silk/price/byQuantity"
    )]
    [InlineData(
        "/products/cards/options/paper/choices/silk/price/byQuantity",
        """{ "100": "2.50" }""",
        "FNL024 /products/cards/options/paper/choices/silk/price/byQuantity"
    )]
    [InlineData(
        "/products/pens/price",
        """{ "byQuantity": { "10": "7.50", "20": "14.00" } }""",
        "FNL024 /products/pens/price/byQuantity"
    )]
    public void Every_quantity_sold_has_a_price(string pointer, string json, params string[] problems) =>
        Assert.Equal(problems, CheckedShop.ProblemsWith(pointer, json));

    [Theory]
    [InlineData(
        "/products/cards/price/byQuantity",
        """{ "100": "12.95" }""",
        "FNL025 /products/cards/options/paper/choices/silk/price/byQuantity/250"
    )]
    [InlineData(
        "/products/cards/options/paper/choices/silk/price/byQuantity/500",
        "\"5.95\"",
        "FNL025 /products/cards/options/paper/choices/silk/price/byQuantity/500"
    )]
    public void Every_quantity_with_a_price_is_sold(string pointer, string json, string problem) =>
        Assert.Equal([problem], CheckedShop.ProblemsWith(pointer, json));

    [Fact]
    public void Quantities_without_a_price_are_counted_not_listed()
    {
        var problem = Assert.Single(
            CheckedShop
                .Check(CheckedShop.With("/products/stamps/options", Ink("""{ "byQuantity": { "1": "0.10" } }""")))
                .Problems
        );

        Assert.Equal(
            "There is no price for 2, 3, 4, 5, 6, 7, 8, 9 and 9990 more, and the product is sold in 1 to 9999. "
                + "Give each a price, or list what is sold under the product's \"quantities\".",
            problem.Message
        );

        static string Ink(string price) =>
            $$"""{ "ink": { "name": "Ink", "default": "red", "choices": { "red": { "name": "Red", "price": {{price}} } } } }""";
    }

    [Theory]
    [InlineData("/products/pens/price/tiers/0/from", "20", "FNL026")]
    [InlineData("/products/pens/price/tiers/0/from", "9", null)]
    [InlineData("/products/stamps/price/tiers/0/from", "2", "FNL026")]
    public void First_tier_begins_where_the_quantities_do(string pointer, string json, string? code) =>
        Assert.Equal(code is null ? [] : [$"{code} {pointer}"], CheckedShop.ProblemsWith(pointer, json));

    [Theory]
    [InlineData("/steps/2/offers/0/add/quantity", "25")]
    [InlineData("/steps/2/offers/0/add/quantity", "110")]
    [InlineData("/steps/0/offers/1/add/0/quantity", "500")]
    [InlineData("/steps/4/offers/0/set/0/quantity", "500")]
    public void Fixed_quantity_is_sold(string pointer, string json) =>
        Assert.Equal([$"FNL027 {pointer}"], CheckedShop.ProblemsWith(pointer, json));

    [Theory]
    [InlineData("/products/cover/price/of", "line")]
    [InlineData("/products/cards/options/finish/choices/spot/price/of", "order")]
    [InlineData("/products/cards/options/finish/choices/spot/price/of", "line:cards")]
    public void Percentage_is_taken_of_what_there_is(string pointer, string of) =>
        Assert.Equal([$"FNL028 {pointer}"], CheckedShop.ProblemsWith(pointer, $"\"{of}\""));

    [Theory]
    [InlineData("/products/cover/price/atLeast", "\"9.01\"")]
    [InlineData("/products/cards/options/finish/choices/spot/price/atLeast", "\"25.01\"")]
    [InlineData("/steps/3/fields/1/min", "501")]
    public void Least_is_not_above_the_most(string pointer, string json) =>
        Assert.Equal([$"FNL029 {pointer}"], CheckedShop.ProblemsWith(pointer, json));
}
