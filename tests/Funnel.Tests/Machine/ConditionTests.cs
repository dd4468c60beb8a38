using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Tests.Machine;

public sealed class ConditionTests
{
    // After the first step: 250 cards on silk for 26.90 of which 12.95 are off, 13.95; 4.95 post; the box was declined.
    private const string Products = """
        "cards": { "name": "Cards", "category": "paper", "tags": [ "print", "desk" ],
          "price": { "byQuantity": { "100": "12.95", "250": "22.95" } },
          "options": { "paper": { "name": "Paper", "default": "matt", "choices": {
            "matt": { "name": "Matt" }, "silk": { "name": "Silk", "price": { "byQuantity": { "100": "2.50", "250": "3.95" } } } } } } },
        "box": { "name": "Box", "category": "boxes", "tags": [ "wood" ], "price": "5", "options": {
          "lid": { "name": "Lid", "default": "flat", "choices": { "flat": { "name": "Flat" } } } } }
        """;

    private const string Steps = """
        { "id": "cards", "kind": "choose", "title": "Cards", "offers": [
          { "id": "cards", "add": { "product": "cards", "quantity": "choose", "options": { "paper": "choose" } },
            "discount": { "amountOff": "12.95", "on": "added" } } ] },
        { "id": "box", "kind": "crossSell", "title": "Box", "offers": [ { "id": "box", "add": { "product": "box" } } ] },
        { "id": "about", "kind": "form", "title": "About you", "fields": [
          { "id": "company", "type": "text", "label": "Company" }, { "id": "staff", "type": "number", "label": "Staff" },
          { "id": "since", "type": "date", "label": "Since" }, { "id": "news", "type": "checkbox", "label": "News" },
          { "id": "use", "type": "choice", "label": "Use", "choices": { "work": "Work", "home": "Home" } } ] }
        """;

    private const string More = """
        "shipping": { "default": "post", "methods": { "post": { "name": "Post", "price": "4.95" } } },
        "inputs": { "artwork": { "type": "url", "label": "Logo" } }
        """;

    [Theory]
    [InlineData("order.subtotal", "13.95", "13.94", "13.96")]
    [InlineData("order.list", "26.90", "26.89", "26.91")]
    [InlineData("order.total", "18.90", "18.89", "18.91")]
    [InlineData("line.cards.list", "26.90", "26.89", "26.91")]
    [InlineData("line.cards.net", "13.95", "13.94", "13.96")]
    public void Amounts(string fact, string same, string less, string more) =>
        Ordered(fact, $"\"{same}\"", $"\"{less}\"", $"\"{more}\"");

    [Theory]
    [InlineData("order.lines", 1)]
    [InlineData("order.accepted", 1)]
    // The box; a form counts as neither.
    [InlineData("order.declined", 1)]
    [InlineData("line.cards.quantity", 250)]
    public void Counts_and_quantities(string fact, int same) => Ordered(fact, $"{same}", $"{same - 1}", $"{same + 1}");

    [Theory]
    [InlineData("order.products", "cards", "box")]
    [InlineData("order.categories", "paper", "boxes")]
    [InlineData("order.tags", "desk", "wood")]
    [InlineData("order.offers", "cards/cards", "box/box")]
    public void Sets(string fact, string has, string lacks)
    {
        Holds(fact, $"\"contains\": \"{has}\"");
        Fails(fact, $"\"contains\": \"{lacks}\"");
        Holds(fact, "\"exists\": true");
        Fails(fact, "\"exists\": false");
    }

    [Fact]
    public void Lines_that_are_there()
    {
        Holds("line.cards", "\"exists\": true");
        Fails("line.cards", "\"exists\": false");
        Equal("line.cards.product", "\"cards\"", "\"box\"");
        Equal("line.cards.option.paper", "\"silk\"", "\"matt\"");
    }

    [Theory]
    [InlineData("line.box", "", "")]
    [InlineData("line.box.quantity", "1", "\"atMost\": 9")]
    [InlineData("line.box.list", "\"5.00\"", "\"atLeast\": \"0\"")]
    [InlineData("line.box.net", "\"5.00\"", "\"lessThan\": \"99\"")]
    [InlineData("line.box.product", "\"box\"", "")]
    [InlineData("line.box.option.lid", "\"flat\"", "")]
    [InlineData("input.artwork", "\"https://a.example/\"", "")]
    [InlineData("input.company", "\"Acme\"", "")]
    [InlineData("input.staff", "3", "\"atLeast\": 0")]
    [InlineData("input.news", "true", "")]
    [InlineData("customer.segment", "\"business\"", "\"atLeast\": 0")]
    [InlineData("customer.segment", "\"business\"", "\"contains\": \"business\"")]
    [InlineData("context.country", "\"NL\"", "")]
    [InlineData("context.channel", "\"shop\"", "")]
    [InlineData("context.device", "\"phone\"", "")]
    [InlineData("context.referrer", "\"https://a.example/\"", "")]
    public void What_is_absent_fails_every_test_but_the_negative_ones(string fact, string value, string otherTest)
    {
        Fails(fact, "\"exists\": true");
        Holds(fact, "\"exists\": false");
        if (value.Length > 0)
        {
            Fails(fact, $"\"is\": {value}");
            Fails(fact, $"\"in\": [ {value} ]");
            Holds(fact, $"\"isNot\": {value}");
            Holds(fact, $"\"notIn\": [ {value} ]");
        }

        if (otherTest.Length > 0)
        {
            Fails(fact, otherTest);
        }
    }

    [Fact]
    public void What_the_shop_knows_of_a_customer_is_of_whatever_type_it_turns_out_to_be()
    {
        var known = new Dictionary<string, Value>
        {
            ["segment"] = new Value.Text("business"),
            ["orders"] = new Value.Number(12),
            ["loyal"] = new Value.Flag(true),
            ["clubs"] = new Value.List(["gold", "press"]),
        };
        Start Knowing(Start start) => start with { Customer = known };

        Equal("customer.segment", "\"business\"", "\"private\"", Knowing);
        Equal("customer.orders", "12", "13", Knowing);
        Equal("customer.loyal", "true", "false", Knowing);
        Holds("customer.clubs", "\"contains\": \"press\"", Knowing);
        Fails("customer.clubs", "\"contains\": \"silver\"", Knowing);
        Ordered("customer.orders", "12.0", "11.9", "12.1", Knowing);

        // Of a type that does not fit.
        Fails("customer.segment", "\"is\": 12", Knowing);
        Holds("customer.segment", "\"isNot\": 12", Knowing);
        Holds("customer.orders", "\"notIn\": [ \"12\" ]", Knowing);
        Fails("customer.orders", "\"in\": [ \"12\", true ]", Knowing);
        Fails("customer.segment", "\"atMost\": 12", Knowing);
        Fails("customer.loyal", "\"lessThan\": 12", Knowing);
        Fails("customer.clubs", "\"atMost\": 12", Knowing);
        Fails("customer.segment", "\"contains\": \"business\"", Knowing);
        Fails("customer.clubs", "\"is\": \"gold\"", Knowing);
        Holds("customer.clubs", "\"isNot\": \"gold\"", Knowing);
        Holds("customer.clubs", "\"exists\": true", Knowing);
    }

    [Fact]
    public void Where_the_shopper_is_and_came_from()
    {
        static Start From(Start start) =>
            start with
            {
                Country = "NL",
                Channel = "web",
                Device = "phone",
                Referrer = "https://a.example/",
            };

        Equal("context.country", "\"NL\"", "\"nl\"", From);
        Equal("context.channel", "\"web\"", "\"shop\"", From);
        Equal("context.device", "\"phone\"", "\"desktop\"", From);
        Equal("context.referrer", "\"https://a.example/\"", "\"https://b.example/\"", From);
        Equal("context.locale", "\"en\"", "\"nl\"", From);
    }

    [Fact]
    public void What_a_form_collected()
    {
        Holds(Filled("company", "Acme"), "input.company", "\"is\": \"Acme\"");
        Fails(Filled("company", "Acme"), "input.company", "\"is\": \"acme\"");
        Holds(Filled("staff", 12), "input.staff", "\"atLeast\": 12");
        Fails(Filled("staff", 12), "input.staff", "\"moreThan\": 12");
        Holds(Filled("since", "2019-12-01"), "input.since", "\"lessThan\": \"2020-01-01\"");
        Fails(Filled("since", "2020-01-01"), "input.since", "\"lessThan\": \"2020-01-01\"");
        Holds(Filled("since", "2020-01-01"), "input.since", "\"is\": \"2020-01-01\"");
        Holds(Filled("news", true), "input.news", "\"is\": true");
        Holds(Filled("use", "work"), "input.use", "\"in\": [ \"work\", \"home\" ]");
        // A box left unticked.
        Holds(Filled("use", "work"), "input.news", "\"is\": false");
    }

    [Theory]
    [InlineData("""{ "all": [ %yes, %yes ] }""", true)]
    [InlineData("""{ "all": [ %yes, %no ] }""", false)]
    [InlineData("""{ "any": [ %no, %yes ] }""", true)]
    [InlineData("""{ "any": [ %no, %no ] }""", false)]
    [InlineData("""{ "not": %no }""", true)]
    [InlineData("""{ "not": { "all": [ %yes, { "any": [ %no, { "not": %no } ] } ] } }""", false)]
    public void All_any_and_not(string condition, bool holds)
    {
        var written = condition
            .Replace("%yes", """{ "fact": "order.lines", "is": 1 }""", StringComparison.Ordinal)
            .Replace("%no", """{ "fact": "order.lines", "is": 2 }""", StringComparison.Ordinal);

        Assert.Equal(holds, Asked(written) == "asked");
    }

    private static void Ordered(string fact, string same, string less, string more, Func<Start, Start>? with = null)
    {
        Equal(fact, same, more, with);
        Holds(fact, $"\"atLeast\": {same}", with);
        Fails(fact, $"\"atLeast\": {more}", with);
        Holds(fact, $"\"atMost\": {same}", with);
        Fails(fact, $"\"atMost\": {less}", with);
        Holds(fact, $"\"moreThan\": {less}", with);
        Fails(fact, $"\"moreThan\": {same}", with);
        Holds(fact, $"\"lessThan\": {more}", with);
        Fails(fact, $"\"lessThan\": {same}", with);
    }

    private static void Equal(string fact, string same, string other, Func<Start, Start>? with = null)
    {
        Holds(fact, $"\"is\": {same}", with);
        Fails(fact, $"\"is\": {other}", with);
        Holds(fact, $"\"isNot\": {other}", with);
        Fails(fact, $"\"isNot\": {same}", with);
        Holds(fact, $"\"in\": [ {other}, {same} ]", with);
        Fails(fact, $"\"in\": [ {other} ]", with);
        Holds(fact, $"\"notIn\": [ {other} ]", with);
        Fails(fact, $"\"notIn\": [ {other}, {same} ]", with);
        Holds(fact, "\"exists\": true", with);
        Fails(fact, "\"exists\": false", with);
    }

    private static void Holds(string fact, string test, Func<Start, Start>? with = null) =>
        Assert.Equal("asked", Asked(Leaf(fact, test), with));

    private static void Fails(string fact, string test, Func<Start, Start>? with = null) =>
        Assert.Equal("end", Asked(Leaf(fact, test), with));

    private static void Holds((string, object) input, string fact, string test) =>
        Assert.Equal("asked", Asked(Leaf(fact, test), input: input));

    private static void Fails((string, object) input, string fact, string test) =>
        Assert.Equal("end", Asked(Leaf(fact, test), input: input));

    private static (string, object) Filled(string name, object value) => (name, value);

    private static string Leaf(string fact, string test) => $$"""{ "fact": "{{fact}}", {{test}} }""";

    /// <summary>Where the walk comes to when a last step has this condition.</summary>
    private static string Asked(string when, Func<Start, Start>? with = null, (string, object)? input = null)
    {
        var shopper = Shop.Selling(
                Products,
                $$"""
                {{Steps}}, { "id": "asked", "kind": "crossSell", "title": "Asked", "when": {{when}},
                  "offers": [ { "id": "box", "add": { "product": "box" } } ] }
                """,
                More
            )
            .Visit(with: with)
            .Accept("cards 250 paper=silk")
            .Decline();
        return input is { } filled ? shopper.Submit(filled).At : shopper.Decline().At;
    }
}
