namespace Funnel.Tests.Checking;

/// <summary>What cannot be read is reported by reading alone; everything else is still checked.</summary>
public sealed class UnreadTests
{
    [Theory]
    [InlineData("/steps/0/offers/0/add/product", "7")]
    [InlineData("/steps/0/offers/0/add", "\"cards\"")]
    [InlineData("/steps/0/offers/0/add/quantity", "0")]
    [InlineData("/steps/1/offers/0/set/line", "7")]
    [InlineData("/steps/1/offers/0/set", "[7]")]
    [InlineData("/steps/1/offers/1/swap", "[]")]
    [InlineData("/steps/2/offers", "{}")]
    [InlineData("/steps/2/offers", "[]")]
    [InlineData("/steps/2/offers/1", "null")]
    [InlineData("/steps/2/onAccept", "7")]
    [InlineData("/steps/1/next", "[]")]
    [InlineData("/steps/1/next/1", "\"thanks\"")]
    [InlineData("/steps/1/next/0/when", "{}")]
    [InlineData("/steps/2/kind", "\"cross-sell\"")]
    [InlineData("/steps/2/pick/max", "\"2\"")]
    [InlineData("/steps/2/selectionDiscounts", "{}")]
    [InlineData("/steps/3/fields", "{}")]
    [InlineData("/steps/3/fields", "[]")]
    [InlineData("/steps/3/fields/0/type", "\"string\"")]
    [InlineData("/steps/4/when", "{}")]
    [InlineData("/steps/4/when/contains", "[]")]
    [InlineData("/steps/4/offers/1/discount/on", "\"everything\"")]
    [InlineData("/steps/4/offers/3/multiply", "2")]
    [InlineData("/products", "[]")]
    [InlineData("/products/cards", "7")]
    [InlineData("/products/cards/price", "{}")]
    [InlineData("/products/cards/price", "\"free\"")]
    [InlineData("/products/cards/price/byQuantity", """{ "a hundred": "12.95", "250": "22.95" }""")]
    [InlineData("/products/cards/quantities", "[250, 100]")]
    [InlineData("/products/cards/options", "[]")]
    [InlineData("/products/cards/options/paper", "7")]
    [InlineData("/products/cards/options/paper/choices", "{}")]
    [InlineData("/products/cards/options/paper/default", "7")]
    [InlineData("/products/cards/category", "7")]
    [InlineData("/products/pens/quantities", "{}")]
    [InlineData("/products/pens/price/tiers", "[]")]
    [InlineData("/products/pens/price/tiers/0/from", "0")]
    [InlineData("/products/cover/price/of", "\"lines\"")]
    [InlineData("/shipping", "7")]
    [InlineData("/shipping/methods", "{}")]
    [InlineData("/shipping/default", "7")]
    [InlineData("/tax", "7")]
    [InlineData("/tax/rates", "{}")]
    [InlineData("/inputs", "[]")]
    [InlineData("/inputs/branch/choices", "[]")]
    [InlineData("/currency", "\"EURO\"")]
    public void What_cannot_be_read_is_not_reported_again(string pointer, string json) =>
        Assert.All(
            CheckedShop.Check(CheckedShop.With(pointer, json)).Problems,
            problem => Assert.StartsWith("FNL00", problem.Code, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("/steps/0/offers/0/add/product")]
    [InlineData("/steps/0/offers/0/id")]
    [InlineData("/steps/1/offers/0/set/line")]
    [InlineData("/steps/1/next/1/to")]
    [InlineData("/steps/1/kind")]
    [InlineData("/steps/3/fields/0/type")]
    [InlineData("/products")]
    [InlineData("/products/cards/price")]
    [InlineData("/products/cards/options/paper/default")]
    [InlineData("/products/cards/options/paper/choices")]
    [InlineData("/shipping/methods")]
    [InlineData("/shipping/default")]
    [InlineData("/tax/rates")]
    [InlineData("/tax/default")]
    [InlineData("/steps")]
    public void What_is_missing_is_not_reported_again(string pointer) =>
        Assert.All(
            CheckedShop.Check(CheckedShop.Without(pointer)).Problems,
            problem => Assert.StartsWith("FNL00", problem.Code, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("/steps/0/offers/0", "add", "ads")]
    [InlineData("/steps/2", "offers", "offer")]
    [InlineData("/steps/1", "next", "nekst")]
    [InlineData("/steps/3", "fields", "field")]
    public void What_is_misspelt_is_not_reported_as_absent(string parent, string name, string misspelt)
    {
        var shop = CheckedShop.Json.Replace($"\"{name}\":", $"\"{misspelt}\":", StringComparison.Ordinal);

        Assert.All(
            CheckedShop.Check(shop).Problems,
            problem => Assert.StartsWith("FNL00", problem.Code, StringComparison.Ordinal)
        );
        Assert.Contains($"FNL002 {parent}/{misspelt}", CheckedShop.ProblemsOf(shop));
    }

    [Fact]
    public void Problems_of_reading_do_not_hide_others()
    {
        var shop = CheckedShop.With("/steps/4/when/fact", "\"order.total\"");
        shop = CheckedShop.With("/steps/2/title", "7", shop);
        shop = CheckedShop.With("/steps/2/onAccept", "\"detials\"", shop);
        shop = CheckedShop.With("/products/cards/price/byQuantity/100", "\"free\"", shop);
        shop = CheckedShop.With("/products/cards/tax", "\"low\"", shop);
        shop = CheckedShop.With("/steps/3/fields/1/min", "600", CheckedShop.Without("/steps/3/title", shop));

        Assert.Equal(
            [
                "FNL016 /products/cards/tax",
                "FNL006 /products/cards/price/byQuantity/100",
                "FNL004 /steps/2/title",
                "FNL014 /steps/2/onAccept",
                "FNL003 /steps/3",
                "FNL029 /steps/3/fields/1/min",
                "FNL034 /steps/4/when/contains",
            ],
            CheckedShop.ProblemsOf(shop)
        );
    }
}
