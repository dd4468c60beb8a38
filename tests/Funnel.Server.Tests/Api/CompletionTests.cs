using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

public sealed class CompletionTests(SharedServer shared)
{
    [Fact]
    public async Task An_order_is_never_completed_by_itself()
    {
        var (order, end) = await AtTheEnd();

        Assert.Equal("open", end.TextAt("/status"));
        Assert.Contains("complete", end.Actions);
        Assert.Equal("open", (await order.View()).TextAt("/status"));
    }

    [Fact]
    public async Task Completing_twice_gives_the_same_order()
    {
        var (order, end) = await AtTheEnd();

        var first = (await order.Complete(end.Total)).Expect(HttpStatusCode.OK);
        var second = (await order.Complete(end.Total)).Expect(HttpStatusCode.OK);

        Assert.Equal(first.Body, second.Body);
        Assert.Equal(end.Revision + 1, second.Revision);
    }

    [Fact]
    public async Task Completing_twice_at_once_is_one_completion()
    {
        var (order, end) = await AtTheEnd();

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => order.Complete(end.Total)));

        Assert.All(
            replies,
            reply =>
                Assert.Equal(
                    (end.Revision + 1, "completed"),
                    (reply.Expect(HttpStatusCode.OK).Revision, reply.TextAt("/status"))
                )
        );
    }

    [Theory]
    [InlineData("4.94")]
    [InlineData("0")]
    [InlineData("49.5")]
    [InlineData("99999999999999.99")]
    public async Task Another_total_is_refused_with_the_order_as_it_is(string total)
    {
        var (order, end) = await AtTheEnd();

        var refused = (await order.Complete(total)).Expect(HttpStatusCode.Conflict, "total-changed");

        Problem.IsWellFormed(refused);
        Assert.Equal(["/total"], refused.Pointers);
        Assert.Equal("4.95", refused.TextAt("/order/totals/total/amount"));
        Assert.Equal(end.ETag, refused.ETag);
        Assert.Equal(end.Body, (await order.View()).Body);
    }

    [Fact]
    public async Task A_total_that_moved_meanwhile_is_refused()
    {
        var (order, end) = await AtTheEnd();
        await order.Take("box", Answers.Accept("cardboard"));

        var refused = (await order.Complete(end.Total)).Expect(HttpStatusCode.Conflict, "total-changed");

        (await order.Complete(refused.TextAt("/order/totals/total/amount")!)).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("4.950")]
    [InlineData("04.95")]
    public async Task The_same_total_in_other_digits_is_the_same(string total)
    {
        var (order, _) = await AtTheEnd();

        (await order.Complete(total)).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"total":4.95}""", "/total")]
    [InlineData("""{"total":null}""", "/total")]
    [InlineData("""{"total":"4,95"}""", "/total")]
    [InlineData("""{"total":"4.951"}""", "/total")]
    [InlineData("""{"total":"-4.95"}""", "/total")]
    [InlineData("""{"total":"+4.95"}""", "/total")]
    [InlineData("""{"total":" 4.95"}""", "/total")]
    [InlineData("""{"total":"4.95e0"}""", "/total")]
    [InlineData("""{"total":"€ 4,95"}""", "/total")]
    [InlineData("""{"total":"NaN"}""", "/total")]
    [InlineData("""{"total":""}""", "/total")]
    [InlineData("""{"total":"."}""", "/total")]
    [InlineData("""{"total":"999999999999999999"}""", "/total")]
    [InlineData("""{"total":"99999999999999999999999999999999999999"}""", "/total")]
    [InlineData("""{"total":"٤.٩٥"}""", "/total")]
    [InlineData("""{"total":{"amount":"4.95"}}""", "/total")]
    [InlineData("""{}""", "")]
    [InlineData("""{"total":"4.95","total":"4.95"}""", "/total")]
    [InlineData("""{"total":"4.95","sure":true}""", "/sure")]
    public async Task What_is_no_total_is_told_so(string body, string pointer)
    {
        var (order, end) = await AtTheEnd();

        var refused = (await order.Send(HttpMethod.Post, "/complete", body)).Expect(
            HttpStatusCode.BadRequest,
            "malformed-body"
        );

        Problem.IsWellFormed(refused);
        Assert.Equal([pointer], refused.Pointers);
        Assert.Equal(end.Body, (await order.View()).Body);
    }

    [Fact]
    public async Task An_unfinished_walk_is_not_completed()
    {
        var order = await shared.Api.Start("print-shop");
        await order.Take("cards", Answers.Accept("cards"));

        var refused = (await order.Complete("4.95")).Expect(HttpStatusCode.Conflict, "walk-not-finished");

        Assert.Equal("paper", refused.TextAt("/order/step/id"));
    }

    [Fact]
    public async Task A_completed_order_cannot_change()
    {
        var (order, end) = await AtTheEnd();
        var completed = await order.Complete(end.Total);

        foreach (
            var refused in (Reply[])
                [
                    await order.Decline("paper"),
                    await order.Accept("paper", "silk"),
                    await order.Decline("no-such-step"),
                    await order.Back("paper"),
                    await order.Cancel(),
                    await order.Preview("""{"step":"paper","accept":[{"offer":"silk"}]}"""),
                ]
        )
        {
            refused.Expect(HttpStatusCode.Conflict, "order-completed");
            Problem.IsWellFormed(refused);
            Assert.Equal("completed", refused.TextAt("/order/status"));
            Assert.Equal(completed.ETag, refused.ETag);
        }

        (await order.Complete("1.00")).Expect(HttpStatusCode.Conflict, "total-changed");
        Assert.Equal(completed.Body, (await order.View()).Body);
    }

    [Fact]
    public async Task An_order_can_be_cancelled_at_any_step_and_again()
    {
        var order = await shared.Api.Start("print-shop");
        await order.Take("cards", Answers.Accept("cards"));

        var cancelled = (await order.Cancel()).Expect(HttpStatusCode.OK);

        Assert.Equal("cancelled", cancelled.TextAt("/status"));
        Assert.Empty(cancelled.Actions);
        Assert.Null(cancelled.Step);
        Invariants.Hold(cancelled);
        Assert.Equal(cancelled.Body, (await order.Cancel()).Expect(HttpStatusCode.OK).Body);
        (await order.Decline("paper")).Expect(HttpStatusCode.Conflict, "order-cancelled");
        (await order.Complete("4.95")).Expect(HttpStatusCode.Conflict, "order-cancelled");
    }

    private async Task<(OrderClient Order, Reply End)> AtTheEnd()
    {
        var order = await shared.Api.Start("print-shop");
        return (order, await order.WalkToEnd(Walker.DeclineOrLeast));
    }
}
