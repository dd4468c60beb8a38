using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

public sealed class ChangedAnswerTests(SharedServer shared)
{
    [Fact]
    public async Task What_falls_away_with_a_changed_answer_is_named()
    {
        var order = await ToNotepads();

        // Spot UV needs one of the better papers: with matt it falls away, the walk stops there, and so does all beyond.
        var reply = await order.Take("paper", Answers.Decline);

        Assert.Equal("finish", reply.Step);
        Assert.Equal([("finish", "spot-uv"), ("box", "cardboard"), ("pens-small", "pens-10")], Dropped(reply));
        Invariants.Hold(reply);
        Assert.Empty(Dropped(await order.View()));
    }

    [Fact]
    public async Task What_still_applies_is_kept()
    {
        var order = await ToNotepads();

        var reply = await order.Take("paper", Answers.Accept("silk"));

        Assert.Equal("notepads", reply.Step);
        Assert.Empty(Dropped(reply));
        Assert.Equal("3.95", reply.TextAt("/ledger/1/total/amount"));
        Assert.Equal("36.30", reply.Total);
        Invariants.Hold(reply);
    }

    [Fact]
    public async Task A_changed_order_is_the_order_that_was_answered_so_from_the_start()
    {
        var changed = await ToNotepads();
        await changed.Take("cards", Answers.Accept("cards", 1000));
        var afterChange = await changed.Take("finish", Answers.Accept("rounded"));

        var straight = await shared.Api.Start("print-shop");
        await straight.Take("cards", Answers.Accept("cards", 1000));
        await straight.Take("paper", Answers.Accept("soft-touch"));
        await straight.Take("finish", Answers.Accept("rounded"));
        var afterwards = await straight.View();
        foreach (var property in (string[])["lines", "totals"])
        {
            var there = afterChange.Json.GetProperty("ledger").GetArrayLength();
            while (afterwards.Json.GetProperty("ledger").GetArrayLength() < there)
            {
                var entry = afterChange.Json.GetProperty("ledger")[
                    afterwards.Json.GetProperty("ledger").GetArrayLength()
                ];
                string[] offers = [.. entry.GetProperty("offers").EnumerateArray().Select(offer => offer.GetString()!)];
                afterwards = await straight.Take(entry.TextAt("/step")!, Answers.Accept(offers));
            }

            Assert.Equal(
                afterwards.Json.GetProperty(property).GetRawText(),
                afterChange.Json.GetProperty(property).GetRawText()
            );
        }
    }

    [Fact]
    public async Task The_same_answer_again_changes_nothing()
    {
        var order = await ToNotepads();
        var before = await order.View();

        var again = await order.Take("paper", Answers.Accept("soft-touch"));

        Assert.Equal(before.Body, again.Body);
    }

    [Fact]
    public async Task An_answer_that_says_the_same_in_other_words_changes_nothing()
    {
        var order = await shared.Api.Start("print-shop");
        var before = await order.Take("cards", """{"accept":[{"offer":"cards"}]}""");

        var written = await order.Take(
            "cards",
            """{"accept":[{"options":{},"quantity":100,"offer":"cards"}],"decline":null}"""
        );

        Assert.Equal(before.Revision, written.Revision);
    }

    [Fact]
    public async Task Going_back_drops_the_answer_and_all_later_ones()
    {
        var order = await ToNotepads();

        var reply = (await order.Back("finish")).Expect(HttpStatusCode.OK);

        Assert.Equal("finish", reply.Step);
        Assert.Equal(
            [("box", "cardboard"), ("pens-small", "pens-10")],
            Dropped(reply).Where(dropped => dropped.Step != "finish")
        );
        Assert.Equal("23.90", reply.Total);
        Assert.Equal(["answer", "back", "cancel"], reply.Actions);
        Invariants.Hold(reply);
    }

    [Fact]
    public async Task Going_back_to_the_first_step_leaves_an_empty_order()
    {
        var order = await ToNotepads();

        var reply = (await order.Back("cards")).Expect(HttpStatusCode.OK);

        Assert.Equal(("cards", "0.00", 0), (reply.Step, reply.Total, reply.Json.GetProperty("lines").GetArrayLength()));
        Assert.Equal(["answer", "cancel"], reply.Actions);
    }

    [Fact]
    public async Task Going_back_to_where_the_walk_is_changes_nothing()
    {
        var order = await ToNotepads();
        var before = await order.View();

        Assert.Equal(before.Body, (await order.Back("notepads")).Expect(HttpStatusCode.OK).Body);
    }

    [Fact]
    public async Task Going_back_to_a_step_that_the_walk_did_not_stop_at_is_refused()
    {
        var order = await ToNotepads();

        var refused = (await order.Back("textile")).Expect(HttpStatusCode.Conflict, "step-not-reached");

        Assert.Equal("notepads", refused.TextAt("/order/step/id"));
        Assert.Equal((await order.View()).ETag, refused.ETag);
        (await order.Back("no-such-step")).Expect(HttpStatusCode.NotFound, "unknown-step");
    }

    [Fact]
    public async Task A_kept_answer_is_judged_at_its_own_moment()
    {
        await using var server = RunningServer.Start();
        server.Clock.Advance(new DateTimeOffset(2026, 12, 31, 20, 0, 0, TimeSpan.Zero) - SettableClock.Noon);
        var order = await server.Api.Start("print-shop");
        await order.WalkToEnd(step =>
            step.TextAt("/id") == "christmas" ? Answers.Accept("christmas-10") : Walker.DeclineOrLeast(step)
        );

        server.Clock.Advance(TimeSpan.FromDays(1));
        var reply = await order.Take("paper", Answers.Accept("silk"));

        Assert.Empty(Dropped(reply));
        Assert.Contains("christmas", reply.Json.GetProperty("ledger").Values("step"));
    }

    [Fact]
    public async Task A_form_that_fell_away_is_named_without_offers()
    {
        var order = await shared.Api.Start("burger-menu");
        await order.WalkToEnd(step => Walker.AcceptFrom(step, 0));

        var reply = (await order.Back("menu")).Expect(HttpStatusCode.OK);

        Assert.Contains(("pickup", ""), Dropped(reply));
    }

    private async Task<OrderClient> ToNotepads()
    {
        var order = await shared.Api.Start("print-shop");
        await order.Take("cards", Answers.Accept("cards", 250));
        await order.Take("paper", Answers.Accept("soft-touch"));
        await order.Take("finish", Answers.Accept("spot-uv"));
        await order.Take("box", Answers.Accept("cardboard"));
        await order.Take("artwork-check", Answers.Decline);
        await order.Take("pens-small", Answers.Accept("pens-10"));
        return order;
    }

    private static IEnumerable<(string Step, string Offers)> Dropped(Reply reply) =>
        reply
            .Json.GetProperty("dropped")
            .EnumerateArray()
            .Select(dropped =>
                (
                    dropped.TextAt("/step")!,
                    string.Join(' ', dropped.GetProperty("offers").EnumerateArray().Select(offer => offer.GetString()))
                )
            );
}
