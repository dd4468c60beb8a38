namespace Funnel.Tests.Pricing;

public sealed class ShippingTests
{
    private static readonly Shop Shop = Shop.Selling(
        """
        "check": { "name": "Check", "price": "10", "shipped": false },
        "box": { "name": "Box", "price": "48" },
        "pen": { "name": "Pen", "price": "2" }
        """,
        """
        { "id": "first", "kind": "crossSell", "title": "First", "offers": [ { "id": "check", "add": { "product": "check" } } ] },
        { "id": "box", "kind": "crossSell", "title": "Box", "offers": [ { "id": "box", "add": { "product": "box" } } ] },
        { "id": "ship", "kind": "upsell", "title": "Faster?", "offers": [
          { "id": "express", "title": "Express", "ship": "express" }, { "id": "standard", "title": "Post", "ship": "standard" } ] },
        { "id": "pen", "kind": "crossSell", "title": "Pen", "offers": [
          { "id": "pen", "add": { "product": "pen" } },
          { "id": "off", "title": "Off", "discount": { "amountOff": "1", "on": "order" } } ] }
        """,
        """
        "shipping": { "default": "standard", "methods": {
          "standard": { "name": "Post", "price": "4.95", "freeFrom": "50.00" }, "express": { "name": "Express", "price": "9.95" } } }
        """
    );

    [Fact]
    public void It_is_due_once_something_is_shipped()
    {
        var shopper = Shop.Visit().Accept("check");
        Assert.Equal("0.00", shopper.Shipping);

        // 48.00 and 4.95, but together with the check 58.00.
        Assert.Equal("box +48.00", shopper.Offers);
        Assert.Equal("box +52.95", Shop.Visit().Decline().Offers);
    }

    [Fact]
    public void It_is_free_from_the_subtotal_on_that_the_method_says()
    {
        var shopper = Shop.Visit().Decline().Accept("box").Decline();

        // 48.00 + 2.00 is 50.00 exactly: the pen makes the order cheaper by 2.95.
        Assert.Equal("pen -2.95, off -1.00", shopper.Offers);
        shopper.Accept("pen");
        Assert.Equal(("50.00", "0.00", "50.00"), (shopper.Subtotal, shopper.Shipping, shopper.Total));
    }

    [Fact]
    public void A_discount_can_bring_it_back()
    {
        var shopper = Shop.Visit().Decline().Accept("box").Decline().Accept("pen", "off");

        Assert.Equal(("49.00", "4.95", "53.95"), (shopper.Subtotal, shopper.Shipping, shopper.Total));
    }

    [Fact]
    public void An_offer_chooses_the_method_and_is_not_available_where_it_is_that_already()
    {
        var shopper = Shop.Visit().Decline().Accept("box");

        Assert.Equal("express +5.00", shopper.Offers);
        shopper.Accept("express").Decline();
        // No freeFrom here.
        Assert.Equal(("9.95", "57.95"), (shopper.Shipping, shopper.Total));
    }

    [Fact]
    public void A_method_can_be_chosen_before_anything_is_shipped()
    {
        Assert.Equal("express +0.00", Shop.Visit().Accept("check").Decline().Offers);
    }
}
