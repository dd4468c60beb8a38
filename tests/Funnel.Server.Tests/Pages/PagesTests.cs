using System.Net;
using System.Text.RegularExpressions;
using Funnel.Server.Pages;
using Funnel.Server.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Funnel.Server.Tests.Pages;

/// <summary>The pages, and the pictures that they show, as files.</summary>
public sealed partial class PagesTests(SharedServer shared)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/f/print-shop")]
    [InlineData("/f/not-there")]
    [InlineData("/studio")]
    [InlineData("/studio/print-shop")]
    [InlineData("/try")]
    public async Task A_page_is_asked_for_anew_and_what_it_loads_is_kept(string address)
    {
        var page = await Get(address);
        Assert.Equal("no-cache", Header(page, "Cache-Control"));

        var known = await Get(address, ("If-None-Match", Header(page, "ETag")));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);

        var html = await page.Content.ReadAsStringAsync();
        var loaded = Asset().Matches(html).Select(match => match.Groups["path"].Value).ToList();
        Assert.Contains(loaded, path => path.EndsWith(".js", StringComparison.Ordinal));
        Assert.Contains(loaded, path => path.EndsWith(".css", StringComparison.Ordinal));
        foreach (var path in loaded)
        {
            var file = await Get(path);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", Header(file, "Cache-Control"));
        }
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task It_is_sent_as_small_as_the_browser_can_read_it(string accepted, string? encoding)
    {
        var reply = await Get("/", ("Accept-Encoding", accepted));

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(encoding, reply.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", Header(reply, "Vary"));
    }

    [Fact]
    public async Task Only_the_try_out_may_stand_in_a_frame_and_only_in_one_of_ours()
    {
        var tried = await Get("/try");
        Assert.Equal("SAMEORIGIN", Header(tried, "X-Frame-Options"));
        Assert.Contains("frame-ancestors 'self'", Header(tried, "Content-Security-Policy"), StringComparison.Ordinal);

        var shop = await Get("/");
        Assert.Equal("DENY", Header(shop, "X-Frame-Options"));
        Assert.Contains("frame-ancestors 'none'", Header(shop, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/assets/not-there.js")]
    [InlineData("/assets/..%2Findex.html")]
    [InlineData("/images/not-there.svg")]
    [InlineData("/images/..%2Fprint-shop.json")]
    [InlineData("/images/../print-shop.json")]
    [InlineData("/index.html")]
    public async Task Nothing_else_is_given_out(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Get(address)).StatusCode);

    [Fact]
    public async Task The_folder_of_the_funnels_has_their_pictures_and_gives_out_nothing_else_of_it()
    {
        using var funnels = new TemporaryFolder();
        var images = Directory.CreateDirectory(Path.Combine(funnels.Path, "images")).FullName;
        await File.WriteAllTextAsync(Path.Combine(images, "cup.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        await File.WriteAllTextAsync(Path.Combine(images, "notes.txt"), "bought for 2.00");
        await using var server = RunningServer.Start(new() { FunnelsDirectory = funnels.Path });

        using var http = new HttpClient { BaseAddress = server.Api.Address };

        var cup = await http.GetAsync("/images/cup.svg");

        Assert.Equal("image/svg+xml", cup.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=300", Header(cup, "Cache-Control"));
        Assert.StartsWith("default-src 'none'", Header(cup, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/images/notes.txt")).StatusCode);
    }

    [Fact]
    public async Task A_picture_may_be_a_link_as_in_a_mounted_config_map_but_not_to_the_outside()
    {
        const string cup = "<svg xmlns='http://www.w3.org/2000/svg'><title>A cup</title></svg>";
        using var funnels = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(funnels.Path, "outside.svg"), cup);
        var images = Directory.CreateDirectory(Path.Combine(funnels.Path, "images")).FullName;
        var mounted = Directory.CreateDirectory(Path.Combine(images, "..2026_11_22")).FullName;
        await File.WriteAllTextAsync(Path.Combine(mounted, "cup.svg"), cup);
        foreach (
            var (link, target) in (IEnumerable<(string, string)>)
                [
                    ("..data", "..2026_11_22"),
                    ("cup.svg", "..data/cup.svg"),
                    ("outside.svg", "../outside.svg"),
                    ("up", ".."),
                    ("round.svg", "circle.svg"),
                    ("circle.svg", "round.svg"),
                    ("broken.svg", "not-there.svg"),
                ]
        )
        {
            File.CreateSymbolicLink(Path.Combine(images, link), target);
        }

        await using var server = RunningServer.Start(new() { FunnelsDirectory = funnels.Path });
        using var http = new HttpClient { BaseAddress = server.Api.Address };

        Assert.Equal(cup, await http.GetStringAsync("/images/cup.svg"));
        foreach (var name in (string[])["outside.svg", "up/outside.svg", "round.svg", "broken.svg"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/images/{name}")).StatusCode);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/f/print-shop")]
    [InlineData("/studio")]
    [InlineData("/studio/print-shop")]
    [InlineData("/try")]
    public async Task Whoever_asks_for_the_head_alone_learns_what_a_page_would_be(string address)
    {
        await AssertHeadIsAsGet(address);

        foreach (Match asset in Asset().Matches(await (await Get(address)).Content.ReadAsStringAsync()))
        {
            await AssertHeadIsAsGet(asset.Groups["path"].Value);
        }
    }

    [Fact]
    public async Task Where_they_were_not_built_they_say_what_is_missing()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapPages(Path.Combine(Path.GetTempPath(), "not-there"));
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };

        var reply = await http.GetAsync("/f/print-shop");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.StatusCode);
        Assert.Contains("Node.js 20.19 or newer", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task AssertHeadIsAsGet(string path)
    {
        var page = await Get(path);
        var head = await Send(HttpMethod.Head, path);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(page.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(Header(page, "ETag"), Header(head, "ETag"));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    private Task<HttpResponseMessage> Get(string path, params IEnumerable<(string Name, string Value)> headers) =>
        Send(HttpMethod.Get, path, headers);

    private async Task<HttpResponseMessage> Send(
        HttpMethod method,
        string path,
        params IEnumerable<(string Name, string Value)> headers
    )
    {
        using var http = new HttpClient { BaseAddress = shared.Api.Address };
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await http.SendAsync(request);
    }

    /// <summary>As it was sent: the client would write some of them its own way.</summary>
    private static string Header(HttpResponseMessage reply, string name) =>
        string.Join(", ", reply.Headers.NonValidated[name]);

    [GeneratedRegex("(?:src|href)=\"(?<path>/assets/[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asset();
}
