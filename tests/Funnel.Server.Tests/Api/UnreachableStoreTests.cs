using System.Net;
using Funnel.Server.Tests.Running;
using Microsoft.Data.Sqlite;

namespace Funnel.Server.Tests.Api;

public sealed class UnreachableStoreTests
{
    [Fact]
    public async Task While_the_store_cannot_be_written_callers_are_told_to_come_back_and_then_served()
    {
        using var data = new TemporaryFolder();
        using var funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
        var file = $"Data Source={data.Path}/funnel.db";
        await using var server = RunningServer.Start(
            new()
            {
                Data = data,
                FunnelsDirectory = funnels.Path,
                More = new Dictionary<string, string> { ["Storage:ConnectionString"] = $"{file};Default Timeout=1" },
            }
        );
        var order = await server.Api.Start("mug");

        await using (var other = new SqliteConnection($"{file};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var locked = other.BeginTransaction(deferred: false);

            foreach (
                var refused in await Task.WhenAll(
                    order.Accept("mug", "mug"),
                    server.Api.TryStart("mug"),
                    server.Api.Send(HttpMethod.Get, Health.Ready)
                )
            )
            {
                refused.ExpectStoreUnavailable();
            }

            // Reading does not wait for who writes.
            (await order.View()).Expect(HttpStatusCode.OK);
            (await server.Api.Send(HttpMethod.Get, "/health/live")).Expect(HttpStatusCode.OK);
        }

        Assert.Equal(2, (await order.Accept("mug", "mug")).Expect(HttpStatusCode.OK).Revision);
        (await server.Api.Send(HttpMethod.Get, Health.Ready)).Expect(HttpStatusCode.OK);
    }
}
