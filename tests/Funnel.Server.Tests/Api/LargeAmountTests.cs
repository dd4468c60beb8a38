using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>Amounts at the end of exact money: refused, and never wrong.</summary>
public sealed class LargeAmountTests
{
    [Fact]
    public async Task What_would_go_beyond_exact_money_is_refused()
    {
        using var funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug("90000000000000.00")));
        await using var server = RunningServer.Start(new() { FunnelsDirectory = funnels.Path });
        var order = await server.Api.Start("mug");

        Assert.Equal("90000000000000.00", order.Started.Offer("mug").TextAt("/totalAfter/amount"));
        var refused = (await order.Answer("mug", Answers.Accept("mug", 9_999))).Expect(
            HttpStatusCode.UnprocessableEntity,
            "amount-too-large"
        );
        Problem.IsWellFormed(refused);
        Assert.Equal(["/accept/0"], refused.Pointers);

        // What just fits can be ordered.
        var most = await order.Take("mug", Answers.Accept("mug", 1_024));
        Assert.Equal("92160000000000000.00", most.Total);
        Invariants.Hold(most);
        (await order.Complete((await order.Take("spoon", Answers.Decline)).Total)).Expect(HttpStatusCode.OK);
        Assert.Empty(server.Errors);
    }
}
