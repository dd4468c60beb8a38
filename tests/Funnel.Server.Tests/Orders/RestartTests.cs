using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Orders;

public sealed class RestartTests
{
    [Fact]
    public async Task Everything_is_as_it_was_after_a_restart()
    {
        using var data = new TemporaryFolder();
        var settings = new ServerSettings { Data = data };
        List<(string Id, string Token, Reply Last)> orders = [];
        await using (var server = await ServerProcess.Start(settings))
        {
            foreach (
                var funnel in (string[])["print-shop", "burger-menu", "phone-shop", "software-plans", "winter-coat"]
            )
            {
                var order = await server.Api.Start(funnel, new { locale = "nl", country = "DE" });
                orders.Add((order.Id, order.Token!, await order.WalkToEnd(step => Walker.AcceptFrom(step, 0))));
            }

            var artwork = new { artwork = "https://images.example/logo.svg" };
            await server.Api.Order(orders[0].Id, orders[0].Token).ChangeInputs(artwork);
            var completed = server.Api.Order(orders[0].Id, orders[0].Token);
            orders[0] = orders[0] with { Last = await completed.Complete(orders[0].Last.Total) };
            Assert.Equal(0, await server.Stop());
        }

        await using var restarted = await ServerProcess.Start(settings);

        foreach (var (id, token, last) in orders)
        {
            var after = (await restarted.Api.Order(id, token).View()).Expect(HttpStatusCode.OK);
            Assert.Equal((last.Body, last.ETag), (after.Body, after.ETag));
        }

        var versions = (await restarted.Api.Funnels())
            .Json.EnumerateArray()
            .Select(funnel => funnel.GetProperty("version").GetInt32());
        Assert.All(versions, version => Assert.Equal(1, version));
    }
}
