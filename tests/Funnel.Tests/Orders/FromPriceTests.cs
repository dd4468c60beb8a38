using Funnel.Orders;

namespace Funnel.Tests.Orders;

/// <summary>The least that an order comes to, for a list of shops.</summary>
public sealed class FromPriceTests
{
    private const string Products = """
        "cards": { "name": "Cards", "price": { "byQuantity": { "100": "12.95", "250": "5.95" } } },
        "pens": { "name": "Pens", "price": "7" }
        """;

    private const string Cards = """
        { "id": "cards", "kind": "choose", "title": "Cards", "offers": [
          { "id": "cards", "add": { "product": "cards", "quantity": "choose" } }, { "id": "pens", "add": { "product": "pens" } } ] }
        """;

    [Fact]
    public void It_is_that_of_the_cheapest_main_product_in_its_cheapest_quantity_with_post_and_tax()
    {
        const string OnTop = """
            "shipping": { "default": "post", "methods": { "post": { "name": "Post", "price": "4" } } },
            "tax": { "included": false, "default": "all", "rates": { "all": { "*": 10 } } }
            """;

        // 5.95 and 4.00, and a tenth of each: 0.60 and 0.40.
        Assert.Equal("10.95", Of(Cards, OnTop));
    }

    [Fact]
    public void Without_a_main_product_on_offer_there_is_none()
    {
        Assert.Null(
            Of(
                """{ "id": "pens", "kind": "crossSell", "title": "Pens", "offers": [ { "id": "pens", "add": { "product": "pens" } } ] }"""
            )
        );
        Assert.Null(
            Of(
                """
                { "id": "pens", "kind": "choose", "title": "Pens", "offers": [
                  { "id": "pens", "add": { "product": "pens" }, "when": { "fact": "context.country", "is": "NL" } } ] }
                """
            )
        );
    }

    [Fact]
    public void Where_a_walk_begins_with_something_else_it_is_that_of_any_main_product() =>
        Assert.Equal(
            "5.95",
            Of(
                $$"""
                { "id": "form", "kind": "form", "title": "Form", "fields": [ { "id": "who", "type": "text", "label": "Who" } ] },
                { "id": "pens", "kind": "choose", "title": "Pens", "offers": [ { "id": "pens", "add": { "product": "pens" } } ] }, {{Cards}}
                """
            )
        );

    [Fact]
    public void At_a_form_and_at_the_end_nothing_is_offered()
    {
        var shopper = Shop.Selling(
                Products,
                """{ "id": "form", "kind": "form", "title": "Form", "fields": [ { "id": "who", "type": "text", "label": "Who" } ] }"""
            )
            .Visit();

        Assert.Throws<InvalidOperationException>(() => Quote.Of(shopper.Walk, shopper.Now));
        Assert.Throws<InvalidOperationException>(() => Quote.Of(shopper.Decline().Walk, shopper.Now));
    }

    private static string? Of(string steps, string more = "")
    {
        var machine = Shop.Selling(Products, steps, more).Machine;
        return Quote.FromPrice(machine, Moment.Of("2026-06-15T12:00:00Z"))?.ToText(machine.Definition.Currency);
    }
}
