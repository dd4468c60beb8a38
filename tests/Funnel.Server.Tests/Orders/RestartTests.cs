using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests;

public sealed class RestartTests
{
    [Fact]
    public async Task An_order_is_found_as_it_was_after_a_restart()
    {
        using var data = new TemporaryFolder();
        string id;
        string token;
        Reply before;
        await using (var server = await ServerProcess.Start(new() { Data = data }))
        {
            var order = await server.Api.Start("print-shop", new { locale = "nl" });
            await order.Take("cards", Answers.Accept("cards", 250));
            before = await order.Take("paper", Answers.Accept("soft-touch"));
            (id, token) = (order.Id, order.Token!);
        }

        await using var restarted = await ServerProcess.Start(new() { Data = data });

        var after = (await restarted.Api.Order(id, token).View()).Expect(HttpStatusCode.OK);
        Assert.Equal(before.Body, after.Body);
        Assert.Equal(before.ETag, after.ETag);
    }
}
