using System.Globalization;
using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

public sealed class ExpiryTests
{
    [Fact]
    public async Task An_order_that_nobody_touches_expires_at_the_moment_that_it_said()
    {
        using var funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
        await using var server = RunningServer.Start(new() { FunnelsDirectory = funnels.Path });
        var order = await server.Api.Start("mug");
        Assert.Equal(SettableClock.Noon.AddHours(1), ExpiresAt(order.Started));

        server.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        Assert.Equal("open", (await order.View()).TextAt("/status"));
        server.Clock.Advance(TimeSpan.FromMilliseconds(1));

        var expired = await order.View();
        Assert.Equal("expired", expired.TextAt("/status"));
        Assert.Null(expired.Step);
        Assert.Empty(expired.Actions);
        Invariants.Hold(expired);
    }

    [Fact]
    public async Task Each_change_gives_it_new_time_and_a_look_does_not()
    {
        using var funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
        await using var server = RunningServer.Start(new() { FunnelsDirectory = funnels.Path });
        var order = await server.Api.Start("mug");

        server.Clock.Advance(TimeSpan.FromMinutes(59));
        await order.View();
        await order.Preview("""{"step":"mug","accept":[{"offer":"mug"}]}""");
        Assert.Equal(SettableClock.Noon.AddHours(1), ExpiresAt(await order.View()));

        Assert.Equal(SettableClock.Noon.AddMinutes(119), ExpiresAt(await order.Take("mug", Answers.Accept("mug"))));
        server.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("open", (await order.View()).TextAt("/status"));
    }

    [Fact]
    public async Task An_expired_order_cannot_change()
    {
        using var funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
        await using var server = RunningServer.Start(new() { FunnelsDirectory = funnels.Path });
        var order = await server.Api.Start("mug");
        var end = await order.WalkToEnd(Walker.DeclineOrLeast);
        server.Clock.Advance(TimeSpan.FromHours(2));

        foreach (
            var refused in (Reply[])
                [
                    await order.Accept("spoon", "spoon"),
                    await order.Back("mug"),
                    await order.Complete(end.Total),
                    await order.Cancel(),
                    await order.Preview("""{"step":"spoon","accept":[{"offer":"spoon"}]}"""),
                ]
        )
        {
            refused.Expect(HttpStatusCode.Conflict, "order-expired");
            Problem.IsWellFormed(refused);
            Assert.Equal("expired", refused.TextAt("/order/status"));
        }

        // Its expiry is a change of its own, and the last.
        var last = await Eventually.Becomes(() => order.View(), view => view.Revision > end.Revision);
        Assert.Equal(end.Revision + 1, last.Revision);
    }

    [Fact]
    public async Task A_completed_order_does_not_expire()
    {
        using var funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
        await using var server = RunningServer.Start(new() { FunnelsDirectory = funnels.Path });
        var order = await server.Api.Start("mug");
        var end = await order.WalkToEnd(Walker.DeclineOrLeast);
        await order.Complete(end.Total);

        server.Clock.Advance(TimeSpan.FromDays(400));

        Assert.Equal("completed", (await order.View()).TextAt("/status"));
        (await order.Complete(end.Total)).Expect(HttpStatusCode.OK);
    }

    private static DateTimeOffset ExpiresAt(Reply reply) =>
        DateTimeOffset.Parse(reply.TextAt("/expiresAt")!, CultureInfo.InvariantCulture);
}
