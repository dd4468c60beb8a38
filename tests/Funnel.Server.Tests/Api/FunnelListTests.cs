using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

public sealed class FunnelListTests(SharedServer shared)
{
    [Fact]
    public async Task Every_file_of_the_folder_is_published()
    {
        var reply = (await shared.Api.Funnels()).Expect(HttpStatusCode.OK);

        Assert.Equal(
            ["burger-menu", "phone-shop", "print-shop", "software-plans", "winter-coat"],
            reply.Json.Values("id")
        );
        Assert.All(reply.Json.EnumerateArray(), funnel => Assert.Equal(1, funnel.GetProperty("version").GetInt32()));
    }
}
