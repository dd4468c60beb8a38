using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>The print shop from its first step to a completed order.</summary>
public sealed class PrintShopJourneyTests(SharedServer shared)
{
    private static readonly (string Step, string[] Offers, string Total)[] Expected =
    [
        ("cards", ["cards"], "14.95"),
        ("paper", ["soft-touch"], "8.95"),
        ("finish", ["spot-uv"], "7.95"),
        ("box", ["cardboard"], "1.95"),
        ("artwork-check", [], "0.00"),
        ("pens-small", ["pens-10"], "7.50"),
        ("notepads", [], "0.00"),
        ("double", ["double-it"], "14.77"),
    ];

    [Theory]
    [InlineData("en", "€56.07", "+ €8.95", "Everything twice?")]
    [InlineData("nl", "€ 56,07", "+ € 8,95", "Alles twee keer?")]
    public async Task A_shopper_walks_from_the_first_hundred_cards_to_a_doubled_order(
        string locale,
        string total,
        string paper,
        string lastStep
    )
    {
        var order = await shared.Api.Start("print-shop", new { locale, country = "NL" });
        Assert.Equal("cards", order.Started.Step);
        Assert.Equal("0.00", order.Started.Total);

        await order.Take("cards", Answers.Accept("cards", 250));
        await order.Take("paper", Answers.Accept("soft-touch"));
        await order.Take("finish", Answers.Accept("spot-uv"));
        await order.Take("box", Answers.Accept("cardboard"));
        var afterCheck = await order.Take("artwork-check", Answers.Decline);
        Assert.Equal("pens-small", afterCheck.Step);
        await order.Take("pens-small", Answers.Accept("pens-10"));
        var beforeDouble = await order.Take("notepads", Answers.Decline);
        Assert.Equal(("double", lastStep), (beforeDouble.Step, beforeDouble.TextAt("/step/title")));
        var end = await order.Take("double", Answers.Accept("double-it"));

        Assert.Null(end.Step);
        Assert.Equal(["complete", "back", "cancel"], end.Actions);
        Assert.Equal(("56.07", total), (end.Total, end.TextAt("/totals/total/display")));
        Assert.Equal(
            ("0.00", "56.07", "49.30"),
            (
                end.TextAt("/totals/shipping/amount"),
                end.TextAt("/totals/subtotal/amount"),
                end.TextAt("/totals/list/amount")
            )
        );
        Assert.Equal(
            ("46.34", "9.73"),
            (end.TextAt("/totals/tax/0/base/amount"), end.TextAt("/totals/tax/0/amount/amount"))
        );
        Assert.Equal(paper, end.TextAt("/ledger/1/total/display"));
        Assert.Equal(Expected, Ledger(end), Same);
        Assert.Equal((500, 2, 20), (Quantity(end, "cards"), Quantity(end, "box"), Quantity(end, "pens")));
        Invariants.Hold(end);

        var completed = (await order.Complete(end.Total)).Expect(HttpStatusCode.OK);
        Assert.Equal("completed", completed.TextAt("/status"));
        Assert.Equal(end.Revision + 1, completed.Revision);
        Assert.Empty(completed.Actions);
        Assert.Equal("56.07", completed.Total);
        Invariants.Hold(completed);
    }

    [Fact]
    public async Task A_shopper_who_declines_everything_gets_a_hundred_cards_for_the_postage()
    {
        var order = await shared.Api.Start("print-shop");

        var end = await order.WalkToEnd(Walker.DeclineOrLeast);

        Assert.Equal("4.95", end.Total);
        (await order.Complete("4.95")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_handful_of_pens_is_offered_to_who_declines_the_box_of_them()
    {
        var order = await shared.Api.Start("print-shop");
        await order.Take("cards", Answers.Accept("cards", 1000));
        await order.Take("paper", Answers.Accept("soft-touch"));
        foreach (var step in (string[])["finish", "box", "artwork-check"])
        {
            await order.Take(step, Answers.Decline);
        }

        Assert.Equal("pens", (await order.View()).Step);
        Assert.Equal("pens-small", (await order.Take("pens", Answers.Decline)).Step);
        Assert.Equal("notepads", (await order.Take("pens", Answers.Accept("pens-25"))).Step);
    }

    [Fact]
    public async Task A_logo_that_was_handed_over_is_shown_on_what_carries_it()
    {
        var order = await shared.Api.Start("print-shop", """{"inputs":{"artwork":"https://example.com/logo.svg"}}""");

        var reply = await order.Take("cards", Answers.Accept("cards"));

        Assert.Equal("https://example.com/logo.svg", reply.Line("cards").TextAt("/personalised/artwork"));
    }

    [Fact]
    public async Task Christmas_cards_are_offered_in_the_season_only()
    {
        await using var server = RunningServer.Start();
        server.Clock.Advance(new DateTimeOffset(2026, 10, 31, 22, 59, 0, TimeSpan.Zero) - SettableClock.Noon);
        Assert.DoesNotContain("christmas", await AnsweredSteps(server.Api));

        // An hour before midnight in UTC it is November in Amsterdam.
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("christmas", await AnsweredSteps(server.Api));
    }

    private static async Task<IEnumerable<string>> AnsweredSteps(ApiClient api)
    {
        var order = await api.Start("print-shop");
        var end = await order.WalkToEnd(Walker.DeclineOrLeast);
        return end.Json.GetProperty("ledger").Values("step");
    }

    private static IEnumerable<(string Step, string[] Offers, string Total)> Ledger(Reply reply) =>
        reply
            .Json.GetProperty("ledger")
            .EnumerateArray()
            .Select(entry =>
                (
                    entry.TextAt("/step")!,
                    entry.GetProperty("offers").EnumerateArray().Select(offer => offer.GetString()!).ToArray(),
                    entry.TextAt("/total/amount")!
                )
            );

    private static bool Same(
        (string Step, string[] Offers, string Total) a,
        (string Step, string[] Offers, string Total) b
    ) => a.Step == b.Step && a.Total == b.Total && a.Offers.SequenceEqual(b.Offers);

    private static int Quantity(Reply reply, string line) => reply.Line(line).GetProperty("quantity").GetInt32();
}
