using System.Numerics;
using FsCheck.Fluent;
using Funnel.Machine;

namespace Funnel.Tests.Machine;

/// <summary>What an offer would add, and what share of the order that is.</summary>
public sealed class OfferConditionTests
{
    [Theory]
    // A box for 4.00 beside cards with a list of 16.00, whatever they cost in the end: 25 %.
    [InlineData("\"atMost\": 25", true)]
    [InlineData("\"lessThan\": 25", false)]
    [InlineData("\"atMost\": 24.9999999999", false)]
    [InlineData("\"is\": 25.000", true)]
    [InlineData("\"moreThan\": 24.9999", true)]
    public void A_share_is_exact_and_of_the_list(string test, bool offered) =>
        Assert.Equal(offered, IsOffered($$"""{ "fact": "offer.share", {{test}} }"""));

    [Theory]
    [InlineData("\"atMost\": \"4.00\"", true)]
    [InlineData("\"atMost\": \"3.99\"", false)]
    [InlineData("\"is\": \"4.00\"", true)]
    public void A_price_is_what_the_subtotal_would_move_by(string test, bool offered) =>
        Assert.Equal(offered, IsOffered($$"""{ "fact": "offer.price", {{test}} }"""));

    [Fact]
    public void A_price_has_what_accepting_it_alone_earns_of_mix_and_match_and_no_more()
    {
        var shopper = Shop.Selling(
                Products,
                """
                { "id": "what", "kind": "crossSell", "title": "What", "offersWhen": { "fact": "offer.price", "atMost": "3.60" },
                  "selectionDiscounts": [ { "atLeast": 1, "percentOff": 10 }, { "atLeast": 2, "percentOff": 90 } ],
                  "offers": [ { "id": "box", "add": { "product": "box" } }, { "id": "cards", "add": { "product": "cards" } } ] }
                """
            )
            .Visit();

        Assert.Equal("box +3.60", shopper.Offers);
    }

    [Fact]
    public void A_share_is_absent_while_the_order_has_no_list()
    {
        Assert.Equal("end", First("""{ "fact": "offer.share", "atMost": 1000 }""").At);
        Assert.Equal("end", First("""{ "fact": "offer.share", "exists": true }""").At);
        Assert.Equal("what", First("""{ "fact": "offer.share", "isNot": 25 }""").At);
        Assert.Equal("what", First("""{ "not": { "fact": "offer.share", "moreThan": 25 } }""").At);
        Assert.Equal("what", First("""{ "fact": "offer.price", "atMost": "4.00" }""").At);
    }

    [Fact]
    public void A_condition_of_the_step_holds_for_each_of_its_offers_besides_their_own()
    {
        var shop = Shop.Selling(
            Products,
            $$"""
            {{Cards}},
            { "id": "more", "kind": "crossSell", "title": "More", "offersWhen": { "fact": "offer.price", "atMost": "8" }, "offers": [
              { "id": "one", "title": "One", "add": { "product": "box" } },
              { "id": "two", "title": "Two", "add": { "product": "box", "quantity": 2 }, "when": { "fact": "order.lines", "is": 1 } },
              { "id": "three", "title": "Three", "add": { "product": "box", "quantity": 3 } },
              { "id": "never", "title": "Never", "add": { "product": "box" }, "when": { "fact": "order.lines", "is": 2 } } ] }
            """
        );

        Assert.Equal("one +4.00, two +8.00", shop.Visit().Accept("cards").Offers);
    }

    [Fact]
    public void A_price_is_that_of_the_default_choices()
    {
        var shopper = Then(
            """
            { "id": "box", "title": "Box", "add": { "product": "box", "quantity": "choose" }, "when": { "fact": "offer.price", "atMost": "4.00" } },
            { "id": "set", "title": "Set", "set": { "line": "cards", "quantity": "choose" }, "when": { "fact": "offer.price", "is": 0 } }
            """
        );

        Assert.Equal("box +4.00, set +0.00", shopper.Offers);
        Assert.Equal("26.00", shopper.Accept("box 5").Subtotal);
    }

    [Fact]
    public void Shares_compare_exactly_whatever_their_digits()
    {
        var operands = Gen.OneOf(
            Gen.Choose(0, 1000).Select(n => (decimal)n),
            ArbMap.Default.GeneratorFor<decimal>().Where(n => n >= 0),
            Gen.Choose(0, 28)
                .SelectMany(scale => Gen.Choose(1, int.MaxValue).Select(n => new decimal(n, n, n, false, (byte)scale)))
        );
        var amounts = Gen.OneOf(
            Gen.Choose(1, 10_000).Select(n => (long)n),
            Gen.Choose(0, 99).Select(n => long.MaxValue - n)
        );
        Property.Holds(
            (
                from price in amounts
                from list in amounts
                from operand in operands
                select (price, list, operand)
            ).ToArbitrary(),
            values =>
            {
                var (price, list, operand) = values;
                var one = new decimal(1, 0, 0, false, operand.Scale);
                var mantissa = new BigInteger(operand / one);
                var expected = (100 * (BigInteger)price * BigInteger.Pow(10, operand.Scale)).CompareTo(mantissa * list);
                Assert.Equal(expected, Share.Compare(new((Int128)100 * price, list), Share.Of(operand)));
            },
            times: 500
        );
    }

    private const string Products = """
        "cards": { "name": "Cards", "price": "16" }, "box": { "name": "Box", "price": "4" }
        """;

    private const string Cards = """
        { "id": "cards", "kind": "choose", "title": "Cards", "offers": [
          { "id": "cards", "add": { "product": "cards" }, "discount": { "amountOff": "10", "on": "added" } } ] }
        """;

    private static bool IsOffered(string when) =>
        Then($$"""{ "id": "box", "add": { "product": "box" }, "when": {{when}} }""").At == "then";

    private static Shopper Then(string offers) =>
        Shop.Selling(
                Products,
                $$"""{{Cards}}, { "id": "then", "kind": "crossSell", "title": "Then", "offers": [ {{offers}} ] }"""
            )
            .Visit()
            .Accept("cards");

    private static Shopper First(string when) =>
        Shop.Selling(
                Products,
                $$"""{ "id": "what", "kind": "crossSell", "title": "What", "offers": [ { "id": "box", "add": { "product": "box" }, "when": {{when}} } ] }"""
            )
            .Visit();
}
