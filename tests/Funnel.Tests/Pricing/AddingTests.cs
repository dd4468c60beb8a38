namespace Funnel.Tests.Pricing;

public sealed class AddingTests
{
    private const string Products = """
        "pens": { "name": "Pens", "price": { "byQuantity": { "10": "7.50", "25": "16.25" } } },
        "case": { "name": "Case", "quantities": { "min": 2, "max": 8, "step": 3 }, "price": "1" },
        "shirt": { "name": "Shirt", "price": "20", "options": { "size": { "name": "Size", "default": "m", "choices": {
          "s": { "name": "S" }, "m": { "name": "M" }, "xl": { "name": "XL", "price": "2" } } } } }
        """;

    [Fact]
    public void What_is_left_out_is_the_least_quantity_and_the_default_choices()
    {
        var shopper = Choosing(
                """
                { "id": "pens", "add": { "product": "pens" } },
                { "id": "case", "add": { "product": "case" } },
                { "id": "shirt", "add": { "product": "shirt" } }
                """
            )
            .Accept("pens", "case", "shirt");

        Assert.Equal(["10 pens 7.50 = 7.50", "2 case 2.00 = 2.00", "1 shirt 20.00 = 20.00"], shopper.Lines);
    }

    [Fact]
    public void A_name_that_is_taken_gets_a_number()
    {
        var shopper = Choosing(
            """
            { "id": "a", "add": { "product": "pens" } },
            { "id": "b", "add": { "product": "pens", "quantity": 25 } },
            { "id": "c", "add": { "product": "shirt", "as": "pens" } },
            { "id": "d", "title": "D", "add": [ { "product": "case", "as": "pens-2" }, { "product": "case", "as": "pens" } ] }
            """
        );

        Assert.Equal(["pens", "pens-2", "pens-3", "pens-2-2", "pens-4"], Names(shopper.Accept("a", "b", "c", "d")));
        Assert.Equal(["pens-2", "pens"], Names(shopper.Change("what", "d")));
        Assert.Equal(["pens", "pens-2", "pens-3"], Names(shopper.Change("what", "c", "d")));
    }

    [Fact]
    public void Several_lines_come_with_one_offer_and_one_can_be_for_the_other()
    {
        var shopper = Choosing(
                """{ "id": "set", "title": "Set", "add": [ { "product": "shirt", "as": "top" }, { "product": "pens", "for": "top" } ] }"""
            )
            .Accept("set");

        Assert.Equal(["top", "pens"], Names(shopper));
    }

    [Fact]
    public void Without_its_parent_a_line_cannot_be_added()
    {
        var shop = Shop.Selling(
            Products,
            """
            { "id": "what", "kind": "choose", "title": "What?", "offers": [
              { "id": "shirt", "add": { "product": "shirt" } }, { "id": "pens", "add": { "product": "pens" } } ] },
            { "id": "more", "kind": "crossSell", "title": "More?", "offers": [
              { "id": "case", "add": { "product": "case", "for": "pens" } },
              { "id": "shirt", "add": { "product": "shirt" } } ] }
            """
        );

        Assert.Equal("case +2.00, shirt +20.00", shop.Visit().Accept("pens").Offers);
        var without = shop.Visit().Accept("shirt");
        Assert.Equal("shirt +20.00", without.Offers);
        Assert.Equal("offer-unavailable /accept/1", without.AcceptRefused("shirt", "case"));
    }

    private static IEnumerable<string> Names(Shopper shopper) => shopper.Walk.Basket.Lines.Select(line => line.Name);

    private static Shopper Choosing(string offers) =>
        Shop.Selling(
                Products,
                $$"""{ "id": "what", "kind": "crossSell", "title": "What?", "offers": [ {{offers}} ] }"""
            )
            .Visit();
}
