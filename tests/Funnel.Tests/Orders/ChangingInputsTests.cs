using Funnel.Definitions;
using Funnel.Orders;
using Funnel.Simulation;

namespace Funnel.Tests.Orders;

/// <summary>What becomes of an order when other inputs are handed over than those that it started with.</summary>
public sealed class ChangingInputsTests
{
    private static readonly Shop Shop = Shop.Selling(
        """
        "cards": { "name": "Cards", "price": "10", "personalised": [ "logo" ] },
        "badges": { "name": "Badges", "price": "3" },
        "box": { "name": "Box", "price": "2" },
        "xmas": { "name": "Christmas cards", "price": "9" }
        """,
        """
        { "id": "cards", "kind": "choose", "title": "Cards", "offers": [ { "id": "cards", "add": { "product": "cards" } } ] },
        { "id": "badges", "kind": "crossSell", "title": "Badges", "when": { "fact": "input.people", "atLeast": 10 }, "offers": [ { "id": "badges", "add": { "product": "badges" } } ] },
        { "id": "box", "kind": "crossSell", "title": "Box", "offers": [ { "id": "box", "add": { "product": "box" } }, { "id": "xmas", "add": { "product": "xmas" },
          "when": { "all": [ { "fact": "date", "season": { "from": "11-01", "to": "12-31" } }, { "fact": "input.logo", "exists": true } ] } } ] },
        { "id": "note", "kind": "form", "title": "Note", "fields": [ { "id": "people", "type": "number", "label": "How many?" } ] },
        { "id": "last", "kind": "crossSell", "title": "Last", "offers": [ { "id": "box", "add": { "product": "box" } } ] }
        """,
        """
        "inputs": { "logo": { "type": "url", "label": "Logo" }, "people": { "type": "number", "label": "People", "max": 500 } }
        """
    );

    private const string Logo = "https://images.example/logo.svg";

    [Fact]
    public void Others_take_the_place_of_all_that_was_handed_over()
    {
        var shopper = Starting(("logo", Logo), ("people", 3)).Accept("cards");

        shopper.ChangeInputs(("logo", "https://images.example/other.svg"));

        Assert.Equal("https://images.example/other.svg", shopper.Walk.FindInput("logo")?.ToString());
        Assert.Null(shopper.Walk.FindInput("people"));
        Assert.Equal(("cards", "box", "10.00"), (shopper.Path, shopper.At, shopper.Total));
    }

    [Fact]
    public void Answers_are_kept_each_at_its_moment()
    {
        var shopper = Starting(("logo", Logo)).Accept("cards").Accept("xmas");
        var accepted = shopper.Walk.Last!.At;

        shopper.On("2027-01-02T12:00:00Z").ChangeInputs(("logo", Logo), ("people", 1));

        Assert.Equal(("", "cards box", "19.00"), (shopper.Dropped, shopper.Path, shopper.Total));
        Assert.Equal(accepted, shopper.Walk.Last!.At);
        Assert.Equal(shopper.Now, shopper.Order.TouchedAt);
    }

    [Fact]
    public void An_answer_that_no_longer_applies_falls_away_with_all_beyond_it()
    {
        var shopper = Starting(("logo", Logo)).Accept("cards").Accept("xmas").Submit(("people", 4));

        shopper.ChangeInputs();

        Assert.Equal(("box/xmas note", "cards", "box"), (shopper.Dropped, shopper.Path, shopper.At));
        Assert.Equal("10.00", shopper.Total);
    }

    [Fact]
    public void A_step_that_is_asked_only_now_stops_the_walk_and_one_that_is_no_longer_falls_away()
    {
        var shopper = Starting().Accept("cards").Accept("box");

        shopper.ChangeInputs(("people", 10));
        Assert.Equal(("box/box", "badges"), (shopper.Dropped, shopper.At));

        shopper.Accept("badges").Accept("box").ChangeInputs(("people", 9));
        Assert.Equal(("badges/badges", "cards box"), (shopper.Dropped, shopper.Path));
    }

    [Fact]
    public void What_a_form_was_told_holds_over_what_is_handed_over()
    {
        var shopper = Starting().Accept("cards").Decline().Submit(("people", 4));

        shopper.ChangeInputs(("people", 5));

        Assert.Equal(("4", "cards box note"), (shopper.Walk.FindInput("people")?.ToString(), shopper.Path));
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        var shopper = Starting(("logo", Logo), ("people", 3)).Accept("cards");
        var order = shopper.Order;

        shopper.Wait(TimeSpan.FromHours(1));

        Assert.Same(order, shopper.ChangeInputs(("people", 3.0m), ("logo", Logo)).Order);
    }

    [Fact]
    public void What_is_not_asked_for_or_not_so_is_refused_as_at_the_start()
    {
        var shopper = Starting(("logo", Logo)).Accept("cards");
        var order = shopper.Order;

        Assert.Equal(
            "inputs-invalid /inputs/logo /inputs/people /inputs/slo~1gan",
            shopper.ChangeInputsRefused(("logo", "my logo"), ("people", 501), ("slo/gan", "Print!"))
        );
        Assert.Same(order, shopper.Order);
    }

    [Fact]
    public void A_closed_order_keeps_what_it_has()
    {
        var shopper = Starting().Accept("cards").DeclineTo("end").Complete("10.00");

        Assert.Equal("order-completed", shopper.ChangeInputsRefused());
        Assert.Equal("order-expired", Starting().Wait(TimeSpan.FromDays(30)).ChangeInputsRefused(("logo", Logo)));
    }

    [Fact]
    public void Its_answers_go_through_another_version_with_what_it_has_now()
    {
        var shopper = Starting().Accept("cards").ChangeInputs(("people", 10)).Accept("badges").DeclineTo("end");

        Assert.True(ReplayedOrder.Of(shopper.Walk, Shop.Machine).IsSame);
    }

    [Fact]
    public void Any_order_is_then_the_order_that_was_started_so_as_far_as_its_answers_are_kept() =>
        Property.Holds(
            RandomVisit.Arbitrary,
            visit =>
            {
                Order? latest = null;
                var now = default(DateTimeOffset);
                foreach (var (before, at, outcome) in visit.Outcomes())
                {
                    (latest, now) = (outcome is Outcome.Changed { Order: var after } ? after : before, at);
                }

                var (order, start) = (latest!, latest!.Walk.Start);
                // Each of them alone, and none.
                foreach (var input in start.Inputs.Keys.Append("none of them"))
                {
                    var others = start.Inputs.Where(other => other.Key == input).ToDictionary();
                    IsAsIfStartedWith(others, order, now);
                }
            }
        );

    private static void IsAsIfStartedWith(Dictionary<string, Value> inputs, Order order, DateTimeOffset now)
    {
        var outcome = order.ChangeInputs(inputs, now);
        if (outcome is Outcome.Unchanged)
        {
            Assert.Equal(inputs.Count, order.Walk.Start.Inputs.Count);
            return;
        }

        var changed = Assert.IsType<Outcome.Changed>(outcome);
        var started = Walk.Begin(order.Walk.Machine, order.Walk.Start with { Inputs = inputs });
        var answers = order.Walk.Answered.Select(walk => walk.Last!).ToList();
        List<AnsweredStep> left = [.. answers];
        while (
            left.Find(answer => answer.State == started.Current) is { } next
            && started.TryAnswer(next.Answer, next.Answer, next.At, out var walk, out _)
        )
        {
            left.Remove(next);
            started = walk;
        }

        Assert.Equal(Told.InFull(started), Told.InFull(changed.Order.Walk));
        Assert.Equal(inputs, changed.Order.Walk.Start.Inputs);
        Assert.Equal(
            left.Select(answer => answer.Dropped).OfType<DroppedAnswer>().Select(answer => answer.Step),
            changed.Dropped.Select(answer => answer.Step)
        );
        if (left.Count == 0 && started.Length == answers.Count)
        {
            // Nothing fell away, so nothing is lost on the way back.
            var back = Assert.IsType<Outcome.Changed>(changed.Order.ChangeInputs(order.Walk.Start.Inputs, now));
            Assert.Equal(Told.InFull(order.Walk), Told.InFull(back.Order.Walk));
        }
    }

    private static Shopper Starting(params (string Name, object Value)[] inputs) =>
        Shop.Visit("2026-12-31T12:00:00Z", start => start with { Inputs = Shopper.Values(inputs) });
}
