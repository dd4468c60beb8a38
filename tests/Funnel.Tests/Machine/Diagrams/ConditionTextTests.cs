using Funnel.Machine.Diagrams;

namespace Funnel.Tests.Machine.Diagrams;

public sealed class ConditionTextTests
{
    private const string Small = """{ "fact": "line.cards.quantity", "lessThan": 500 }""";
    private const string Dear = """{ "fact": "order.subtotal", "atLeast": "40.00" }""";
    private const string Heavy = """{ "fact": "line.cards.option.paper", "in": ["silk", "soft-touch"] }""";

    [Theory]
    [InlineData(Dear, "order.subtotal ≥ 40.00")]
    [InlineData("""{ "fact": "order.total", "moreThan": 40 }""", "order.total > 40.00")]
    [InlineData("""{ "fact": "order.lines", "atMost": 3 }""", "order.lines ≤ 3")]
    [InlineData(Small, "quantity of cards < 500")]
    [InlineData("""{ "fact": "line.cards.net", "moreThan": "0.50" }""", "net of cards > 0.50")]
    [InlineData("""{ "fact": "line.cards.list", "is": "0.50" }""", "list of cards is 0.50")]
    [InlineData("""{ "fact": "line.cards.product", "isNot": "cards" }""", "product of cards is not cards")]
    [InlineData(Heavy, "paper of cards is silk or soft-touch")]
    [InlineData(
        """{ "fact": "context.country", "notIn": ["BE", "DE", "NL"] }""",
        "context.country is not BE, DE or NL"
    )]
    [InlineData("""{ "fact": "customer.segment", "is": "silk or satin" }""", "customer.segment is \"silk or satin\"")]
    [InlineData("""{ "fact": "customer.trusted", "is": true }""", "customer.trusted is true")]
    [InlineData("""{ "fact": "customer.trusted", "exists": false }""", "customer.trusted is not there")]
    [InlineData("""{ "fact": "line.cards", "exists": true }""", "cards is there")]
    [InlineData("""{ "fact": "order.tags", "contains": "print" }""", "order.tags contains print")]
    [InlineData("""{ "fact": "date", "season": { "from": "11-01", "to": "02-28" } }""", "date is from 11-01 to 02-28")]
    [InlineData("""{ "fact": "date", "atLeast": "2026-12-01" }""", "date ≥ 2026-12-01")]
    [InlineData("""{ "fact": "weekday", "in": ["sat", "sun"] }""", "weekday is sat or sun")]
    [InlineData("""{ "fact": "time", "lessThan": "14:30" }""", "time < 14:30")]
    public void A_leaf_reads_as_a_sentence(string condition, string text) => Assert.Equal(text, TextOf(condition));

    [Theory]
    [InlineData("""{ "fact": "customer.segment", "is": "student" }""", "customer.segment is not student")]
    [InlineData("""{ "fact": "customer.segment", "isNot": "student" }""", "customer.segment is student")]
    [InlineData(Heavy, "paper of cards is not silk or soft-touch")]
    [InlineData("""{ "fact": "order.tags", "contains": "print" }""", "order.tags does not contain print")]
    [InlineData("""{ "fact": "customer.trusted", "exists": true }""", "customer.trusted is not there")]
    [InlineData("""{ "fact": "line.cards", "exists": false }""", "cards is there")]
    [InlineData(
        """{ "fact": "date", "season": { "from": "11-01", "to": "02-28" } }""",
        "date is not from 11-01 to 02-28"
    )]
    public void Its_opposite_reads_as_one_too(string condition, string text) =>
        Assert.Equal(text, TextOf($$"""{ "not": {{condition}} }"""));

    [Fact]
    public void The_opposite_of_an_order_is_not_the_opposite_order() =>
        Assert.Equal("not (order.subtotal ≥ 40.00)", TextOf($$"""{ "not": {{Dear}} }"""));

    [Fact]
    public void Several_are_joined_in_brackets_where_their_words_could_be_taken_for_the_joining_ones()
    {
        Assert.Equal(
            "order.subtotal ≥ 40.00 and (paper of cards is silk or soft-touch)",
            TextOf($$"""{ "all": [ {{Dear}}, {{Heavy}} ] }""")
        );
        Assert.Equal(
            "(order.subtotal ≥ 40.00 and quantity of cards < 500) or (paper of cards is not silk or soft-touch)",
            TextOf($$"""{ "any": [ { "all": [ {{Dear}}, {{Small}} ] }, { "not": {{Heavy}} } ] }""")
        );
        Assert.Equal(
            "not (order.subtotal ≥ 40.00 or quantity of cards < 500)",
            TextOf($$"""{ "not": { "any": [ {{Dear}}, {{Small}} ] } }""")
        );
        Assert.Equal("order.subtotal ≥ 40.00", TextOf($$"""{ "all": [ { "any": [ {{Dear}} ] } ] }"""));
    }

    [Fact]
    public void A_share_is_a_percentage()
    {
        var shop = Shop.Selling(
            """ "cards": { "name": "Cards", "price": "1.00" }, "pens": { "name": "Pens", "price": "0.10" } """,
            """
            { "id": "cards", "kind": "choose", "title": "Cards", "offers": [ { "id": "cards", "add": { "product": "cards" } } ] },
            { "id": "pens", "kind": "crossSell", "title": "Pens",
              "offersWhen": { "fact": "offer.share", "atMost": 12.5 },
              "offers": [ { "id": "pens", "add": { "product": "pens" } } ] }
            """
        );
        var condition = shop.Machine.States[1].Definition.OffersWhen!;
        Assert.Equal("offer.share ≤ 12.5 %", ConditionText.Of(condition, shop.Machine.Definition.Currency));
    }

    private static string TextOf(string condition)
    {
        var shop = Shop.Selling(
            """
            "cards": {
              "name": "Cards", "tags": ["print"], "price": "0.10",
              "options": {
                "paper": {
                  "name": "Paper", "default": "matt",
                  "choices": { "matt": { "name": "Matt" }, "silk": { "name": "Silk" }, "soft-touch": { "name": "Soft-touch" } }
                }
              }
            },
            "pens": { "name": "Pens", "price": "1.00" }
            """,
            $$"""
            { "id": "cards", "kind": "choose", "title": "Cards", "offers": [ { "id": "cards", "add": { "product": "cards" } } ] },
            { "id": "pens", "kind": "crossSell", "title": "Pens", "when": {{condition}}, "offers": [ { "id": "pens", "add": { "product": "pens" } } ] }
            """
        );
        return ConditionText.Of(shop.Machine.States[1].Definition.When!, shop.Machine.Definition.Currency);
    }
}
