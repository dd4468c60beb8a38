namespace Funnel.Tests.Pricing;

/// <summary>A product whose price is a percentage: of the order, or of one line.</summary>
public sealed class PercentOfOrderTests
{
    private static readonly Shop Shop = Shop.Selling(
        """
        "phone": { "name": "Phone", "price": { "flat": "449" } },
        "case": { "name": "Case", "price": { "flat": "24.95" } },
        "cover": { "name": "Cover", "quantities": [1], "price": { "percent": 8, "of": "line:phone", "atLeast": "29", "atMost": "59" } },
        "care": { "name": "Care", "quantities": [1], "price": { "percent": 10, "of": "order" } }
        """,
        """
        { "id": "what", "kind": "choose", "title": "What?", "offers": [
          { "id": "phone", "add": { "product": "phone" } },
          { "id": "case", "add": { "product": "case" } } ] },
        { "id": "case", "kind": "crossSell", "title": "Case?", "offers": [ { "id": "case", "add": { "product": "case" } } ] },
        { "id": "cover", "kind": "crossSell", "title": "Cover?", "offers": [
          { "id": "cover", "add": { "product": "cover" } },
          { "id": "care", "add": { "product": "care" } },
          { "id": "second-case", "add": { "product": "case" } } ] },
        { "id": "off", "kind": "upsell", "title": "Off?", "offers": [
          { "id": "off", "title": "Half price", "discount": { "percentOff": 50, "on": "line:phone" } } ] },
        { "id": "late", "kind": "crossSell", "title": "Cover after all?", "offers": [ { "id": "cover", "add": { "product": "cover" } } ] }
        """
    );

    [Fact]
    public void It_is_taken_of_that_line_or_of_the_other_lines()
    {
        var shopper = Shop.Visit().Accept("phone").Accept("case");

        // 8 % of 449.00; 10 % of 473.95, 47.395.
        Assert.Equal("cover +35.92, care +47.40, second-case +24.95", shopper.Offers);
    }

    [Fact]
    public void It_is_taken_at_that_moment_after_the_offers_before_it_in_the_file()
    {
        var shopper = Shop.Visit().Accept("phone").Decline().Accept("second-case", "care", "cover");

        // Care is of 449.00 and the cover of 35.92, and not of the second case, which comes after.
        Assert.Equal("1 care 48.49 = 48.49", shopper.Line("care"));
    }

    [Fact]
    public void What_comes_later_does_not_move_it()
    {
        var shopper = Shop.Visit().Accept("phone").Decline().Accept("cover").Accept("off");

        Assert.Equal(["1 phone 449.00 -224.50 = 224.50", "1 cover 35.92 = 35.92"], shopper.Lines);
    }

    [Fact]
    public void It_is_not_of_its_own_line_when_that_is_swapped_or_set()
    {
        var shopper = Shop.Selling(
                """
                "phone": { "name": "Phone", "price": { "flat": "400" } },
                "basic": { "name": "Basic care", "quantities": [1], "price": "100" },
                "care": { "name": "Care", "quantities": [1], "price": { "percent": 10, "of": "order" }, "options": {
                  "term": { "name": "Term", "default": "one", "choices": {
                    "one": { "name": "One year" }, "two": { "name": "Two years", "price": { "percent": 50, "of": "line" } } } } } }
                """,
                """
                { "id": "phone", "kind": "choose", "title": "Phone", "offers": [
                  { "id": "phone", "title": "Phone", "add": [ { "product": "phone" }, { "product": "basic", "as": "care" } ] } ] },
                { "id": "care", "kind": "upsell", "title": "Care", "offers": [ { "id": "care", "swap": { "line": "care", "product": "care" } } ] },
                { "id": "term", "kind": "upsell", "title": "Term", "offers": [
                  { "id": "two", "set": { "line": "care", "options": { "term": "two" } } } ] }
                """
            )
            .Visit()
            .Accept("phone");

        // 10 % of the phone's 400.00 in place of 100.00, and half of that on top.
        Assert.Equal("care -60.00", shopper.Offers);
        Assert.Equal("two +20.00", shopper.Accept("care").Offers);
        Assert.Equal("1 care term=two 60.00 = 60.00", shopper.Accept("two").Line("care"));
    }

    [Fact]
    public void It_is_of_what_the_line_costs_then_and_held_between_its_bounds()
    {
        var shopper = Shop.Visit().Accept("phone").DeclineTo("off").Accept("off");

        // 8 % of 224.50 is 17.96.
        Assert.Equal("cover +29.00", shopper.Offers);
    }

    [Fact]
    public void Without_that_line_it_cannot_be_added()
    {
        var shopper = Shop.Visit().Accept("case").Decline();

        Assert.Equal("care +2.50, second-case +24.95", shopper.Offers);
        Assert.Equal("offer-unavailable /accept/0", shopper.AcceptRefused("cover"));
    }
}
