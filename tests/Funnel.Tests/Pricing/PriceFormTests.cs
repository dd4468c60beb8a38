namespace Funnel.Tests.Pricing;

public sealed class PriceFormTests
{
    [Theory]
    [InlineData("\"0.12\"", 25, "3.00")]
    [InlineData("{ \"each\": \"0.12\" }", 1, "0.12")]
    // 100 × 0.02345 = 2.345: rounded once, and not 100 times.
    [InlineData("{ \"each\": \"0.02345\" }", 100, "2.35")]
    [InlineData("{ \"each\": \"0.000001\" }", 4999, "0.00")]
    [InlineData("{ \"each\": \"0.000001\" }", 5000, "0.01")]
    [InlineData("{ \"flat\": \"4.99\" }", 1, "4.99")]
    [InlineData("{ \"flat\": \"4.99\" }", 500, "4.99")]
    [InlineData("\"0\"", 500, "0.00")]
    public void Each_and_flat(string price, int quantity, string amount) =>
        Assert.Equal(amount, PriceOf(price, quantity));

    [Theory]
    [InlineData(10, "7.50")]
    [InlineData(25, "16.25")]
    public void A_pack_has_its_total(int quantity, string amount) =>
        Assert.Equal(amount, PriceOf("{ \"byQuantity\": { \"10\": \"7.50\", \"25\": \"16.25\" } }", quantity));

    [Theory]
    [InlineData(1, "6.00")]
    [InlineData(9, "54.00")]
    // All ten at the lower price.
    [InlineData(10, "50.00")]
    [InlineData(12, "60.00")]
    [InlineData(20, "80.00")]
    public void Volume_tiers_price_all_units_at_the_tier_that_is_reached(int quantity, string amount) =>
        Assert.Equal(
            amount,
            PriceOf(
                """{ "tiers": [ { "from": 1, "each": "6" }, { "from": 10, "each": "5" }, { "from": 20, "each": "4" } ] }""",
                quantity
            )
        );

    [Theory]
    [InlineData(1, "12.00")]
    [InlineData(25, "300.00")]
    [InlineData(26, "310.50")]
    // 25 × 12.00 + 5 × 10.50
    [InlineData(30, "352.50")]
    // 25 × 12.00 + 25 × 10.50 + 1 × 0.005 = 562.505
    [InlineData(51, "562.51")]
    public void Graduated_tiers_price_each_unit_at_its_own_tier(int quantity, string amount) =>
        Assert.Equal(
            amount,
            PriceOf(
                """
                { "tiers": [ { "from": 1, "each": "12" }, { "from": 26, "each": "10.50" }, { "from": 51, "each": "0.005" } ],
                  "graduated": true }
                """,
                quantity
            )
        );

    [Theory]
    [InlineData("halfUp", "0.125", "0.13")]
    [InlineData("halfEven", "0.125", "0.12")]
    [InlineData("halfEven", "0.135", "0.14")]
    public void Exact_halves_go_as_the_file_says(string rounding, string each, string amount) =>
        Assert.Equal(amount, PriceOf($$"""{ "each": "{{each}}" }""", 1, $"\"rounding\": \"{rounding}\""));

    [Theory]
    [InlineData("JPY", "10.5", 3, "32")]
    [InlineData("KWD", "0.0125", 3, "0.038")]
    public void Amounts_have_the_decimals_of_the_currency(string currency, string each, int quantity, string amount) =>
        Assert.Equal(amount, PriceOf($$"""{ "each": "{{each}}" }""", quantity, $"\"currency\": \"{currency}\""));

    [Theory]
    // The base price is 10 × 4.00; 8 % of that is 3.20.
    [InlineData("""{ "percent": 8, "of": "line" }""", "43.20")]
    [InlineData("""{ "percent": 8, "of": "line", "atLeast": "5" }""", "45.00")]
    [InlineData("""{ "percent": 8, "of": "line", "atMost": "2.50" }""", "42.50")]
    [InlineData("""{ "percent": 8, "of": "line", "atLeast": "1", "atMost": "5" }""", "43.20")]
    [InlineData("\"0.25\"", "42.50")]
    [InlineData("""{ "flat": "1.50" }""", "41.50")]
    [InlineData("""{ "tiers": [ { "from": 1, "each": "1" }, { "from": 10, "each": "0.333" } ] }""", "43.33")]
    public void A_surcharge_comes_on_top_of_the_base_price(string surcharge, string amount)
    {
        var shopper = Shop.Selling(
                $$"""
                "mug": { "name": "Mug", "price": "4", "options": { "print": { "name": "Print", "default": "none", "choices": {
                  "none": { "name": "None" }, "logo": { "name": "Logo", "price": {{surcharge}} } } } } }
                """,
                """
                { "id": "mug", "kind": "choose", "title": "Mug", "offers": [
                  { "id": "mug", "add": { "product": "mug", "quantity": 10, "options": { "print": "logo" } } } ] }
                """
            )
            .Visit()
            .Accept("mug");

        Assert.Equal(amount, shopper.Total);
    }

    [Fact]
    public void Surcharges_are_of_the_base_price_and_not_of_one_another()
    {
        var shopper = Shop.Selling(
                """
                "mug": { "name": "Mug", "price": "4", "options": {
                  "print": { "name": "Print", "default": "logo", "choices": { "logo": { "name": "Logo", "price": { "percent": 50, "of": "line" } } } },
                  "handle": { "name": "Handle", "default": "gold", "choices": { "gold": { "name": "Gold", "price": { "percent": 50, "of": "line" } } } } } }
                """,
                """{ "id": "mug", "kind": "choose", "title": "Mug", "offers": [ { "id": "mug", "add": { "product": "mug" } } ] }"""
            )
            .Visit()
            .Accept("mug");

        Assert.Equal("8.00", shopper.Total);
    }

    private static string PriceOf(string price, int quantity, string more = "") =>
        Shop.Selling(
                $$"""
                "thing": { "name": "Thing", "price": {{price}} }
                """,
                """
                { "id": "thing", "kind": "choose", "title": "Thing",
                  "offers": [ { "id": "thing", "add": { "product": "thing", "quantity": "choose" } } ] }
                """,
                more
            )
            .Visit()
            .Accept($"thing {quantity}")
            .Total;
}
