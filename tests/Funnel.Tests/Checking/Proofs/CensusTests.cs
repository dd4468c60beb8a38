using FsCheck.Fluent;
using Funnel.Checking.Proofs;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Tests.Definitions;

namespace Funnel.Tests.Checking.Proofs;

/// <summary>A census says of all walks what going each of them says.</summary>
public sealed class CensusTests
{
    private const int MostAnswers = 5_000;

    [Fact]
    public void It_comes_to_the_same_as_going_every_walk()
    {
        var gone = 0;
        Property.Holds(
            GeneratedFunnel.Arbitrary.Filter(funnel => funnel.Steps <= 5),
            funnel =>
            {
                var machine = FunnelMachine.Compile(funnel.Definition);
                var explored = new Exploration(machine, Proven.MostStates, Proven.MostTrials);
                if (EveryWalk.Of(machine, MostAnswers) is { } every && explored.TryRun())
                {
                    gone++;
                    Same(every, explored);
                }
            }
        );
        Assert.True(gone >= 30, $"Only {gone} funnels were small enough to go every walk of.");
    }

    [Fact]
    public void So_it_does_for_a_shop_that_uses_most_of_what_a_file_may_say()
    {
        var machine = FunnelMachine.Compile(CheckedShop.Check(CheckedShop.Json).Definition!);
        var explored = new Exploration(machine, Proven.MostStates, Proven.MostTrials);

        Assert.True(explored.TryRun());
        Same(EveryWalk.Of(machine, 200_000)!, explored);
    }

    /// <summary>What looks alike and goes on differently: each of these was once merged.</summary>
    [Theory]
    [InlineData(
        """
            { "id": "one", "kind": "choose", "title": "T", "offers": [ { "id": "o", "add": { "product": "gift", "as": "main" } } ] },
            { "id": "two", "kind": "crossSell", "title": "T", "offers": [ { "id": "o", "add": { "product": "gift", "as": "second" } } ] },
            { "id": "swap", "kind": "upsell", "title": "T", "onDecline": "end", "offers": [ { "id": "o", "swap": { "line": "main", "product": "plain" } } ] },
            { "id": "last", "kind": "crossSell", "title": "T", "when": { "fact": "order.tags", "contains": "gift" }, "offers": [ { "id": "o", "add": { "product": "plain" } } ] }
            """
    )]
    [InlineData(
        """
            { "id": "one", "kind": "choose", "title": "T", "offers": [
              { "id": "a", "title": "A", "add": [ { "product": "gift", "as": "main" }, { "product": "service", "as": "other" } ] },
              { "id": "b", "title": "B", "add": [ { "product": "service", "as": "main" }, { "product": "gift", "as": "other" } ] } ] },
            { "id": "twice", "kind": "upsell", "title": "T", "offers": [ { "id": "o", "title": "T", "multiply": { "by": 2, "percent": 30 } } ] },
            { "id": "last", "kind": "crossSell", "title": "T", "when": { "fact": "line.main.quantity", "atLeast": 2 }, "offers": [ { "id": "o", "add": { "product": "plain" } } ] }
            """
    )]
    [InlineData(
        """
            { "id": "one", "kind": "choose", "title": "T", "offers": [
              { "id": "a", "title": "A", "add": [ { "product": "gift" }, { "product": "plain", "quantity": 2 } ] },
              { "id": "b", "title": "B", "add": [ { "product": "gift", "quantity": 2 }, { "product": "plain" } ] } ] },
            { "id": "twice", "kind": "upsell", "title": "T", "offers": [ { "id": "o", "title": "T", "multiply": { "by": 2, "percent": 30 } } ] },
            { "id": "off", "kind": "upsell", "title": "T", "offers": [ { "id": "o", "title": "T", "discount": { "percentOff": 50, "on": "category:gifts" } } ] }
            """
    )]
    [InlineData(
        """
            { "id": "one", "kind": "choose", "title": "T", "offers": [
              { "id": "a", "title": "A", "add": [ { "product": "gift" }, { "product": "service", "quantity": 2 } ] },
              { "id": "b", "title": "B", "add": [ { "product": "gift", "quantity": 2 }, { "product": "service" } ] } ] },
            { "id": "off", "kind": "upsell", "title": "T", "offers": [ { "id": "o", "title": "T", "discount": { "percentOff": 50, "on": "order" } } ] },
            { "id": "twice", "kind": "upsell", "title": "T", "offers": [ { "id": "o", "title": "T", "multiply": { "by": 2, "percent": 30, "of": "net" } } ] }
            """
    )]
    [InlineData(
        """
            { "id": "one", "kind": "choose", "title": "T", "offers": [ { "id": "o", "add": { "product": "gift", "as": "main" } } ] },
            { "id": "two", "kind": "crossSell", "title": "T", "offers": [ { "id": "o", "add": { "product": "plain" } } ] },
            { "id": "swap", "kind": "upsell", "title": "T", "offers": [ { "id": "o", "swap": { "line": "main", "product": "service" } } ] }
            """
    )]
    public void What_goes_on_differently_is_kept_apart(string steps)
    {
        var machine = Shop.Selling(
            """
            "gift": { "name": "Gift", "price": "10.00", "tags": ["gift"], "category": "gifts" },
            "plain": { "name": "Plain", "price": "10.00", "category": "others" },
            "service": { "name": "Service", "price": "10.00", "multipliable": false, "shipped": false }
            """,
            steps,
            """ "shipping": { "default": "post", "methods": { "post": { "name": "Post", "price": "4.00" } } } """
        ).Machine;
        var explored = new Exploration(machine, Proven.MostStates, Proven.MostTrials);

        Assert.True(explored.TryRun());
        Same(EveryWalk.Of(machine, 10_000)!, explored);
    }

    private static void Same(EveryWalk every, Exploration explored)
    {
        Assert.Equal(every.HasDeadEnd, EndRule.DeadEnds(explored).Any());
        if (every.Walks.IsZero)
        {
            return;
        }

        var census = explored.Census();
        Assert.Equal(every.Walks, census.Walks);
        Assert.Equal(every.Smallest, census.Smallest.Total);
        Assert.Equal(every.Largest, census.Largest.Total);
        Assert.Equal(every.LongestRun, census.LongestRun.Steps);
        Assert.Equal(every.HasEmptyOrder, EndRule.EmptyOrders(explored).Any());
        Assert.Equal(
            every.Savings.Keys.OrderBy(offer => offer.Number),
            census.Multiplies.Select(multiply => multiply.Offer)
        );
        foreach (var offer in census.Offers)
        {
            Assert.Equal(every.Shown.GetValueOrDefault(offer.Offer), offer.Shown);
            Assert.Equal(every.LowersTotal.Contains(offer.Offer), offer.LowersTotal is not null);
            Assert.Equal(every.Deltas.TryGetValue(offer.Offer, out var delta) ? delta : null, offer.Delta);
        }

        foreach (var multiply in census.Multiplies)
        {
            Assert.Equal(every.Savings[multiply.Offer], (multiply.Least, multiply.Most));
        }

        foreach (var extreme in new[] { census.Smallest, census.Largest })
        {
            Assert.Equal(extreme.Total, TotalOf(explored.Machine, extreme.Walk));
        }
    }

    private static Money TotalOf(FunnelMachine machine, Witness witness)
    {
        var walk = Walk.Replay(
            machine,
            witness.Start,
            witness.Answers.Select(answered => (answered.Step.Id, answered.Answer, witness.Start.At))
        );
        Assert.Null(walk.Current);
        return walk.Basket.Total;
    }
}
