using Funnel.Orders;

namespace Funnel.Tests.Orders;

/// <summary>How many offers of a step are accepted, and in which order they are applied.</summary>
public sealed class PickTests
{
    private const string Products = """
        "a": { "name": "A", "price": "1" }, "b": { "name": "B", "price": "2" }, "c": { "name": "C", "price": "3" }
        """;

    private const string Three = """
        { "id": "a", "add": { "product": "a" } }, { "id": "b", "add": { "product": "b" } },
        { "id": "c", "add": { "product": "c" }, "when": { "fact": "context.country", "is": "NL" } }
        """;

    [Theory]
    [InlineData("choose", "", 1, 1)]
    [InlineData("upsell", "", 0, 1)]
    [InlineData("crossSell", "", 0, 3)]
    [InlineData("choose", "\"pick\": { \"max\": 2 },", 1, 2)]
    [InlineData("upsell", "\"pick\": { \"min\": 1 },", 1, 1)]
    [InlineData("upsell", "\"pick\": { \"min\": 2 },", 2, 2)]
    [InlineData("crossSell", "\"pick\": { \"min\": 2 },", 2, 3)]
    [InlineData("crossSell", "\"pick\": { \"min\": 1, \"max\": 2 },", 1, 2)]
    public void Each_kind_has_its_own(string kind, string pick, int min, int max)
    {
        var state = Offering(kind, pick).Walk.Current!;

        Assert.Equal((min, max), (state.PickMin, state.PickMax));
    }

    [Fact]
    public void More_or_fewer_are_refused()
    {
        var shopper = Offering("crossSell", "\"pick\": { \"min\": 2, \"max\": 2 },", "NL");

        Assert.Equal("pick-out-of-range /accept", shopper.AcceptRefused("a"));
        Assert.Equal("pick-out-of-range /accept", shopper.AcceptRefused("a", "b", "c"));
        Assert.Equal("decline-not-possible", shopper.DeclineRefused());
        Assert.Equal("decline-not-possible", shopper.AcceptRefused());
        Assert.Equal("end", shopper.Accept("a", "c").At);
    }

    [Fact]
    public void Where_fewer_are_available_all_of_them_are_the_minimum()
    {
        var shopper = Offering("crossSell", "\"pick\": { \"min\": 3 },");

        Assert.Equal((2, 3), (Quote.Of(shopper.Walk, shopper.Now).Min, Quote.Of(shopper.Walk, shopper.Now).Max));
        Assert.Equal("pick-out-of-range /accept", shopper.AcceptRefused("a"));
        Assert.Equal("3.00", shopper.Accept("a", "b").Total);
    }

    [Fact]
    public void Accepting_nothing_is_a_decline()
    {
        var shopper = Offering("crossSell", "");

        shopper.Accept();
        Assert.Equal("end", shopper.At);
        Assert.Equal(1, shopper.Walk.Tally.Declined);
        Assert.IsType<Answer.Decline>(shopper.Walk.Last!.Answer);
    }

    [Fact]
    public void Offers_are_applied_in_the_order_of_the_file()
    {
        var shopper = Offering("crossSell", "", "NL").Accept("c", "a", "b");

        Assert.Equal(["a", "b", "c"], shopper.Walk.Basket.Lines.Select(line => line.Name));
        Assert.Equal(["a", "b", "c"], shopper.Walk.Last!.Offers);
    }

    [Fact]
    public void One_that_cannot_follow_those_before_it_refuses_the_whole_answer()
    {
        var shopper = Shop.Selling(
                Products,
                """
                { "id": "a", "kind": "choose", "title": "A", "offers": [ { "id": "a", "add": { "product": "a" } } ] },
                { "id": "then", "kind": "crossSell", "title": "Then", "offers": [
                  { "id": "b", "swap": { "line": "a", "product": "b" } },
                  { "id": "twice", "title": "Twice", "multiply": { "by": 2, "percent": 50 } },
                  { "id": "c", "swap": { "line": "a", "product": "c" } } ] }
                """
            )
            .Visit()
            .Accept("a");

        // Named where the shopper listed it, and not where it was applied.
        Assert.Equal("offers-conflict /accept/0", shopper.AcceptRefused("c", "twice"));
        Assert.Equal("offers-conflict /accept/1", shopper.AcceptRefused("twice", "c"));
        Assert.Equal("1.00", shopper.Total);
        Assert.Equal("3.00", shopper.Accept("c", "b").Total);
    }

    [Fact]
    public void Conditions_are_judged_before_the_first_is_applied()
    {
        var shopper = Shop.Selling(
                Products,
                """
                { "id": "what", "kind": "crossSell", "title": "What", "offers": [
                  { "id": "a", "add": { "product": "a" } },
                  { "id": "b", "add": { "product": "b" }, "when": { "fact": "order.lines", "is": 0 } } ] }
                """
            )
            .Visit();

        Assert.Equal("3.00", shopper.Accept("a", "b").Total);
    }

    private static Shopper Offering(string kind, string pick, string? country = null) =>
        Shop.Selling(
                Products,
                $$"""{ "id": "what", "kind": "{{kind}}", "title": "What", {{pick}} "offers": [ {{Three}} ] }"""
            )
            .Visit(with: start => start with { Country = country });
}
