using System.Net;
using System.Text.Json;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Events;

/// <summary>An instance that dies in the middle of telling is taken over by another.</summary>
public sealed class TakeoverTests(SharedPostgres postgres)
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_a_killed_instance_had_not_told_another_tells(string provider)
    {
        using var data = new TemporaryFolder();
        using var funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
        await using var receiver = await WebhookReceiver.Start();
        var settings = new ServerSettings { Data = data, FunnelsDirectory = funnels.Path }
            .On(provider, provider == "sqlite" ? $"Data Source={data.Path}/funnel.db" : await postgres.CreateDatabase())
            .Telling("shop", receiver);
        await using var first = await ServerProcess.Start(settings);
        await using var second = await ServerProcess.Start(settings);

        // Half of what is told is under way, and is never answered, when the first dies; it has come first, so it tells.
        var answered = 0;
        receiver.Answer = (call, http) =>
            Interlocked.Increment(ref answered) % 2 == 0 ? WebhookReceiver.Never(call, http) : Task.CompletedTask;
        var orders = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(n => Shop((n % 2 == 0 ? first : second).Api, second.Api))
        );
        await Eventually.Becomes(() => Task.FromResult(receiver.Calls.Count), calls => calls >= 20);
        await first.Kill();
        receiver.Answer = WebhookReceiver.With((int)HttpStatusCode.NoContent);

        foreach (var order in orders)
        {
            var told = await Eventually.Becomes(() => Task.FromResult(Told(receiver, order)), told => told.Contains(3));

            // At least once each, and none before the one before it.
            Assert.Equal([1, 2, 3], told.Distinct());
            Assert.Equal(told.Order(), told);
        }
    }

    private static async Task<string> Shop(ApiClient starting, ApiClient going)
    {
        var order = await starting.Start("mug");
        var elsewhere = going.Order(order.Id, order.Token);
        await elsewhere.Take("mug", Answers.Accept("mug"));
        (await elsewhere.Cancel()).Expect(HttpStatusCode.OK);
        return order.Id;
    }

    private static int[] Told(WebhookReceiver receiver, string order) =>
        [
            .. receiver
                .Calls.Select(call => JsonElement.Parse(call.Body))
                .Where(e => e.TextAt("/data/order") == order)
                .Select(e => e.At("/data/revision").GetInt32()),
        ];
}
