using Funnel.Orders;

namespace Funnel.Tests.Orders;

/// <summary>What becomes of the later answers when a shopper changes an earlier one, or goes back.</summary>
public sealed class ChangingAnswersTests
{
    private static readonly Shop Shop = Shop.Selling(
        """
        "cards": { "name": "Cards", "price": { "byQuantity": { "100": "10.00", "250": "20.00" } }, "options": {
          "paper": { "name": "Paper", "default": "matt", "choices": { "matt": { "name": "Matt" }, "silk": { "name": "Silk", "price": { "flat": "4" } } } },
          "finish": { "name": "Finish", "default": "none", "choices": { "none": { "name": "None" },
            "uv": { "name": "UV", "price": { "flat": "3" }, "requires": { "paper": [ "silk" ] } }, "round": { "name": "Round", "price": { "flat": "1" } } } } } },
        "box": { "name": "Box", "price": "2" },
        "xmas": { "name": "Christmas cards", "price": "9" }
        """,
        """
        { "id": "cards", "kind": "choose", "title": "Cards", "offers": [ { "id": "cards", "add": { "product": "cards", "quantity": "choose" } } ] },
        { "id": "paper", "kind": "upsell", "title": "Paper", "offers": [ { "id": "silk", "set": { "line": "cards", "options": { "paper": "silk" } } } ] },
        { "id": "finish", "kind": "upsell", "title": "Finish", "offers": [
          { "id": "uv", "set": { "line": "cards", "options": { "finish": "uv" } } }, { "id": "round", "set": { "line": "cards", "options": { "finish": "round" } } } ] },
        { "id": "box", "kind": "crossSell", "title": "Box", "when": { "fact": "line.cards.quantity", "atLeast": 250 }, "offers": [ { "id": "box", "add": { "product": "box" } } ] },
        { "id": "xmas", "kind": "crossSell", "title": "Christmas", "offers": [
          { "id": "xmas", "add": { "product": "xmas" }, "when": { "fact": "date", "season": { "from": "11-01", "to": "12-31" } } } ] },
        { "id": "note", "kind": "form", "title": "Note", "fields": [ { "id": "text", "type": "text", "label": "Text" }, { "id": "gift", "type": "checkbox", "label": "Gift" } ] },
        { "id": "last", "kind": "crossSell", "title": "Last", "offers": [ { "id": "box", "add": { "product": "box" } } ] }
        """
    );

    [Fact]
    public void Later_answers_are_kept()
    {
        var shopper = InDecember().Accept("cards 250").Decline().Accept("round").Accept("box").Accept("xmas");

        shopper.Change("paper", "silk");

        Assert.Equal("", shopper.Dropped);
        Assert.Equal("cards paper finish box xmas", shopper.Path);
        Assert.Equal("250 cards paper=silk finish=round 25.00 = 25.00", shopper.Line("cards"));
        Assert.Equal("36.00", shopper.Total);
    }

    [Fact]
    public void An_answer_whose_step_is_now_passed_by_falls_away_and_the_walk_goes_on()
    {
        var shopper = InDecember().Accept("cards 250").Accept("silk").Accept("uv").Accept("box").Accept("xmas");

        shopper.Change("cards", "cards 100");

        Assert.Equal("box/box", shopper.Dropped);
        Assert.Equal("cards paper finish xmas", shopper.Path);
        Assert.Equal("note", shopper.At);
        Assert.Equal(["100 cards paper=silk finish=uv 17.00 = 17.00", "1 xmas 9.00 = 9.00"], shopper.Lines);
    }

    [Fact]
    public void An_answer_that_no_longer_applies_falls_away_with_all_beyond_it_and_there_the_walk_stops()
    {
        var shopper = InDecember()
            .Accept("cards 250")
            .Accept("silk")
            .Accept("uv")
            .Accept("box")
            .Accept("xmas")
            .Submit(("text", "Hi"));

        shopper.Change("paper");

        Assert.Equal("finish", shopper.At);
        Assert.Equal("finish/uv box/box xmas/xmas note", shopper.Dropped);
        Assert.Equal("cards paper", shopper.Path);
        Assert.Equal("20.00", shopper.Total);
    }

    [Fact]
    public void Nobody_is_told_of_what_had_accepted_and_given_nothing()
    {
        var shopper = InDecember().Accept("cards 250").Accept("silk").Accept("uv").Decline().Decline().Submit();

        Assert.Equal("finish/uv", shopper.Change("paper").Dropped);
    }

    [Fact]
    public void A_box_ticked_was_something_given()
    {
        var shopper = InDecember()
            .Accept("cards 250")
            .Accept("silk")
            .Accept("uv")
            .Decline()
            .Decline()
            .Submit(("gift", true));

        Assert.Equal("finish/uv note", shopper.Change("paper").Dropped);
    }

    [Fact]
    public void A_step_that_is_new_on_the_way_stops_the_walk_and_what_was_beyond_it_falls_away()
    {
        var shopper = InDecember().Accept("cards 100").Accept("silk").Decline().Accept("xmas");

        shopper.Change("cards", "cards 250");

        Assert.Equal("box", shopper.At);
        Assert.Equal("xmas/xmas", shopper.Dropped);
        Assert.Equal("cards paper finish", shopper.Path);
    }

    [Fact]
    public void Each_kept_answer_keeps_its_moment()
    {
        var shopper = InDecember().Accept("cards 250").Decline().Decline().Decline().Accept("xmas");
        var accepted = shopper.Walk.Last!.At;

        // On 2 January there are no Christmas cards to be had, but these were had in time.
        shopper.On("2027-01-02T12:00:00Z").Change("paper", "silk");

        Assert.Equal("", shopper.Dropped);
        Assert.Equal(["250 cards paper=silk 24.00 = 24.00", "1 xmas 9.00 = 9.00"], shopper.Lines);
        Assert.Equal(accepted, shopper.Walk.Last!.At);
        Assert.Equal(shopper.Now, shopper.Walk.Answered[1].Last!.At);
    }

    [Fact]
    public void What_comes_after_the_changed_answer_is_reached_at_the_moment_of_the_change()
    {
        var shopper = InDecember().Accept("cards 250").Decline().Decline().Decline().Accept("xmas");

        // The box was declined in December, and so Christmas is reached then; nothing but the box itself is reached now.
        shopper.On("2027-01-02T12:00:00Z").Change("finish", "round");
        Assert.Equal("cards paper finish box xmas", shopper.Path);

        // Declining the box anew reaches Christmas in January: passed by.
        shopper.Change("box", "box");
        Assert.Equal("xmas/xmas", shopper.Dropped);
        Assert.Equal("note", shopper.At);
    }

    [Fact]
    public void The_same_answer_again_changes_nothing_even_out_of_season()
    {
        var shopper = InDecember().Accept("cards 250").Decline().Decline().Decline().Accept("xmas");
        var order = shopper.Order;

        shopper.On("2027-01-02T12:00:00Z");

        Assert.Same(order, shopper.Change("xmas", "xmas").Order);
        Assert.Same(order, shopper.Change("cards", "cards 250").Order);
        Assert.Same(order, shopper.Change("box").Order);
    }

    [Fact]
    public void A_change_that_is_refused_leaves_everything_as_it_was()
    {
        var shopper = InDecember().Accept("cards 250").Accept("silk").Accept("uv");
        var order = shopper.Order;

        Assert.Equal(
            "quantity-not-sold /accept/0/quantity",
            shopper.AnswerRefused("cards", Shopper.Accepting("cards 99"))
        );
        Assert.Equal("decline-not-possible", shopper.AnswerRefused("cards", new Answer.Decline()));
        Assert.Same(order, shopper.Order);
    }

    [Fact]
    public void Going_back_drops_that_answer_and_all_later_ones()
    {
        var shopper = InDecember().Accept("cards 250").Accept("silk").Accept("uv").Accept("box");

        shopper.Back("paper");

        Assert.Equal("paper", shopper.At);
        Assert.Equal("cards", shopper.Path);
        // Later answers are named; the one that the shopper went back to is not.
        Assert.Equal("finish/uv box/box", shopper.Dropped);
        Assert.Equal("20.00", shopper.Total);
    }

    [Fact]
    public void Going_back_to_where_one_is_changes_nothing()
    {
        var shopper = InDecember().Accept("cards 250");
        var order = shopper.Order;

        Assert.Same(order, shopper.Back("paper").Order);
        Assert.Equal("step-not-reached", shopper.BackRefused("finish"));
        Assert.Equal("unknown-step", shopper.BackRefused("nowhere"));
    }

    [Fact]
    public void An_answer_is_found_with_the_walk_that_it_was_given_to()
    {
        var shopper = InDecember().Accept("cards 250");
        var asked = Told.InFull(shopper.Walk);
        shopper.Accept("silk").Accept("uv").Accept("box");

        Assert.True(shopper.Order.TryFindAnswer("paper", shopper.Now, out var answered, out _));

        Assert.Equal(asked, Told.InFull(answered.Previous!));
        Assert.Equal(Shopper.Accepting("silk"), answered.Last!.Answer);
    }

    [Fact]
    public void There_is_no_answer_to_where_one_is_or_has_not_been_nor_to_be_changed_in_a_closed_order()
    {
        var shopper = InDecember().Accept("cards 250");

        Assert.Equal("step-not-reached", Sought("paper"));
        Assert.Equal("step-not-reached", Sought("finish"));
        Assert.Equal("unknown-step", Sought("nowhere"));
        shopper.Cancel();
        Assert.Equal("order-cancelled", Sought("cards"));

        string? Sought(string step) =>
            shopper.Order.TryFindAnswer(step, shopper.Now, out _, out var refusal) ? null : refusal.Code;
    }

    [Fact]
    public void From_the_end_one_can_change_answers_and_go_back()
    {
        var shopper = InDecember().Accept("cards 100").DeclineTo("end");

        Assert.Equal("end", shopper.Change("last", "box").At);
        Assert.Equal("last", shopper.Back("last").At);
        Assert.Equal("paper", shopper.Back("paper").At);
    }

    [Fact]
    public void A_walk_is_the_same_however_it_came_to_its_answers()
    {
        var straight = InDecember().Accept("cards 250").Accept("silk").Accept("round").Accept("box").Accept("xmas");
        var roundabout = InDecember().Accept("cards 100").Decline().Decline().Accept("xmas");

        roundabout
            .Change("cards", "cards 250")
            .Accept("box")
            .Accept("xmas")
            .Change("paper", "silk")
            .Change("finish", "round");

        Assert.Equal(Told.InFull(straight.Walk), Told.InFull(roundabout.Walk));
    }

    [Fact]
    public void Answers_that_are_no_walk_cannot_be_replayed()
    {
        var shopper = InDecember();

        Assert.Throws<InvalidOperationException>(() =>
            Walk.Replay(Shop.Machine, shopper.Walk.Start, [("paper", new Answer.Decline(), shopper.Now)])
        );
        Assert.Throws<InvalidOperationException>(() =>
            Walk.Replay(Shop.Machine, shopper.Walk.Start, [("cards", new Answer.Decline(), shopper.Now)])
        );
    }

    private static Shopper InDecember() => Shop.Visit("2026-12-31T12:00:00Z");
}
