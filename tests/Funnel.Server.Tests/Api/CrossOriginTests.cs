using System.Net;
using Funnel.Server.Api;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>Which pages of other origins may call the API.</summary>
public sealed class CrossOriginTests(SharedServer shared) : IAsyncDisposable
{
    private const string Shop = "https://shop.example";
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));

    public ValueTask DisposeAsync()
    {
        _funnels.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task By_default_none()
    {
        var reply = await shared.Api.Funnels(("Origin", Shop));
        var preflight = await Preflight(shared.Api, Shop);

        Assert.False(reply.Headers.Contains(AllowOrigin));
        Assert.False(preflight.Headers.Contains(AllowOrigin));
    }

    [Fact]
    public async Task A_configured_origin_may_write_and_read_what_it_needs()
    {
        await using var server = Open();

        var preflight = await Preflight(server.Api, Shop);
        Assert.Equal([Shop], preflight.Headers.GetValues(AllowOrigin));
        Assert.Contains(
            "PUT",
            Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Methods")),
            StringComparison.Ordinal
        );

        var started = await server.Api.TryStart("mug", null, null, ("Origin", Shop));
        Assert.Equal([Shop], started.Headers.GetValues(AllowOrigin));
        var exposed = string.Join(',', started.Headers.GetValues("Access-Control-Expose-Headers"));
        Assert.Contains("ETag", exposed, StringComparison.Ordinal);
        Assert.Contains("Location", exposed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_origin_may_read_why_it_was_refused()
    {
        await using var server = Open();

        foreach (
            var refused in (Reply[])
                [
                    await server.Api.TryStart("mug", "{", null, ("Origin", Shop)),
                    await server.Api.TryStart("jug", null, null, ("Origin", Shop)),
                    await server.Api.Send(HttpMethod.Get, "/v1/orders/ord_1", headers: [("Origin", Shop)]),
                    await server.Api.Send(HttpMethod.Get, "/v1/nowhere", headers: [("Origin", Shop)]),
                ]
        )
        {
            Problem.IsWellFormed(refused);
            Assert.True(refused.Headers.Contains(AllowOrigin), refused.Body);
        }
    }

    [Fact]
    public async Task What_is_for_merchants_no_origin_may_call()
    {
        await using var server = Open();

        var reply = await server.Api.Send(
            HttpMethod.Get,
            "/v1/orders",
            null,
            ServerSettings.MerchantKey,
            ("Origin", Shop)
        );
        Assert.False(reply.Expect(HttpStatusCode.OK).Headers.Contains(AllowOrigin));
        Assert.False((await Preflight(server.Api, Shop, "GET", "/v1/orders")).Headers.Contains(AllowOrigin));
    }

    [Fact]
    public async Task A_browser_keeps_what_it_is_permitted_for_two_hours_and_sends_nothing_by_itself()
    {
        await using var server = Open();

        var preflight = await Preflight(server.Api, Shop);

        Assert.Equal(["7200"], preflight.Headers.GetValues("Access-Control-Max-Age"));
        Assert.False(preflight.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("null")]
    [InlineData("shop.example")]
    [InlineData("https://shop.example/")]
    [InlineData("https://*.shop.example/checkout")]
    [InlineData("ftp://shop.example")]
    [InlineData("https://shop.example:443")]
    public void What_no_browser_says_is_no_origin(string origin) =>
        Assert.False(new CrossOriginOptions { Origins = { origin } }.AreOrigins);

    [Theory]
    [InlineData(Shop)]
    [InlineData("https://Shop.Example")]
    [InlineData("http://localhost:3000")]
    [InlineData("https://bücher.example")]
    [InlineData("https://[::1]:5080")]
    public void What_browsers_say_is_an_origin(string origin) =>
        Assert.True(new CrossOriginOptions { Origins = { origin } }.AreOrigins);

    [Fact]
    public async Task Another_origin_may_not()
    {
        await using var server = Open();

        Assert.False((await Preflight(server.Api, "https://evil.example")).Headers.Contains(AllowOrigin));
        Assert.False((await server.Api.Funnels(("Origin", "https://evil.example"))).Headers.Contains(AllowOrigin));
    }

    private static Task<Reply> Preflight(
        ApiClient api,
        string origin,
        string method = "PUT",
        string path = "/v1/orders/ord_1/answers/mug"
    ) =>
        api.Send(
            HttpMethod.Options,
            path,
            headers:
            [
                ("Origin", origin),
                ("Access-Control-Request-Method", method),
                ("Access-Control-Request-Headers", "authorization,content-type,if-match"),
            ]
        );

    private RunningServer Open() =>
        RunningServer.Start(
            new()
            {
                FunnelsDirectory = _funnels.Path,
                More = new Dictionary<string, string> { ["Cors:Origins:0"] = Shop },
            }
        );
}
