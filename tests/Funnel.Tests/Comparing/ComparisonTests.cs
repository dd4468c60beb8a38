using System.Text;
using System.Text.Json.Nodes;
using Funnel.Checking;
using Funnel.Comparing;

namespace Funnel.Tests.Comparing;

/// <summary>What is told of a change to a funnel: its effects, and nothing else.</summary>
public sealed class ComparisonTests
{
    private const string Coffee = """
        {
          "id": "coffee", "name": "Coffee", "currency": "EUR",
          "shipping": { "default": "post", "methods": { "post": { "name": "Post", "price": "3.00", "freeFrom": "20.00" } } },
          "products": {
            "beans": {
              "name": "Beans",
              "price": { "byQuantity": { "1": "8.50", "2": "16.00" } },
              "options": { "grind": { "name": "Grind", "default": "whole", "choices": {
                "whole": { "name": "Whole" }, "filter": { "name": "Filter", "price": { "flat": "0.50" } } } } }
            },
            "tin": { "name": "Tin", "price": "4.00", "quantities": { "min": 1, "max": 10 } },
            "card": { "name": "Card", "price": { "percent": 10, "of": "order" }, "quantities": [1] }
          },
          "steps": [
            { "id": "beans", "kind": "choose", "title": "Beans", "offers": [ { "id": "beans", "add": { "product": "beans", "quantity": "choose", "options": { "grind": "choose" } } } ] },
            { "id": "tin", "kind": "crossSell", "title": "Tin", "offers": [ { "id": "tin", "add": { "product": "tin" } } ] },
            { "id": "card", "kind": "crossSell", "title": "Card", "offers": [ { "id": "card", "add": { "product": "card" } } ] }
          ]
        }
        """;

    [Fact]
    public void Same_funnel_does_the_same() => Assert.True(After(_ => { }).IsSame);

    [Fact]
    public void Texts_pictures_and_spelling_are_no_difference() =>
        Assert.True(
            After(funnel =>
            {
                funnel["name"] = "Kaffee";
                funnel["steps"]![1]!["title"] = "A tin?";
                funnel["steps"]![1]!["offers"]![0]!["benefit"] = "Keeps it fresh.";
                funnel["products"]!["tin"]!["price"] = new JsonObject { ["each"] = "4.00" };
                funnel["steps"]![0]!["next"] = "tin";
            })
                is { Prices: [], Replayed: var walks }
                && walks.All(walk => walk.Difference == Money.Zero)
        );

    [Fact]
    public void Dearer_pack_is_told_by_its_quantity_and_by_the_walks_that_take_it()
    {
        var comparison = After(funnel => funnel["products"]!["beans"]!["price"]!["byQuantity"]!["2"] = "17.00");

        Assert.Equal([new PriceChange.InQuantity("beans", null, null, 2, new(1_600), new(1_700))], comparison.Prices);
        Assert.All(
            comparison.Replayed,
            walk =>
                // Whoever takes two with a tin has free delivery before and after.
                Assert.Equal(
                    walk.Walk.ToString().Contains("beans (2", StringComparison.Ordinal),
                    walk.Difference > Money.Zero
                )
        );
    }

    [Fact]
    public void Surcharge_of_a_choice_is_told_for_every_quantity()
    {
        var comparison = After(funnel =>
            funnel["products"]!["beans"]!["options"]!["grind"]!["choices"]!["filter"]!["price"]!["flat"] = "0.25"
        );

        Assert.Equal(
            [
                new PriceChange.InQuantity("beans", "grind", "filter", 1, new(50), new(25)),
                new PriceChange.InQuantity("beans", "grind", "filter", 2, new(50), new(25)),
            ],
            comparison.Prices
        );
        Assert.Contains(comparison.Replayed, walk => walk.Difference < Money.Zero);
    }

    [Fact]
    public void Price_per_piece_is_told_at_both_ends_of_what_is_sold() =>
        Assert.Equal(
            [
                new PriceChange.InQuantity("tin", null, null, 1, new(400), new(450)),
                new PriceChange.InQuantity("tin", null, null, 10, new(4_000), new(4_500)),
            ],
            After(funnel => funnel["products"]!["tin"]!["price"] = "4.50").Prices
        );

    [Fact]
    public void Percentage_is_told_as_such()
    {
        var change = Assert.IsType<PriceChange.OfShare>(
            Assert.Single(After(funnel => funnel["products"]!["card"]!["price"]!["percent"] = 12).Prices)
        );

        Assert.Equal((10m, 12m), (change.Before!.Rate.Value, change.After!.Rate.Value));
    }

    [Fact]
    public void Quantity_that_is_no_longer_sold_stops_the_walks_that_took_it()
    {
        var comparison = After(funnel => funnel["products"]!["beans"]!["price"]!["byQuantity"]!.AsObject().Remove("2"));

        Assert.Equal([new PriceChange.InQuantity("beans", null, null, 2, new(1_600), null)], comparison.Prices);
        Assert.All(
            comparison.Replayed,
            walk =>
                Assert.Equal(walk.Walk.ToString().Contains("beans (2", StringComparison.Ordinal), walk.Stop is not null)
        );
        Assert.Empty(comparison.Gained);
    }

    [Fact]
    public void New_offer_is_named_with_the_walks_that_it_makes_possible()
    {
        var comparison = After(funnel =>
            funnel["steps"]![1]!["offers"]!
                .AsArray()
                .Add(JsonNode.Parse("""{ "id": "two", "title": "Two", "add": { "product": "tin", "quantity": 2 } }"""))
        );

        Assert.Equal([new PartChange.Added("tin", "two", "tin")], comparison.Parts);
        Assert.NotEmpty(comparison.Gained);
        Assert.All(comparison.Gained, walk => Assert.Contains("two", walk.Walk.ToString(), StringComparison.Ordinal));
        Assert.All(comparison.Replayed, walk => Assert.Equal(Money.Zero, walk.Difference));
    }

    [Fact]
    public void Removed_step_is_named_and_only_who_accepted_there_is_stopped()
    {
        var comparison = After(funnel => funnel["steps"]!.AsArray().RemoveAt(1));

        Assert.Contains(new PartChange.Removed("tin", null), comparison.Parts);
        Assert.All(
            comparison.Replayed,
            walk =>
                Assert.Equal(walk.Walk.ToString().Contains("tin: tin", StringComparison.Ordinal), walk.Stop is not null)
        );
    }

    [Fact]
    public void Of_steps_that_change_places_one_is_told_as_moved()
    {
        var comparison = After(funnel =>
        {
            var steps = funnel["steps"]!.AsArray();
            var card = steps[2]!;
            steps.RemoveAt(2);
            steps.Insert(1, card);
        });

        var moved = Assert.IsType<PartChange.Moved>(Assert.Single(comparison.Parts));
        Assert.Equal(("tin", "beans", "card"), (moved.Step, moved.From, moved.After));
    }

    [Fact]
    public void Offer_that_goes_to_another_step_is_told_as_moved()
    {
        var comparison = After(funnel =>
        {
            var offers = funnel["steps"]![2]!["offers"]!.AsArray();
            var card = offers[0]!;
            offers.RemoveAt(0);
            funnel["steps"]![1]!["offers"]!.AsArray().Add(card);
            offers.Add(
                JsonNode.Parse("""{ "id": "tin-2", "title": "Two", "add": { "product": "tin", "quantity": 2 } }""")
            );
        });

        Assert.Contains(new PartChange.Moved("tin", "card", "card", "tin"), comparison.Parts);
    }

    [Fact]
    public void Condition_is_told_with_how_fewer_see_the_offer()
    {
        var comparison = After(funnel =>
            funnel["steps"]![1]!["offers"]![0]!["when"] = JsonNode.Parse(
                """{ "fact": "order.subtotal", "atLeast": "10.00" }"""
            )
        );

        var changed = Assert.IsType<PartChange.Changed>(Assert.Single(comparison.Parts));
        Assert.Equal(("tin", "tin", "/when"), (changed.Step, changed.Offer, Assert.Single(changed.Properties).Pointer));
        var fare = comparison.Fares.Single(fare => fare.After.Offer.Id == "tin");
        Assert.True(fare.After.Shown < fare.Before.Shown);
    }

    [Fact]
    public void Delivery_that_is_free_later_makes_those_dearer_who_had_it_free()
    {
        var comparison = After(funnel => funnel["shipping"]!["methods"]!["post"]!["freeFrom"] = "30.00");

        Assert.Equal(
            [new PropertyChange("/shipping/methods/post/freeFrom", "\"20.00\"", "\"30.00\"")],
            comparison.Properties
        );
        Assert.Contains(comparison.Replayed, walk => walk.Difference == new Money(300));
    }

    [Fact]
    public void Amounts_of_different_currencies_are_not_compared()
    {
        var comparison = After(funnel => funnel["currency"] = "USD");

        Assert.False(comparison.SameCurrency);
        Assert.False(comparison.IsSame);
        Assert.Empty(comparison.Replayed);
    }

    [Fact]
    public void What_has_errors_is_not_compared()
    {
        var broken = Check.Run("{}"u8);

        Assert.Throws<ArgumentException>(() => FunnelComparison.Of(broken, broken));
    }

    private static FunnelComparison After(Action<JsonNode> change)
    {
        var changed = JsonNode.Parse(Coffee)!;
        change(changed);
        return FunnelComparison.Of(
            Check.Run(Encoding.UTF8.GetBytes(Coffee)),
            Check.Run(Encoding.UTF8.GetBytes(changed.ToJsonString()))
        );
    }
}
