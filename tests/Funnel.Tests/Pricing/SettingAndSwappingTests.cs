namespace Funnel.Tests.Pricing;

public sealed class SettingAndSwappingTests
{
    private const string Products = """
        "cards": { "name": "Cards", "price": { "byQuantity": { "100": "12.95", "250": "22.95" } }, "options": {
          "paper": { "name": "Paper", "default": "matt", "choices": {
            "matt": { "name": "Matt" }, "silk": { "name": "Silk", "price": { "byQuantity": { "100": "2.50", "250": "3.95" } } } } },
          "finish": { "name": "Finish", "default": "none", "choices": {
            "none": { "name": "None" }, "rounded": { "name": "Rounded", "price": { "flat": "1.95" } },
            "spot-uv": { "name": "Spot UV", "price": { "flat": "4.95" }, "requires": { "paper": [ "silk" ] } } } } } },
        "luxury": { "name": "Luxury cards", "price": { "byQuantity": { "250": "49.00", "500": "80.00" } }, "options": {
          "finish": { "name": "Finish", "default": "gold", "choices": {
            "gold": { "name": "Gold" }, "rounded": { "name": "Rounded", "price": { "flat": "3.00" } } } },
          "edge": { "name": "Edge", "default": "white", "choices": {
            "white": { "name": "White" }, "blue": { "name": "Blue", "price": { "flat": "5.00" } } } } } },
        "plain": { "name": "Plain cards", "quantities": { "min": 50, "max": 1000, "step": 50 }, "price": "0.01" }
        """;

    private const string Cards = """
        { "id": "cards", "kind": "choose", "title": "Cards", "offers": [
          { "id": "cards", "add": { "product": "cards", "quantity": "choose", "options": { "paper": "choose", "finish": "choose" } },
            "discount": { "amountOff": "12.95", "on": "added", "label": "First 100 free" } } ] }
        """;

    [Fact]
    public void A_set_prices_the_list_anew_and_leaves_the_adjustments()
    {
        var shopper = Then(
                """{ "id": "more", "title": "More", "set": { "line": "cards", "quantity": 250, "options": { "paper": "silk" } } }"""
            )
            .Accept("cards 100 finish=rounded");

        // 22.95 + 3.95 + 1.95 in place of 12.95 + 1.95.
        Assert.Equal("more +13.95", shopper.Offers);
        Assert.Equal(["250 cards paper=silk finish=rounded 28.85 -12.95 = 15.90"], shopper.Accept("more").Lines);
    }

    [Fact]
    public void A_set_can_make_it_cheaper()
    {
        var shopper = Then("""{ "id": "fewer", "title": "Fewer", "set": { "line": "cards", "quantity": 100 } }""")
            .Accept("cards 250 finish=rounded");

        Assert.Equal("fewer -10.00", shopper.Offers);
    }

    [Fact]
    public void A_net_that_would_fall_below_zero_is_lifted_to_zero()
    {
        var shopper = Then("""{ "id": "plain", "swap": { "line": "cards", "product": "plain" } }""")
            .Accept("cards 250");

        // 250 × 0.01 = 2.50, of which 12.95 would be off.
        Assert.Equal("plain -10.00", shopper.Offers);
        shopper.Accept("plain");
        Assert.Equal(["250 plain 2.50 -12.95 +10.45 = 0.00"], shopper.Lines);
        Assert.Equal(["First 100 free, cards/cards", "Plain cards, then/plain"], shopper.Adjustments("cards"));
    }

    [Fact]
    public void Nothing_is_lifted_where_the_net_is_zero()
    {
        var shopper = Then("""{ "id": "fewer", "title": "Fewer", "set": { "line": "cards", "quantity": 100 } }""")
            .Accept("cards 250")
            .Accept("fewer");

        Assert.Equal(["100 cards 12.95 -12.95 = 0.00"], shopper.Lines);
    }

    [Fact]
    public void A_swap_keeps_the_quantity_and_the_choices_that_the_new_product_has()
    {
        var shopper = Then("""{ "id": "luxury", "swap": { "line": "cards", "product": "luxury" } }""")
            .Accept("cards 250 paper=silk finish=rounded");

        shopper.Accept("luxury");
        Assert.Equal(["250 luxury finish=rounded 52.00 -12.95 = 39.05"], shopper.Lines);
        Assert.Equal("cards", shopper.Walk.Basket.Lines.Single().Name);
    }

    [Fact]
    public void An_option_or_choice_that_the_new_product_lacks_becomes_its_default()
    {
        var shopper = Then("""{ "id": "luxury", "swap": { "line": "cards", "product": "luxury" } }""")
            .Accept("cards 250 paper=silk finish=spot-uv");

        shopper.Accept("luxury");
        Assert.Equal(
            ["finish=gold", "edge=white"],
            shopper.Walk.Basket.Lines.Single().Options.Select(option => $"{option.Option.Id}={option.Choice.Id}")
        );
    }

    [Theory]
    [InlineData(
        """{ "id": "no", "swap": { "line": "cards", "product": "luxury" } }""",
        "cards 100",
        "its quantity is not sold"
    )]
    [InlineData(
        """{ "id": "no", "title": "No", "set": { "line": "cards", "options": { "finish": "spot-uv" } } }""",
        "cards 100",
        "requires silk"
    )]
    [InlineData(
        """{ "id": "no", "title": "No", "set": { "line": "cards", "options": { "paper": "matt" } } }""",
        "cards paper=silk finish=spot-uv",
        "breaks a requires"
    )]
    [InlineData(
        """{ "id": "no", "title": "No", "set": { "line": "cards", "options": { "paper": "silk" } } }""",
        "cards paper=silk",
        "changes nothing"
    )]
    [InlineData(
        """{ "id": "no", "title": "No", "set": { "line": "cards", "quantity": 250 } }""",
        "cards 250",
        "changes nothing"
    )]
    public void What_cannot_be_is_not_available(string offer, string accepted, string because)
    {
        var shopper = Then(offer).Accept(accepted);

        Assert.Equal("end", shopper.At);
        Assert.NotEmpty(because);
    }

    [Fact]
    public void One_offer_can_set_two_lines_and_is_available_where_one_of_them_changes()
    {
        var shopper = Shop.Selling(
                Products,
                """
                { "id": "cards", "kind": "choose", "title": "Cards", "offers": [
                  { "id": "two", "title": "Two", "add": [
                    { "product": "cards", "as": "mine" }, { "product": "cards", "as": "yours", "options": { "paper": "silk" } } ] } ] },
                { "id": "paper", "kind": "upsell", "title": "Paper", "offers": [
                  { "id": "silk", "set": [ { "line": "mine", "options": { "paper": "silk" } }, { "line": "yours", "options": { "paper": "silk" } } ] } ] }
                """
            )
            .Visit()
            .Accept("two");

        Assert.Equal("silk +2.50", shopper.Offers);
    }

    [Fact]
    public void A_set_that_asks_is_available_while_some_choice_changes_something()
    {
        var shopper = Then(
                """{ "id": "paper", "title": "Paper", "set": { "line": "cards", "options": { "paper": "choose" } } }"""
            )
            .Accept("cards 250");

        // Its default is what the line has, which moves nothing.
        Assert.Equal("paper +0.00", shopper.Offers);
        var option = Assert.Single(shopper.Quoted("paper").Options);
        Assert.Equal("matt", option.Default.Id);
        Assert.Equal(
            ["matt +0.00", "silk +3.95"],
            option.Choices.Select(choice => $"{choice.Choice.Id} {shopper.Delta(choice.Delta)}")
        );
        Assert.Equal("changes-nothing /accept/0", shopper.AcceptRefused("paper"));
        Assert.Equal("changes-nothing /accept/0", shopper.AcceptRefused("paper paper=matt"));
        Assert.Equal("choice-not-sold /accept/0/options", shopper.AcceptRefused("paper paper=velvet"));
        Assert.Equal("13.95", shopper.Accept("paper paper=silk").Total);
    }

    [Fact]
    public void A_set_that_asks_the_quantity_offers_what_the_line_has_and_all_else_that_is_sold()
    {
        var shopper = Then("""{ "id": "more", "title": "More", "set": { "line": "cards", "quantity": "choose" } }""")
            .Accept("cards 100");

        var quantity = shopper.Quoted("more").Quantity!;
        Assert.Equal(100, quantity.Default);
        Assert.Equal(
            ["100 +0.00", "250 +10.00"],
            quantity.Values!.Select(value => $"{value.Quantity} {shopper.Delta(value.Delta)}")
        );
        Assert.Equal("quantity-not-sold /accept/0/quantity", shopper.AcceptRefused("more 500"));
        Assert.Equal(["250 cards 22.95 -12.95 = 10.00"], shopper.Accept("more 250").Lines);
    }

    [Fact]
    public void A_set_that_asks_is_passed_by_where_no_choice_would_change_anything()
    {
        // Spot UV holds on to silk.
        var shopper = Then(
                """{ "id": "paper", "title": "Paper", "set": { "line": "cards", "options": { "paper": "choose" } } }"""
            )
            .Accept("cards paper=silk finish=spot-uv");

        Assert.Equal("end", shopper.At);
    }

    [Fact]
    public void A_set_after_a_swap_chooses_of_the_product_that_was_swapped_in()
    {
        var shopper = Then(
                """
                { "id": "luxury", "title": "Luxury", "swap": { "line": "cards", "product": "luxury" },
                  "set": { "line": "cards", "quantity": "choose", "options": { "finish": "choose", "edge": "choose" } } }
                """
            )
            .Accept("cards 250 finish=rounded");

        var quote = shopper.Quoted("luxury");
        Assert.Equal([250, 500], quote.Quantity!.Values!.Select(value => value.Quantity));
        Assert.Equal(
            ["rounded of gold rounded", "white of white blue"],
            quote.Options.Select(option =>
                $"{option.Default.Id} of {string.Join(' ', option.Choices.Select(choice => choice.Choice.Id))}"
            )
        );
        Assert.Equal(
            ["500 luxury edge=blue 85.00 -12.95 = 72.05"],
            shopper.Accept("luxury 500 finish=gold edge=blue").Lines
        );
    }

    [Fact]
    public void A_quantity_between_the_steps_of_a_range_is_not_sold()
    {
        var shop = Shop.Selling(
            """ "case": { "name": "Case", "quantities": { "min": 2, "max": 8, "step": 3 }, "price": "1" } """,
            """
            { "id": "case", "kind": "choose", "title": "Case", "offers": [ { "id": "case", "add": { "product": "case", "quantity": "choose" } } ] },
            { "id": "more", "kind": "upsell", "title": "More", "offers": [ { "id": "more", "title": "More", "set": { "line": "case", "quantity": "choose" } } ] }
            """
        );

        var sold = shop.Visit().Quoted("case").Quantity!.Sold;
        Assert.Equal((2, 8, 3), (sold.Least, sold.Most, sold.Step));
        Assert.Equal("quantity-not-sold /accept/0/quantity", shop.Visit().AcceptRefused("case 7"));
        Assert.Equal("more +0.00", shop.Visit().Accept("case 2").Offers);
    }

    private static Shopper Then(string offer) =>
        Shop.Selling(
                Products,
                $$"""{{Cards}}, { "id": "then", "kind": "upsell", "title": "Then", "offers": [ {{offer}} ] }"""
            )
            .Visit();
}
