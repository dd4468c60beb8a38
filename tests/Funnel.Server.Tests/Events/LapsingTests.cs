using System.Net;
using System.Text.Json;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Funnel.Server.Tests.Events;

/// <summary>Orders that nobody touches are told to be abandoned once, and expire in the end.</summary>
public sealed class LapsingTests : IAsyncDisposable
{
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(
        (
            "mug.json",
            SmallFunnel.Mug().Replace("PT1H\"", "PT3H\", \"abandonedAfter\": \"PT1H\"", StringComparison.Ordinal)
        )
    );
    private readonly RunningServer _server;

    public LapsingTests() => _server = RunningServer.Start(new() { FunnelsDirectory = _funnels.Path });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _funnels.Dispose();
    }

    [Fact]
    public async Task An_abandoned_order_is_told_with_what_a_link_back_to_it_needs()
    {
        var order = await _server.Api.Start("mug", new { locale = "en" });
        await order.Take("mug", Answers.Accept("mug", 3));

        _server.Clock.Advance(TimeSpan.FromHours(1));
        var events = await Events(order, 3);

        Assert.Equal("order.abandoned", events[2].TextAt("/type"));
        var data = events[2].GetProperty("data");
        Assert.Equal(order.Id, data.TextAt("/order"));
        Assert.Equal("spoon", data.TextAt("/reached"));
        Assert.Equal(
            ("15.00", "EUR", "open"),
            (data.TextAt("/total"), data.TextAt("/currency"), data.TextAt("/status"))
        );
        var line = Assert.Single(data.GetProperty("lines").EnumerateArray());
        Assert.Equal(("mug", "Mug", "15.00"), (line.TextAt("/product"), line.TextAt("/name"), line.TextAt("/net")));
        Assert.Equal(3, line.GetProperty("quantity").GetInt32());
    }

    [Fact]
    public async Task It_is_abandoned_once_and_its_shopper_can_come_back()
    {
        var order = await _server.Api.Start("mug");
        _server.Clock.Advance(TimeSpan.FromHours(1));
        await Events(order, 2);

        var back = await order.Take("mug", Answers.Accept("mug"));
        Assert.Equal("open", back.TextAt("/status"));
        _server.Clock.Advance(TimeSpan.FromHours(2));
        await LetTheSweeperPass();
        _server.Clock.Advance(TimeSpan.FromHours(1));

        var events = await Events(order, 4);
        Assert.Equal(["order.started", "order.abandoned", "step.answered", "order.expired"], events.Select(Type));
        var expired = await order.View();
        Assert.Equal(("expired", 4), (expired.TextAt("/status"), expired.Revision));
        (await order.Accept("spoon", "spoon")).Expect(HttpStatusCode.Conflict, "order-expired");
    }

    [Fact]
    public async Task An_order_that_is_touched_in_time_is_never_abandoned_and_a_closed_one_is_left_alone()
    {
        var touched = await _server.Api.Start("mug");
        var cancelled = await _server.Api.Start("mug");
        await cancelled.Cancel();
        for (var quantity = 1; quantity <= 3; quantity++)
        {
            _server.Clock.Advance(TimeSpan.FromMinutes(59));
            await LetTheSweeperPass();
            await touched.Take("mug", Answers.Accept("mug", quantity));
        }

        _server.Clock.Advance(TimeSpan.FromDays(1));
        var events = await Events(touched, 5);

        // Nobody looked at it in between: it has expired by then, and there is nothing left to come back to.
        Assert.Equal("order.expired", Type(events[4]));
        Assert.DoesNotContain("order.abandoned", events.Select(Type));
        Assert.Equal(["order.started", "order.cancelled"], (await Events(cancelled, 2)).Select(Type));
    }

    [Fact]
    public async Task Many_orders_lapse_together()
    {
        var orders = await Task.WhenAll(Enumerable.Range(0, 250).Select(_ => _server.Api.Start("mug")));

        _server.Clock.Advance(TimeSpan.FromHours(3));

        foreach (var order in orders)
        {
            Assert.Equal(["order.started", "order.expired"], (await Events(order, 2)).Select(Type));
        }

        Assert.Empty(_server.Errors);
    }

    private static string? Type(JsonElement e) => e.TextAt("/type");

    /// <summary>An order's events, once there are so many.</summary>
    private async Task<JsonElement[]> Events(OrderClient order, int count)
    {
        var reply = await Eventually.Becomes(
            async () => (await order.With(ServerSettings.MerchantKey).Events()).Expect(HttpStatusCode.OK),
            reply => reply.Json.GetProperty("events").GetArrayLength() >= count
        );
        var events = reply.Json.GetProperty("events").EnumerateArray().ToArray();
        Assert.Equal(count, events.Length);
        return events;
    }

    /// <summary>Comes back once the sweeper has looked at everything that is due.</summary>
    private async Task LetTheSweeperPass() =>
        await Eventually.Becomes(
            async () =>
                await _server
                    .Services.GetRequiredService<IStore>()
                    .FindLapsed(_server.Clock.GetUtcNow(), 1, TestContext.Current.CancellationToken),
            due => due.Count == 0
        );
}
