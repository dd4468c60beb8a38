using Funnel.Definitions;
using Funnel.Orders;

namespace Funnel.Tests.Orders;

/// <summary>What an offer leaves to the shopper, and what it fixes.</summary>
public sealed class ChoosingTests
{
    private static readonly Shop Shop = Shop.Selling(
        """
        "shirt": { "name": "Shirt", "price": { "byQuantity": { "1": "20.00", "5": "90.00" } }, "options": {
          "size": { "name": "Size", "default": "m", "choices": { "s": { "name": "S" }, "m": { "name": "M" }, "xl": { "name": "XL", "price": { "flat": "2" } } } },
          "ink": { "name": "Ink", "default": "none", "choices": { "none": { "name": "None" },
            "gold": { "name": "Gold", "price": { "flat": "5" }, "requires": { "size": [ "m", "xl" ] } } } } } },
        "bag": { "name": "Bag", "price": "3" }
        """,
        """
        { "id": "what", "kind": "crossSell", "title": "What", "offers": [
          { "id": "shirt", "add": { "product": "shirt", "quantity": "choose", "options": { "size": "choose", "ink": "choose" } } },
          { "id": "five", "add": { "product": "shirt", "quantity": 5, "options": { "size": "xl" } } },
          { "id": "bag", "add": { "product": "bag", "quantity": "choose" } } ] }
        """
    );

    [Fact]
    public void What_is_left_out_takes_its_default()
    {
        Assert.Equal(["1 shirt 20.00 = 20.00"], Shop.Visit().Accept("shirt").Lines);
        Assert.Equal(["5 shirt size=xl 92.00 = 92.00"], Shop.Visit().Accept("shirt 5 size=xl").Lines);
        Assert.Equal(["1 shirt ink=gold 25.00 = 25.00"], Shop.Visit().Accept("shirt ink=gold").Lines);
    }

    [Fact]
    public void Each_value_is_shown_with_its_delta()
    {
        var shopper = Shop.Visit();
        var quote = shopper.Quoted("shirt");

        Assert.Equal(1, quote.Quantity!.Default);
        Assert.Equal(
            ["1 +20.00", "5 +90.00"],
            quote.Quantity.Values!.Select(value => $"{value.Quantity} {shopper.Delta(value.Delta)}")
        );
        Assert.Equal(["size m", "ink none"], quote.Options.Select(option => $"{option.Option.Id} {option.Default.Id}"));
        Assert.Equal(
            ["s +20.00", "m +20.00", "xl +22.00", "none +20.00", "gold +25.00"],
            quote
                .Options.SelectMany(option => option.Choices)
                .Select(choice => $"{choice.Choice.Id} {shopper.Delta(choice.Delta)}")
        );
    }

    [Fact]
    public void A_value_that_does_not_go_with_the_other_defaults_has_no_delta()
    {
        var shop = Shop.Selling(
            """
            "shirt": { "name": "Shirt", "price": "20", "options": {
              "size": { "name": "Size", "default": "s", "choices": { "s": { "name": "S" }, "m": { "name": "M" } } },
              "ink": { "name": "Ink", "default": "none", "choices": { "none": { "name": "None" },
                "gold": { "name": "Gold", "requires": { "size": [ "m" ] } } } } } }
            """,
            """
            { "id": "shirt", "kind": "choose", "title": "Shirt", "offers": [
              { "id": "shirt", "add": { "product": "shirt", "options": { "size": "choose", "ink": "choose" } } } ] }
            """
        );
        var shopper = shop.Visit();

        var ink = shopper.Quoted("shirt").Options[1];
        Assert.Equal(
            ["none +20.00", "gold ?"],
            ink.Choices.Select(choice => $"{choice.Choice.Id} {shopper.Delta(choice.Delta)}")
        );
        Assert.Equal("choices-conflict /accept/0/options", shopper.AcceptRefused("shirt ink=gold"));
        Assert.Equal("20.00", shopper.Accept("shirt ink=gold size=m").Total);
    }

    [Fact]
    public void Among_thousands_of_combinations_the_one_that_can_be_had_is_found()
    {
        var blocked = string.Join(
            ",",
            Enumerable
                .Range(1, 20)
                .Select(n =>
                    $$""" "glossy-{{n}}": { "name": "Glossy {{n}}", "requires": { "paper": [ "coated" ] } } """
                )
        );
        var tints = string.Join(
            ",",
            Enumerable.Range(1, 60).Select(n => $$""" "tint-{{n}}": { "name": "Tint {{n}}" } """)
        );
        var shop = Shop.Selling(
            $$"""
            "card": { "name": "Card", "price": "1", "options": {
              "paper": { "name": "Paper", "default": "plain", "choices": { "plain": { "name": "Plain" }, "coated": { "name": "Coated" } } },
              "varnish": { "name": "Varnish", "default": "none", "choices": { {{blocked}}, "none": { "name": "None" } } },
              "tint": { "name": "Tint", "default": "tint-1", "choices": { {{tints}} } } } }
            """,
            """
            { "id": "card", "kind": "choose", "title": "Card", "offers": [ { "id": "card", "add": { "product": "card" } } ] },
            { "id": "looks", "kind": "upsell", "title": "Looks", "offers": [
              { "id": "looks", "title": "Looks", "set": { "line": "card", "options": { "varnish": "choose", "tint": "choose" } } } ] }
            """
        );

        var shopper = shop.Visit().Accept("card");

        Assert.Equal("looks", shopper.At);
        Assert.Equal("tint-7", shopper.Accept("looks tint=tint-7").Walk.Basket.Lines[0].Options.Last().Choice.Id);
    }

    [Fact]
    public void Of_a_range_the_bounds_are_told_and_no_deltas()
    {
        var quantity = Shop.Visit().Quoted("bag").Quantity!;

        Assert.Null(quantity.Values);
        Assert.Equal((1, 1, 9999, 1), (quantity.Default, quantity.Sold.Least, quantity.Sold.Most, quantity.Sold.Step));
        Assert.Equal("29997.00", Shop.Visit().Accept("bag 9999").Total);
    }

    [Theory]
    [InlineData("shirt 2", "quantity-not-sold /accept/0/quantity")]
    [InlineData("shirt 0", "quantity-not-sold /accept/0/quantity")]
    [InlineData("shirt -5", "quantity-not-sold /accept/0/quantity")]
    [InlineData("bag 10000", "quantity-not-sold /accept/0/quantity")]
    [InlineData("shirt size=xxl", "choice-not-sold /accept/0/options/size")]
    [InlineData("shirt colour=red", "not-choosable /accept/0/options/colour")]
    [InlineData("shirt a/b~c=red", "not-choosable /accept/0/options/a~1b~0c")]
    [InlineData("shirt ink=gold size=s", "choices-conflict /accept/0/options")]
    [InlineData("bag size=m", "not-choosable /accept/0/options/size")]
    // What is fixed may be repeated, and not contradicted.
    [InlineData("five 1", "not-choosable /accept/0/quantity")]
    [InlineData("five size=m", "not-choosable /accept/0/options/size")]
    [InlineData("five ink=gold", "not-choosable /accept/0/options/ink")]
    public void What_is_not_sold_or_not_to_be_chosen_is_refused(string accepted, string refusal) =>
        Assert.Equal(refusal, Shop.Visit().AcceptRefused(accepted));

    [Theory]
    [InlineData("five")]
    [InlineData("five 5")]
    [InlineData("five 5 size=xl")]
    // The default of an option of which the offer says nothing is fixed as well.
    [InlineData("five ink=none")]
    public void What_is_fixed_may_be_repeated_and_is_the_same_answer(string accepted)
    {
        var shopper = Shop.Visit().Accept("five");
        var order = shopper.Order;

        Assert.Same(order, shopper.Wait(TimeSpan.FromMinutes(1)).Change("what", accepted).Order);
    }

    [Theory]
    [InlineData("shirt")]
    [InlineData("shirt 1")]
    [InlineData("shirt 1 ink=none size=m")]
    public void What_is_defaulted_may_be_written_out_and_is_the_same_answer(string accepted)
    {
        var shopper = Shop.Visit().Accept("shirt");
        var order = shopper.Order;

        Assert.Same(order, shopper.Wait(TimeSpan.FromMinutes(1)).Change("what", accepted).Order);
    }

    [Fact]
    public void Offers_in_another_order_are_the_same_answer()
    {
        var shopper = Shop.Visit().Accept("bag 2", "shirt");
        var order = shopper.Order;

        Assert.Same(order, shopper.Change("what", "shirt", "bag 2").Order);
        Assert.NotSame(order, shopper.Change("what", "shirt", "bag 3").Order);
    }

    [Fact]
    public void Refusals_point_into_the_answer_as_it_was_given()
    {
        Assert.Equal("choices-conflict /accept/1/options", Shop.Visit().AcceptRefused("bag", "shirt ink=gold size=s"));
        Assert.Equal("unknown-offer /accept/1/offer", Shop.Visit().AcceptRefused("bag", "hat"));
        Assert.Equal("offer-twice /accept/2", Shop.Visit().AcceptRefused("bag", "shirt", "bag 2"));
    }

    [Fact]
    public void Answers_that_say_the_same_are_equal()
    {
        Assert.Equal(Shopper.Accepting("a 1 x=y z=w"), Shopper.Accepting("a 1 z=w x=y"));
        Assert.NotEqual(Shopper.Accepting("a"), Shopper.Accepting("a", "b"));
        Assert.NotEqual(Shopper.Accepting("a 1"), Shopper.Accepting("a 2"));
        Assert.NotEqual<Answer>(Shopper.Accepting(), new Answer.Decline());
        Assert.Equal(Shopper.Filled(("a", 1), ("b", "x")), Shopper.Filled(("b", "x"), ("a", 1.0m)));
        Assert.NotEqual(Shopper.Filled(("a", 1)), Shopper.Filled(("a", "1")));
        Assert.Equal(new Value.List(["a"]), new Value.List(["a"]));
    }
}
