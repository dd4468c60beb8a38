using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Who_starts_too_many_orders_is_told_when_to_come_back()
    {
        using var funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
        await using var server = RunningServer.Start(new() { FunnelsDirectory = funnels.Path, StartsPerMinute = 3 });
        var order = await server.Api.Start("mug");
        await server.Api.Start("mug");
        await server.Api.Start("mug");

        var refused = (await server.Api.TryStart("mug")).Expect(HttpStatusCode.TooManyRequests, "too-many-requests");

        Problem.IsWellFormed(refused);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (await order.Accept("mug", "mug")).Expect(HttpStatusCode.OK);
        (await server.Api.Funnels()).Expect(HttpStatusCode.OK);
    }
}
