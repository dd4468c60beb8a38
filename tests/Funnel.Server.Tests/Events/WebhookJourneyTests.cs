using System.Net;
using System.Text.Json;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Funnel.Server.Tests.Events;

/// <summary>What happens to orders is told to endpoints: signed, in order per order, at least once, and never held up by others.</summary>
public sealed class WebhookJourneyTests : IAsyncDisposable
{
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));

    private ServerSettings Settings => new() { FunnelsDirectory = _funnels.Path };

    public ValueTask DisposeAsync()
    {
        _funnels.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_order_is_told_event_by_event_as_the_feed_tells_it()
    {
        await using var receiver = await WebhookReceiver.Start(new SettableClock());
        await using var server = RunningServer.Start(Settings.Telling("shop", receiver));
        var order = await server.Api.Start("mug");
        await order.Take("mug", Answers.Accept("mug", 2));
        await order.Take("spoon", Answers.Accept("spoon"));
        await order.Take("mug", Answers.Accept("mug", 3));
        await order.Complete("16.00");

        List<WebhookCall> calls = [];
        for (var i = 0; i < 5; i++)
        {
            calls.Add(await receiver.Next());
        }

        Assert.All(calls, call => Assert.True(call.IsSignedWith(WebhookSettings.Secret)));
        Assert.Equal(
            ["order.started", "step.answered", "step.answered", "order.revised", "order.completed"],
            calls.Select(Type)
        );
        var feed = (await server.Api.Feed()).Json.GetProperty("events").EnumerateArray();
        Assert.Equal(
            feed.Select(e => JsonSerializer.Serialize(e)),
            calls.Select(call => JsonSerializer.Serialize(JsonElement.Parse(call.Body)))
        );
        Assert.All(calls, call => Assert.Equal(call.Id, Json(call).TextAt("/id")));
        Assert.Equal("16.00", Json(calls[4]).TextAt("/data/total"));
        Assert.Equal(["mug", "spoon"], Json(calls[4]).At("/data/lines").Values("product"));
    }

    [Fact]
    public async Task An_endpoint_is_told_what_it_asks_for_alone()
    {
        await using var receiver = await WebhookReceiver.Start();
        await using var server = RunningServer.Start(Settings.Telling("shop", receiver, "order.cancelled"));
        await server.Api.Start("mug");
        var order = await server.Api.Start("mug");
        await order.Cancel();

        var call = await receiver.Next();

        Assert.Equal("order.cancelled", Type(call));
        Assert.Equal(2, Revision(call));
        Assert.Single(receiver.Calls);
    }

    [Fact]
    public async Task What_fails_is_tried_again_and_what_follows_waits_while_other_orders_and_endpoints_go_on()
    {
        await using var moody = await WebhookReceiver.Start();
        await using var steady = await WebhookReceiver.Start();
        await using var server = RunningServer.Start(Settings.Telling("moody", moody).Telling("steady", steady));
        moody.Answer = WebhookReceiver.With(StatusCodes.Status500InternalServerError);
        var bad = await server.Api.Start("mug");
        moody.Answer = (call, http) =>
        {
            http.Response.StatusCode = Order(call) == bad.Id ? 500 : 204;
            return Task.CompletedTask;
        };
        await bad.Take("mug", Answers.Accept("mug"));
        var good = await server.Api.Start("mug");
        await good.Cancel();

        await Eventually.Becomes(() => Task.FromResult(Told(moody, good)), told => told.SequenceEqual([1, 2]));
        await Eventually.Becomes(() => Task.FromResult(Told(steady, bad)), told => told.SequenceEqual([1, 2]));
        Assert.Equal([1], Told(moody, bad).Distinct());

        moody.Answer = WebhookReceiver.With(StatusCodes.Status200OK);
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.Becomes(() => Task.FromResult(Told(moody, bad)), told => told[^1] == 2);
        var calls = moody.Calls.Where(call => Order(call) == bad.Id).ToList();
        Assert.Equal(calls.Count - 1, calls.Count(call => Revision(call) == 1));
        Assert.Single(calls.Take(calls.Count - 1).Select(call => call.Id).Distinct());
    }

    [Fact]
    public async Task A_receiver_that_hangs_for_one_order_holds_up_no_other()
    {
        await using var receiver = await WebhookReceiver.Start();
        await using var server = RunningServer.Start(Settings.Telling("shop", receiver));
        var hanging = await server.Api.Start("mug");
        receiver.Answer = (call, http) =>
            Order(call) == hanging.Id ? WebhookReceiver.Never(call, http) : Task.CompletedTask;
        await hanging.Cancel();

        foreach (var order in await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => server.Api.Start("mug"))))
        {
            await Eventually.Becomes(() => Task.FromResult(Told(receiver, order)), told => told.SequenceEqual([1]));
        }
    }

    [Fact]
    public async Task After_a_day_of_failing_it_is_a_dead_letter_that_can_be_replayed()
    {
        await using var receiver = await WebhookReceiver.Start();
        receiver.Answer = WebhookReceiver.With(StatusCodes.Status500InternalServerError);
        await using var server = RunningServer.Start(
            Settings.Telling("shop", receiver, "order.started", "order.cancelled")
        );
        var order = await server.Api.Start("mug");
        await order.Cancel();
        var other = await server.Api.Start("mug");
        await other.Cancel();

        await Eventually.Becomes(() => Task.FromResult(receiver.Calls.Count), calls => calls >= 2);
        for (var hour = 0; hour < 24; hour++)
        {
            Assert.Empty(await DeadLetters(server));
            server.Clock.Advance(TimeSpan.FromHours(1));
            await Eventually.Becomes(() => Due(server), due => due.Count == 0);
        }

        var letter = (await DeadLetters(server)).Single(one => one.TextAt("/order") == order.Id);
        Assert.Equal("the reply was 500", letter.TextAt("/reason"));
        Assert.Equal((0, 2), (letter.GetProperty("told").GetInt32(), letter.GetProperty("newest").GetInt32()));
        Assert.InRange(letter.GetProperty("attempts").GetInt32(), 5, 30);
        Assert.Equal([1], Told(receiver, order).Distinct());

        receiver.Answer = WebhookReceiver.With(StatusCodes.Status200OK);
        (await Replay(server, new { order = "ord_none" })).Expect(HttpStatusCode.OK);
        var replayed = (await Replay(server, new { order = order.Id })).Expect(HttpStatusCode.OK);
        Assert.Equal(1, replayed.Json.GetProperty("replayed").GetInt32());
        await Eventually.Becomes(() => Task.FromResult(Told(receiver, order)), told => told is [.., 1, 2]);
        Assert.Equal(other.Id, Assert.Single(await DeadLetters(server)).TextAt("/order"));

        Assert.Equal(1, (await Replay(server, null)).Json.GetProperty("replayed").GetInt32());
        await Eventually.Becomes(() => Task.FromResult(Told(receiver, other)), told => told is [.., 1, 2]);
        Assert.Empty(await DeadLetters(server));
    }

    [Fact]
    public async Task An_endpoint_that_is_gone_is_left_alone_until_something_happens_to_the_order()
    {
        await using var receiver = await WebhookReceiver.Start();
        receiver.Answer = WebhookReceiver.With(StatusCodes.Status410Gone);
        await using var server = RunningServer.Start(Settings.Telling("shop", receiver));
        var order = await server.Api.Start("mug");
        await Eventually.Becomes(() => DeadLetters(server), letters => letters.Length == 1);
        Assert.Single(receiver.Calls);

        receiver.Answer = WebhookReceiver.With(StatusCodes.Status200OK);
        await order.Cancel();

        await Eventually.Becomes(() => Task.FromResult(Told(receiver, order)), told => told.SequenceEqual([1, 1, 2]));
        Assert.Empty(await DeadLetters(server));
    }

    [Fact]
    public async Task What_was_not_told_before_a_restart_is_told_after_it()
    {
        using var data = new TemporaryFolder();
        await using var receiver = await WebhookReceiver.Start();
        receiver.Answer = WebhookReceiver.With(StatusCodes.Status503ServiceUnavailable);
        var settings = (Settings with { Data = data }).Telling("shop", receiver);
        string order;
        await using (var first = RunningServer.Start(settings))
        {
            var started = await first.Api.Start("mug");
            await started.Cancel();
            order = started.Id;
            await receiver.Next();
        }

        receiver.Answer = WebhookReceiver.With(StatusCodes.Status200OK);
        await using var second = RunningServer.Start(settings);
        second.Clock.Advance(TimeSpan.FromMinutes(1));

        await Eventually.Becomes(
            () => Task.FromResult(receiver.Calls.Where(call => Order(call) == order).Select(Revision).ToArray()),
            told => told is [.., 1, 2]
        );
    }

    private static JsonElement Json(WebhookCall call) => JsonElement.Parse(call.Body);

    private static string? Type(WebhookCall call) => Json(call).TextAt("/type");

    private static string? Order(WebhookCall call) => Json(call).TextAt("/data/order");

    private static int Revision(WebhookCall call) => Json(call).At("/data/revision").GetInt32();

    /// <summary>The revisions of an order that a receiver was told of, as they came.</summary>
    private static int[] Told(WebhookReceiver receiver, OrderClient order) =>
        [.. receiver.Calls.Where(call => Order(call) == order.Id).Select(Revision)];

    private static async Task<JsonElement[]> DeadLetters(RunningServer server)
    {
        var reply = await server.Api.Send(
            HttpMethod.Get,
            "/v1/webhooks/shop/dead-letters",
            token: ServerSettings.MerchantKey
        );
        return [.. reply.Expect(HttpStatusCode.OK).Json.GetProperty("deadLetters").EnumerateArray()];
    }

    private static async Task<IReadOnlyList<Delivery>> Due(RunningServer server) =>
        await server
            .Services.GetRequiredService<IDeliveries>()
            .FindDue("shop", server.Clock.GetUtcNow(), 1, TestContext.Current.CancellationToken);

    private static Task<Reply> Replay(RunningServer server, object? which) =>
        server.Api.Send(HttpMethod.Post, "/v1/webhooks/shop/dead-letters/replay", which, ServerSettings.MerchantKey);
}
