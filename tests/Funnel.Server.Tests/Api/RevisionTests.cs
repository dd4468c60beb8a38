using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>Optimistic concurrency, as HTTP shows it.</summary>
public sealed class RevisionTests(SharedServer shared)
{
    [Fact]
    public async Task Each_change_is_one_revision_more()
    {
        var order = await shared.Api.Start("print-shop");
        Assert.Equal((1, "\"1\""), (order.Started.Revision, order.Started.ETag));

        Assert.Equal(2, (await order.Take("cards", Answers.Accept("cards"))).Revision);
        Assert.Equal(3, (await order.Take("paper", Answers.Decline)).Revision);
        Assert.Equal(4, (await order.Back("paper")).Revision);
        Assert.Equal(5, (await order.Cancel()).Revision);
        Assert.Equal("\"5\"", (await order.View()).ETag);
    }

    [Fact]
    public async Task A_refused_answer_is_no_revision_and_says_which_one_holds()
    {
        var order = await shared.Api.Start("print-shop");

        Assert.Equal(
            "\"1\"",
            (await order.Accept("cards", "nonsense")).Expect(HttpStatusCode.UnprocessableEntity).ETag
        );
        Assert.Equal("\"1\"", (await order.Decline("nowhere")).Expect(HttpStatusCode.NotFound).ETag);
        Assert.Equal("\"1\"", (await order.Decline("paper")).Expect(HttpStatusCode.Conflict).ETag);

        Assert.Equal("\"1\"", (await order.View()).ETag);
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("*")]
    [InlineData("\"7\", \"1\"")]
    [InlineData("W/\"1\", \"1\"")]
    public async Task A_write_that_expects_the_order_as_it_is_goes_through(string ifMatch)
    {
        var order = await shared.Api.Start("print-shop");

        var reply = await order.Answer("cards", Answers.Accept("cards"), ("If-Match", ifMatch));

        Assert.Equal("\"2\"", reply.Expect(HttpStatusCode.OK).ETag);
    }

    [Theory]
    [InlineData("\"0\"")]
    [InlineData("\"2\"")]
    [InlineData("W/\"1\"")]
    [InlineData("\"01\"")]
    [InlineData("\"99999999999999999999\"")]
    [InlineData("\"\"")]
    public async Task A_write_that_expects_another_revision_gets_the_order_as_it_is(string ifMatch)
    {
        var order = await shared.Api.Start("print-shop");

        (string, string) header = ("If-Match", ifMatch);
        foreach (
            var reply in (Reply[])
                [
                    await order.Answer("cards", Answers.Accept("cards"), header),
                    await order.Back("cards", header),
                    await order.Complete("0.00", header),
                    await order.Cancel(header),
                ]
        )
        {
            reply.Expect(HttpStatusCode.PreconditionFailed, "stale-revision");
            Problem.IsWellFormed(reply);
            Assert.Equal(("\"1\"", 1), (reply.ETag, reply.Json.At("/order/revision").GetInt32()));
            Assert.Equal("cards", reply.TextAt("/order/step/id"));
        }

        Assert.Equal(order.Started.Revision, (await order.View()).Revision);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"1")]
    [InlineData("\"1\" \"2\"")]
    [InlineData("⊥")]
    public async Task An_If_Match_that_is_none_is_told_so(string ifMatch)
    {
        var order = await shared.Api.Start("print-shop");

        var reply = await order.Answer("cards", Answers.Accept("cards"), ("If-Match", ifMatch));

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Problem.IsWellFormed(reply);
        Assert.Equal("\"1\"", (await order.View()).ETag);
    }

    [Fact]
    public async Task Two_tabs_at_the_same_revision_end_with_one_change_and_one_told()
    {
        var order = await shared.Api.Start("print-shop");
        var seen = order.Started.ETag!;

        (await order.Answer("cards", Answers.Accept("cards", 250), ("If-Match", seen))).Expect(HttpStatusCode.OK);
        var second = await order.Answer("cards", Answers.Accept("cards", 500), ("If-Match", seen));

        second.Expect(HttpStatusCode.PreconditionFailed, "stale-revision");
        Assert.Equal(250, second.Json.At("/order/lines/0/quantity").GetInt32());
        (await order.Answer("cards", Answers.Accept("cards", 500), ("If-Match", second.ETag!))).Expect(
            HttpStatusCode.OK
        );
    }
}
