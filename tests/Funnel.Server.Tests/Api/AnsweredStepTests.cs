using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>An answered step, shown with its answer so that a shopper can change it.</summary>
public sealed class AnsweredStepTests(SharedServer shared)
{
    [Fact]
    public async Task It_is_asked_as_it_was_with_the_answer_that_it_got()
    {
        var order = await shared.Api.Start("print-shop");
        var asked = await order.Take("cards", Answers.Accept("cards", 250));
        await order.Take("paper", Answers.Accept("soft-touch"));
        var after = await order.Take("finish", Answers.Accept("spot-uv"));

        var reply = (await order.ViewAnswer("paper")).Expect(HttpStatusCode.OK);

        Assert.Equal(asked.Json.GetProperty("step").GetRawText(), reply.Json.GetProperty("step").GetRawText());
        Assert.Equal("""{"accept":[{"offer":"soft-touch"}]}""", Answer(reply));
        Assert.Equal(after.ETag, reply.ETag);
    }

    [Fact]
    public async Task What_was_chosen_is_written_out_also_where_it_was_left_at_its_default()
    {
        var cards = await shared.Api.Start("print-shop");
        await cards.Take("cards", Answers.Accept("cards"));
        Assert.Equal("""{"accept":[{"offer":"cards","quantity":100}]}""", Answer(await cards.ViewAnswer("cards")));

        var coat = await shared.Api.Start("winter-coat");
        await coat.Take("coat", """{"accept":[{"offer":"wool","options":{"size":"m"}}]}""");
        Assert.Equal(
            """{"accept":[{"offer":"wool","options":{"colour":"navy","size":"m"}}]}""",
            Answer(await coat.ViewAnswer("coat"))
        );
    }

    [Fact]
    public async Task A_declined_step_and_a_form_say_what_was_said()
    {
        var order = await shared.Api.Start("software-plans");
        await order.Take("about", """{"inputs":{"people":3,"email":"zoe@example.com","website":" "}}""");
        await order.Take("starter-plan", Answers.Accept("starter"));

        var form = await order.ViewAnswer("about");

        Assert.Equal("""{"inputs":{"email":"zoe@example.com","people":3}}""", Answer(form));
        Assert.Equal(["email", "people", "website"], form.Json.At("/step/fields").Values("id"));

        var cards = await shared.Api.Start("print-shop");
        await cards.Take("cards", Answers.Accept("cards"));
        await cards.Take("paper", Answers.Decline);
        Assert.Equal("""{"decline":true}""", Answer(await cards.ViewAnswer("paper")));
    }

    [Theory]
    [InlineData("burger-menu")]
    [InlineData("phone-shop")]
    [InlineData("print-shop")]
    [InlineData("software-plans")]
    [InlineData("winter-coat")]
    public async Task The_very_answer_can_be_sent_again_and_changes_nothing(string funnel)
    {
        var order = await shared.Api.Start(funnel);
        var end = await order.WalkToEnd(step => Walker.AcceptFrom(step, 0));

        foreach (var step in end.Json.GetProperty("ledger").Values("step"))
        {
            var answer = (await order.ViewAnswer(step!)).Expect(HttpStatusCode.OK);
            Assert.Equal(step, answer.TextAt("/step/id"));
            Assert.Equal(end.Body, (await order.Take(step!, Answer(answer))).Body);
        }
    }

    [Fact]
    public async Task It_is_offered_what_can_be_had_today()
    {
        using var folder = TemporaryFolder.With(
            (
                "mug.json",
                SmallFunnel
                    .Mug()
                    .Replace(
                        "\"benefit\": \"To stir with.\"",
                        "\"when\": { \"fact\": \"time\", \"lessThan\": \"12:30\" }",
                        StringComparison.Ordinal
                    )
            )
        );
        await using var server = RunningServer.Start(new() { FunnelsDirectory = folder.Path });
        var order = await server.Api.Start("mug");
        await order.Take("mug", Answers.Accept("mug"));
        await order.Take("spoon", Answers.Accept("spoon"));
        Assert.Equal(["spoon"], (await order.ViewAnswer("spoon")).Json.At("/step/offers").Values("id"));

        server.Clock.Advance(TimeSpan.FromMinutes(45));
        var reply = (await order.ViewAnswer("spoon")).Expect(HttpStatusCode.OK);

        Assert.Empty(reply.Json.At("/step/offers").EnumerateArray());
        Assert.Equal("""{"accept":[{"offer":"spoon"}]}""", Answer(reply));
    }

    [Fact]
    public async Task Only_what_is_answered_is_shown_and_only_of_an_open_order()
    {
        var order = await shared.Api.Start("print-shop");
        await order.Take("cards", Answers.Accept("cards"));

        var current = (await order.ViewAnswer("paper")).Expect(HttpStatusCode.Conflict, "step-not-reached");
        Assert.Equal("paper", current.TextAt("/order/step/id"));
        (await order.ViewAnswer("double")).Expect(HttpStatusCode.Conflict, "step-not-reached");
        (await order.ViewAnswer("nowhere")).Expect(HttpStatusCode.NotFound, "unknown-step");
        (await order.With("tok_of-another-order").ViewAnswer("cards")).Expect(
            HttpStatusCode.NotFound,
            "order-not-found"
        );
        await order.Cancel();
        (await order.ViewAnswer("cards")).Expect(HttpStatusCode.Conflict, "order-cancelled");
    }

    private static string Answer(Reply reply) => reply.Json.GetProperty("answer").GetRawText();
}
