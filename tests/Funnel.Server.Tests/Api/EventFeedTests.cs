using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>Merchants pull what happened, with a cursor of their own.</summary>
public sealed class EventFeedTests : IAsyncDisposable
{
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
    private readonly RunningServer _server;

    public EventFeedTests() => _server = RunningServer.Start(new() { FunnelsDirectory = _funnels.Path });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _funnels.Dispose();
    }

    [Fact]
    public async Task Reading_on_tells_each_event_once_and_then_what_is_new()
    {
        var order = await _server.Api.Start("mug");
        await order.Take("mug", Answers.Accept("mug"));
        await order.Take("spoon", Answers.Decline);

        var first = (await _server.Api.Feed("?limit=2")).Expect(HttpStatusCode.OK);
        var second = await Next(first);
        var nothing = await Next(second);
        await order.Complete("5.00");
        var last = await Next(nothing);

        Assert.Equal(["order.started", "step.answered"], first.Json.GetProperty("events").Values("type"));
        Assert.Equal(["step.answered"], second.Json.GetProperty("events").Values("type"));
        Assert.Empty(nothing.Json.GetProperty("events").EnumerateArray());
        Assert.Equal(["order.completed"], last.Json.GetProperty("events").Values("type"));
        Assert.Equal("mug", last.TextAt("/events/0/data/lines/0/product"));
    }

    [Fact]
    public async Task An_order_s_events_are_told_by_themselves()
    {
        var order = (await _server.Api.Start("mug")).With(ServerSettings.MerchantKey);
        await order.Take("mug", Answers.Accept("mug"));
        await order.Back("mug");
        await _server.Api.Start("mug");

        var events = (await order.Events()).Expect(HttpStatusCode.OK).Json.GetProperty("events");

        Assert.Equal(["order.started", "step.answered", "order.revised"], events.Values("type"));
        (await _server.Api.Order("ord_none", ServerSettings.MerchantKey).Events()).Expect(
            HttpStatusCode.NotFound,
            "order-not-found"
        );
    }

    [Theory]
    [InlineData("after=")]
    [InlineData("after=7")]
    [InlineData("after=-1-2")]
    [InlineData("after=1-2-3")]
    [InlineData("after=0-9000")]
    [InlineData("limit=0")]
    [InlineData("limit=99999999999")]
    public async Task A_parameter_that_makes_no_sense_is_refused_by_name(string query)
    {
        var refused = await _server.Api.Feed($"?{query}");

        refused.Expect(HttpStatusCode.BadRequest, "malformed-request");
        Problem.IsWellFormed(refused);
        Assert.Contains(query.Split('=')[0], refused.TextAt("/detail"), StringComparison.Ordinal);
    }

    private async Task<Reply> Next(Reply page) =>
        (await _server.Api.Feed($"?after={page.TextAt("/next")}")).Expect(HttpStatusCode.OK);
}
