namespace Funnel.Tests.Checking;

public sealed class EffectTests
{
    [Theory]
    [InlineData("""{ "id": "x", "title": "X" }""", "")]
    [InlineData("""{ "id": "x", "title": "X", "price": { "flat": "1.00" } }""", "")]
    [InlineData("""{ "id": "x", "title": "X", "ship": "express", "price": { "flat": "1.00" } }""", "/price")]
    [InlineData("""{ "id": "x", "title": "X", "discount": { "percentOff": 5, "on": "added" } }""", "/discount/on")]
    [InlineData("""{ "id": "x", "title": "X", "set": { "line": "cards" } }""", "/set")]
    [InlineData(
        """{ "id": "x", "title": "X", "set": [ { "line": "cards", "quantity": 100 }, { "line": "cards" } ] }""",
        "/set/1"
    )]
    public void Offer_and_each_of_its_effects_does_something(string offer, string at) =>
        Assert.Equal([$"FNL036 /steps/4/offers/4{at}"], WithLastOffer(offer));

    [Theory]
    [InlineData("""{ "id": "x", "set": { "line": "pens", "quantity": 20 }, "title": "X" }""", "/set/line")]
    [InlineData("""{ "id": "x", "swap": { "line": "pens", "product": "stamps" } }""", "/swap/line")]
    [InlineData("""{ "id": "x", "add": { "product": "stamps", "for": "pens" } }""", "/add/for")]
    [InlineData("""{ "id": "x", "title": "X", "discount": { "percentOff": 5, "on": "line:pens" } }""", "/discount/on")]
    [InlineData(
        """{ "id": "x", "title": "X", "discount": { "percentOff": 5, "on": "category:writing" } }""",
        "/discount/on"
    )]
    public void Line_of_an_effect_can_be_there_when_it_is_offered(string offer, string at) =>
        Assert.Equal([$"FNL037 /steps/1/offers/2{at}"], CheckedShop.ProblemsWith("/steps/1/offers/-", offer));

    [Theory]
    [InlineData("""{ "id": "x", "title": "X", "discount": { "percentOff": 5, "on": "order" } }""", "/discount/on")]
    [InlineData("""{ "id": "x", "title": "X", "multiply": { "by": 2, "percent": 40 } }""", "/multiply")]
    [InlineData("""{ "id": "x", "add": { "product": "cover" } }""", "/add/product")]
    [InlineData("""{ "id": "x", "add": { "product": "stamps", "for": "stamps" } }""", "/add/for")]
    public void There_is_nothing_yet_at_the_first_step(string offer, string at) =>
        Assert.Equal([$"FNL037 /steps/0/offers/2{at}"], CheckedShop.ProblemsWith("/steps/0/offers/-", offer));

    [Theory]
    [InlineData(
        """{ "id": "x", "title": "X", "add": { "product": "pens" }, "discount": { "percentOff": 5, "on": "line:pens" } }"""
    )]
    [InlineData(
        """{ "id": "x", "title": "X", "add": [ { "product": "cards" }, { "product": "cover", "for": "cards" } ] }"""
    )]
    [InlineData(
        """{ "id": "x", "title": "X", "add": { "product": "pens" }, "multiply": { "by": 2, "percent": 40 } }"""
    )]
    public void What_an_offer_adds_is_there_for_its_later_effects(string offer) =>
        Assert.Empty(CheckedShop.ProblemsWith("/steps/0/offers/-", offer));

    [Fact]
    public void Nothing_is_multiplied_where_all_is_not_multipliable()
    {
        var shop = CheckedShop.Json;
        foreach (var product in (string[])["cards", "thick-cards", "pens", "stamps"])
        {
            shop = CheckedShop.With($"/products/{product}/multipliable", "false", shop);
        }

        Assert.Equal(["FNL037 /steps/4/offers/3/multiply"], CheckedShop.ProblemsOf(shop));
    }

    [Fact]
    public void Only_one_effect_of_an_offer_asks()
    {
        Assert.Equal(
            ["FNL038 /steps/4/offers/4/add/1"],
            WithLastOffer(
                """
                {
                  "id": "x", "title": "X",
                  "add": [
                    { "product": "pens", "quantity": "choose" },
                    { "product": "cards", "options": { "paper": "choose" } }
                  ]
                }
                """
            )
        );
        Assert.Equal(
            ["FNL038 /steps/4/offers/4/add"],
            WithLastOffer(
                """
                {
                  "id": "x", "title": "X",
                  "set": { "line": "cards", "quantity": "choose", "options": { "edge": "choose" } },
                  "add": { "product": "pens", "quantity": "choose" }
                }
                """
            )
        );
    }

    [Theory]
    [InlineData("""{ "id": "x", "add": { "product": "pens" } }""", true)]
    [InlineData("""{ "id": "x", "add": [ { "product": "pens" }, { "product": "pens", "quantity": 20 } ] }""", true)]
    [InlineData("""{ "id": "x", "swap": { "line": "cards", "product": "thick-cards" } }""", true)]
    [InlineData("""{ "id": "x", "set": { "line": "cards", "options": { "edge": "gold" } } }""", true)]
    [InlineData("""{ "id": "x", "set": { "line": "cards", "options": { "edge": "gold" }, "quantity": 100 } }""", true)]
    [InlineData("""{ "id": "x", "add": [ { "product": "pens" }, { "product": "stamps" } ] }""", false)]
    [InlineData("""{ "id": "x", "set": { "line": "cards", "options": { "edge": "choose" } } }""", false)]
    [InlineData(
        """{ "id": "x", "set": { "line": "cards", "options": { "paper": "silk", "finish": "spot" } } }""",
        false
    )]
    [InlineData("""{ "id": "x", "set": { "line": "cards", "quantity": 250 } }""", false)]
    [InlineData("""{ "id": "x", "ship": "express" }""", false)]
    [InlineData("""{ "id": "x", "discount": { "percentOff": 5, "on": "order" } }""", false)]
    public void Title_is_needed_where_none_can_be_taken_over(string offer, bool hasOne) =>
        Assert.Equal(hasOne ? [] : ["FNL039 /steps/4/offers/4"], WithLastOffer(offer));

    private static IEnumerable<string> WithLastOffer(string offer) =>
        CheckedShop.ProblemsWith("/steps/4/offers/-", offer);
}
