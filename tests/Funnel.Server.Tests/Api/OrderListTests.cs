using System.Globalization;
using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>Merchants look through their orders, page by page.</summary>
public sealed class OrderListTests : IAsyncDisposable
{
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(
        ("mug.json", SmallFunnel.Mug()),
        ("tea.json", SmallFunnel.Yen)
    );
    private readonly RunningServer _server;

    public OrderListTests() => _server = RunningServer.Start(new() { FunnelsDirectory = _funnels.Path });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _funnels.Dispose();
    }

    [Fact]
    public async Task Pages_show_each_order_once_newest_first_also_while_new_ones_arrive()
    {
        List<string> started = [];
        for (var i = 0; i < 12; i++)
        {
            started.Add((await _server.Api.Start(i % 3 == 0 ? "tea" : "mug")).Id);
            // Some begin in the same moment.
            _server.Clock.Advance(TimeSpan.FromMilliseconds(i % 4 == 1 ? 0 : 1));
        }

        List<string> listed = [];
        for (string? next = ""; next is not null; )
        {
            var page = await List($"limit=5{next}");
            listed.AddRange(page.Json.GetProperty("orders").Values("id"));
            next = page.TextAt("/next") is { } cursor ? $"&cursor={cursor}" : null;
            await _server.Api.Start("mug");
        }

        Assert.Equal(started.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Equal(started[^1], listed[0]);
        Assert.Equal(started[0], listed[^1]);
    }

    [Fact]
    public async Task Filters_go_together()
    {
        var tea = await _server.Api.Start("tea");
        var mug = await _server.Api.Start("mug");
        await mug.Cancel();
        var end = await (await _server.Api.Start("mug")).WalkToEnd(Walker.DeclineOrLeast);
        var then = _server.Clock.GetUtcNow().AddMinutes(1).ToString("O", CultureInfo.InvariantCulture);
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await _server.Api.Start("mug");

        Assert.Equal([tea.Id], await Ids("funnel=tea"));
        Assert.Equal([mug.Id], await Ids("funnel=mug&status=cancelled"));
        Assert.Equal([later.Id, end.Id], await Ids("funnel=mug&status=open"));
        Assert.Equal([later.Id], await Ids($"from={Uri.EscapeDataString(then)}"));
        Assert.Equal(3, (await Ids($"to={Uri.EscapeDataString(then)}")).Length);
        Assert.Empty(await Ids("funnel=none"));
        Assert.Empty(await Ids("status=completed"));
    }

    [Fact]
    public async Task An_order_is_listed_with_what_it_comes_to_and_how_far_it_is()
    {
        var order = await _server.Api.Start("mug", new { locale = "en" });
        await order.Take("mug", Answers.Accept("mug", 2));
        _server.Clock.Advance(TimeSpan.FromHours(1));
        await Eventually.Becomes(
            () => List("status=expired"),
            page => page.Json.GetProperty("orders").GetArrayLength() == 1
        );

        var listed = (await List("")).Json.At("/orders/0");

        Assert.Equal(
            (order.Id, "expired", "spoon"),
            (listed.TextAt("/id"), listed.TextAt("/status"), listed.TextAt("/reached"))
        );
        Assert.Equal(("10.00", "€10.00"), (listed.TextAt("/total/amount"), listed.TextAt("/total/display")));
        Assert.Equal(3, listed.GetProperty("revision").GetInt32());
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=501")]
    [InlineData("limit=many")]
    [InlineData("limit=1&limit=2")]
    [InlineData("status=Open")]
    [InlineData("status=")]
    [InlineData("from=yesterday")]
    [InlineData("to=2026-13-01")]
    [InlineData("cursor=!")]
    [InlineData("cursor=bm8gbW9tZW50")]
    [InlineData("cursor=OTk5OTk5OTk5OTk5OTk5OTk5IG9yZF8x")]
    public async Task A_parameter_that_makes_no_sense_is_refused_by_name(string query)
    {
        var refused = await List(query);

        refused.Expect(HttpStatusCode.BadRequest, "malformed-request");
        Problem.IsWellFormed(refused);
        Assert.Contains(query.Split('=')[0], refused.TextAt("/detail"), StringComparison.Ordinal);
    }

    private Task<Reply> List(string query) =>
        _server.Api.Send(HttpMethod.Get, $"/v1/orders?{query}", token: ServerSettings.MerchantKey);

    private async Task<string[]> Ids(string query) =>
        [.. (await List(query)).Expect(HttpStatusCode.OK).Json.GetProperty("orders").Values("id")];
}
