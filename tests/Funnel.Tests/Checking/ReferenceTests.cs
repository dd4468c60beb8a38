using Funnel.Checking;

namespace Funnel.Tests.Checking;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("/steps/0/offers/0/add/product", "card")]
    [InlineData("/steps/0/offers/1/add/0/product", "card")]
    [InlineData("/steps/1/offers/1/swap/product", "thin-cards")]
    public void Product_of_an_effect_exists(string pointer, string id) =>
        Assert.Equal([$"FNL010 {pointer}"], CheckedShop.ProblemsWith(pointer, $"\"{id}\""));

    [Theory]
    [InlineData("/steps/1/offers/0/set/line", "kards")]
    [InlineData("/steps/1/offers/1/swap/line", "kards")]
    [InlineData("/steps/4/offers/0/set/0/line", "kards")]
    [InlineData("/steps/2/offers/0/add/for", "kards")]
    [InlineData("/steps/4/offers/1/discount/on", "line:kards")]
    [InlineData("/products/cover/price/of", "line:kards")]
    public void Line_is_added_by_some_offer(string pointer, string reference) =>
        Assert.Equal([$"FNL011 {pointer}"], CheckedShop.ProblemsWith(pointer, $"\"{reference}\""));

    [Theory]
    [InlineData("cards-2", true)]
    [InlineData("cards-3", false)]
    [InlineData("cards-1", false)]
    [InlineData("cards-02", false)]
    [InlineData("thick-cards", false)]
    public void Line_has_a_numbered_name_as_far_as_there_are_adds_of_that_name(string line, bool exists) =>
        Assert.Equal(
            exists ? [] : ["FNL011 /steps/1/offers/0/set/line"],
            CheckedShop.ProblemsWith("/steps/1/offers/0/set/line", $"\"{line}\"")
        );

    [Theory]
    [InlineData("/steps/0/offers/0/add/options", """{ "papier": "choose" }""", "/papier")]
    [InlineData("/steps/4/offers/0/set/0/options", """{ "edges": "gold" }""", "/edges")]
    [InlineData("/products/cards/options/finish/choices/spot/requires", """{ "papier": ["silk"] }""", "/papier")]
    public void Option_is_one_of_the_product(string pointer, string json, string at) =>
        Assert.Equal([$"FNL012 {pointer}{at}"], CheckedShop.ProblemsWith(pointer, json));

    [Theory]
    [InlineData("/steps/0/offers/1/add/0/options/paper", "\"slik\"", "")]
    [InlineData("/steps/1/offers/0/set/options/paper", "\"slik\"", "")]
    [InlineData("/products/cards/options/paper/default", "\"mat\"", "")]
    [InlineData("/products/cards/options/finish/choices/spot/requires/paper", """["silk", "slik"]""", "/1")]
    public void Choice_is_one_of_the_option(string pointer, string json, string at) =>
        Assert.Equal([$"FNL013 {pointer}{at}"], CheckedShop.ProblemsWith(pointer, json));

    [Fact]
    public void Options_of_a_line_are_also_those_of_what_it_is_swapped_to_before()
    {
        const string set = """{ "id": "edge", "set": { "line": "cards", "options": { "edge": "gold" } } }""";

        Assert.Empty(CheckedShop.ProblemsWith("/steps/4/offers/-", set));
        Assert.Equal(["FNL012 /steps/1/offers/2/set/options/edge"], CheckedShop.ProblemsWith("/steps/1/offers/-", set));
    }

    [Theory]
    [InlineData("/steps/2/onAccept", "\"detials\"", "")]
    [InlineData("/steps/1/next/0/to", "\"extra\"", "")]
    [InlineData("/steps/2/onPass", """[{ "to": "nowhere" }]""", "/0/to")]
    public void Edge_leads_to_a_step(string pointer, string json, string at) =>
        Assert.Equal([$"FNL014 {pointer}{at}"], CheckedShop.ProblemsWith(pointer, json));

    [Theory]
    [InlineData("/shipping/default", "pots", "FNL015")]
    [InlineData("/steps/4/offers/2/ship", "drone", "FNL015")]
    [InlineData("/tax/default", "standart", "FNL016")]
    [InlineData("/shipping/tax", "none", "FNL016")]
    [InlineData("/products/cards/tax", "low", "FNL016")]
    [InlineData("/steps/4/offers/1/discount/on", "category:printing", "FNL018")]
    public void Shipping_methods_tax_categories_and_categories_exist(string pointer, string id, string code) =>
        Assert.Equal([$"{code} {pointer}"], CheckedShop.ProblemsWith(pointer, $"\"{id}\""));

    [Theory]
    [InlineData("""["logo", "company", "gift"]""")]
    [InlineData("""["branch", "artwork"]""", "FNL017 /products/cards/personalised/1")]
    public void Product_carries_inputs_of_the_start_or_of_a_form(string json, params string[] problems) =>
        Assert.Equal(problems, CheckedShop.ProblemsWith("/products/cards/personalised", json));

    [Fact]
    public void What_speaks_of_shipping_needs_shipping()
    {
        Assert.Equal(["FNL040 /steps/4/offers/2/ship"], CheckedShop.ProblemsOf(CheckedShop.Without("/shipping")));
    }

    [Fact]
    public void What_speaks_of_tax_needs_tax() =>
        Assert.Equal(
            ["FNL040 /shipping/tax", "FNL040 /products/cards/tax"],
            CheckedShop.ProblemsOf(CheckedShop.Without("/tax"))
        );

    [Theory]
    [InlineData("pans", "There is no product \"pans\". Did you mean \"pens\"?")]
    [InlineData("mug", "The products are \"cards\", \"thick-cards\", \"pens\", \"stamps\" and \"cover\".")]
    public void Message_names_what_was_probably_meant_and_what_there_is(string id, string said) =>
        Assert.Contains(
            said,
            Assert
                .Single(CheckedShop.Check(CheckedShop.With("/steps/2/offers/0/add/product", $"\"{id}\"")).Problems)
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Message_names_no_more_than_can_be_read()
    {
        var known = Enumerable.Range(1, 20).Select(number => $"product-{number}");

        Assert.EndsWith(
            "\"product-12\" and 8 more.",
            Known.Sentence("mug", known, "products"),
            StringComparison.Ordinal
        );
    }
}
