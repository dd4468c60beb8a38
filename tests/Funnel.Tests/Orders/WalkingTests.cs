namespace Funnel.Tests.Orders;

/// <summary>Where a walk goes, and what it passes by.</summary>
public sealed class WalkingTests
{
    private const string Products = """
        "cards": { "name": "Cards", "price": { "byQuantity": { "100": "10.00", "250": "20.00" } } },
        "pens": { "name": "Pens", "price": { "byQuantity": { "10": "7.50", "25": "16.25" } } },
        "pad": { "name": "Pad", "price": "5" },
        "mug": { "name": "Mug", "price": "9" }
        """;

    private const string Cards = """
        { "id": "cards", "kind": "choose", "title": "Cards", "offers": [ { "id": "cards", "add": { "product": "cards", "quantity": "choose" } } ] }
        """;

    private const string Pens = """
        { "id": "pens", "kind": "crossSell", "title": "Pens", "offersWhen": { "fact": "offer.share", "atMost": 100 },
          "offers": [ { "id": "pens-25", "add": { "product": "pens", "quantity": 25 } } ],
          "onAccept": "pad", "onDecline": "pens-small", "onPass": "pens-small" },
        { "id": "pens-small", "kind": "crossSell", "title": "Fewer pens", "offers": [ { "id": "pens-10", "add": { "product": "pens", "quantity": 10 } } ] },
        { "id": "pad", "kind": "crossSell", "title": "Pad", "offers": [ { "id": "pad", "add": { "product": "pad" } } ] }
        """;

    private static readonly Shop WithPens = Shop.Selling(Products, $"{Cards}, {Pens}");

    [Fact]
    public void Declined_offer_leads_to_the_downsell()
    {
        var shopper = WithPens.Visit().Accept("cards 250");

        Assert.Equal("pens", shopper.At);
        Assert.Equal("pens-small", shopper.Decline().At);
        Assert.Equal("pad", shopper.Accept("pens-10").At);
    }

    [Fact]
    public void Accepted_offer_goes_round_the_downsell() =>
        Assert.Equal("pad", WithPens.Visit().Accept("cards 250").Accept("pens-25").At);

    [Fact]
    public void Step_without_an_available_offer_is_passed_by_over_its_own_edge()
    {
        // 16.25 would be 162.5 % of 10.00.
        var shopper = WithPens.Visit().Accept("cards 100");

        Assert.Equal("pens-small", shopper.At);
        Assert.Equal("cards", shopper.Path);
        Assert.Equal("step-not-reached", shopper.AnswerRefused("pens", Shopper.Accepting("pens-25")));
    }

    [Fact]
    public void Step_whose_condition_is_false_is_passed_by_and_counts_as_nothing()
    {
        var shop = Shop.Selling(
            Products,
            $$"""
            {{Cards}},
            { "id": "pad", "kind": "crossSell", "title": "Pad", "when": { "fact": "line.cards.quantity", "atLeast": 250 },
              "offers": [ { "id": "pad", "add": { "product": "pad" } } ] },
            { "id": "mug", "kind": "crossSell", "title": "Mug", "when": { "fact": "order.declined", "is": 0 },
              "offers": [ { "id": "mug", "add": { "product": "mug" } } ] }
            """
        );

        Assert.Equal("mug", shop.Visit().Accept("cards 100").At);
        Assert.Equal("pad", shop.Visit().Accept("cards 250").At);
        Assert.Equal("end", shop.Visit().Accept("cards 250").Decline().At);
    }

    [Fact]
    public void An_edge_without_a_name_of_its_own_is_next_and_next_is_the_following_step()
    {
        var shop = Shop.Selling(
            Products,
            """
            { "id": "a", "kind": "crossSell", "title": "A", "offers": [ { "id": "pad", "add": { "product": "pad" } } ], "next": "c", "onDecline": "b" },
            { "id": "b", "kind": "crossSell", "title": "B", "offers": [ { "id": "pad", "add": { "product": "pad" } } ] },
            { "id": "c", "kind": "crossSell", "title": "C", "offers": [ { "id": "pad", "add": { "product": "pad" } } ] }
            """
        );

        Assert.Equal("c", shop.Visit().Accept("pad").At);
        Assert.Equal("b", shop.Visit().Decline().At);
        Assert.Equal("c", shop.Visit().Decline().Decline().At);
        Assert.Equal("end", shop.Visit().Decline().Decline().Decline().At);
    }

    [Theory]
    [InlineData("cards 250", "mug")]
    [InlineData("cards 100", "pad")]
    public void A_branch_takes_the_first_case_that_holds_after_the_answer(string accepted, string at)
    {
        var shop = Shop.Selling(
            Products,
            """
            { "id": "cards", "kind": "choose", "title": "Cards", "offers": [ { "id": "cards", "add": { "product": "cards", "quantity": "choose" } } ],
              "next": [ { "when": { "fact": "order.subtotal", "atLeast": "20" }, "to": "mug" },
                        { "when": { "fact": "order.subtotal", "atLeast": "10" }, "to": "pad" }, { "to": "end" } ] },
            { "id": "pad", "kind": "crossSell", "title": "Pad", "offers": [ { "id": "pad", "add": { "product": "pad" } } ] },
            { "id": "mug", "kind": "crossSell", "title": "Mug", "offers": [ { "id": "mug", "add": { "product": "mug" } } ] }
            """
        );

        Assert.Equal(at, shop.Visit().Accept(accepted).At);
    }

    [Fact]
    public void A_branch_can_pass_by_to_the_end()
    {
        var shop = Shop.Selling(
            Products,
            """
            { "id": "pad", "kind": "crossSell", "title": "Pad", "when": { "fact": "context.country", "is": "NL" },
              "offers": [ { "id": "pad", "add": { "product": "pad" } } ],
              "onPass": [ { "when": { "fact": "context.country", "is": "DE" }, "to": "mug" }, { "to": "end" } ] },
            { "id": "mug", "kind": "crossSell", "title": "Mug", "offers": [ { "id": "mug", "add": { "product": "mug" } } ] }
            """
        );

        Assert.Equal("pad", shop.Visit(with: start => start with { Country = "NL" }).At);
        Assert.Equal("mug", shop.Visit(with: start => start with { Country = "DE" }).At);
        Assert.Equal("end", shop.Visit().At);
    }

    [Fact]
    public void A_step_is_judged_on_arrival_and_its_offers_again_when_they_are_answered()
    {
        var shop = Shop.Selling(
            Products,
            $$"""
            {{Cards}},
            { "id": "mug", "kind": "crossSell", "title": "Mug", "when": { "fact": "date", "atMost": "2026-12-31" }, "offers": [
              { "id": "mug", "add": { "product": "mug" } },
              { "id": "pad", "add": { "product": "pad" }, "when": { "fact": "date", "atMost": "2026-12-31" } } ] }
            """
        );
        var shopper = shop.Visit("2026-12-31T23:59:00Z").Accept("cards 100");

        shopper.On("2027-01-01T00:01:00Z");
        Assert.Equal("mug +9.00", shopper.Offers);
        Assert.Equal("offer-unavailable /accept/0", shopper.AcceptRefused("pad"));
        Assert.Equal("end", shopper.Accept("mug").At);
    }

    [Fact]
    public void A_step_that_must_be_answered_can_be_declined_once_nothing_is_left_to_accept()
    {
        var shop = Shop.Selling(
            Products,
            """
            { "id": "mug", "kind": "choose", "title": "Mug", "offers": [
              { "id": "mug", "add": { "product": "mug" }, "when": { "fact": "date", "atMost": "2026-12-31" } } ] }
            """
        );
        var shopper = shop.Visit("2026-12-31T23:59:00Z");

        Assert.Equal("decline-not-possible", shopper.DeclineRefused());
        Assert.Equal("end", shopper.On("2027-01-01T00:01:00Z").Decline().At);
    }

    [Fact]
    public void An_offer_of_a_step_is_not_available_before_another_of_it_made_it_possible()
    {
        var shop = Shop.Selling(
            Products,
            """
            { "id": "first", "kind": "crossSell", "title": "First", "offers": [ { "id": "cards", "add": { "product": "cards" } } ] },
            { "id": "what", "kind": "crossSell", "title": "What", "offers": [
              { "id": "cards", "add": { "product": "cards" } }, { "id": "pens", "add": { "product": "pens", "for": "cards" } } ] },
            { "id": "again", "kind": "crossSell", "title": "Again", "offers": [ { "id": "pens", "add": { "product": "pens", "for": "cards" } } ] }
            """
        );
        var shopper = shop.Visit().Decline();

        Assert.Equal("cards +10.00", shopper.Offers);
        Assert.Equal("offer-unavailable /accept/1", shopper.AcceptRefused("cards", "pens"));
        Assert.Equal("again", shopper.Accept("cards").At);
    }

    [Fact]
    public void No_step_of_a_walk_is_counted_that_cannot_come()
    {
        var states = WithPens.Machine.States.ToDictionary(state => state.Id, state => state.AtMostAhead);

        Assert.Equal((4, 3, 2, 1), (states["cards"], states["pens"], states["pens-small"], states["pad"]));
    }
}
