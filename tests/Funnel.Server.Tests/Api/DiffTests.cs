using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>What a draft would change is told before it is published, and what versions have changed after.</summary>
public sealed class DiffTests : IAsyncDisposable
{
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
    private readonly RunningServer _server;

    public DiffTests() => _server = RunningServer.Start(new() { FunnelsDirectory = _funnels.Path });

    private FunnelClient Mug => _server.Api.Funnel("mug");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _funnels.Dispose();
    }

    [Fact]
    public async Task The_draft_is_compared_with_the_newest_version_where_nothing_else_is_said()
    {
        await Mug.Publish(SmallFunnel.Mug("6.00"));
        await Mug.Save(SmallFunnel.Mug("7.00"), ("If-Match", "*"));

        Assert.Equal(("6.00", "7.00"), await Prices(""));
        Assert.Equal(("6.00", "7.00"), await Prices("?before=2&after=draft"));
        Assert.Equal(("5.00", "7.00"), await Prices("?before=1"));
        Assert.Equal(("5.00", "6.00"), await Prices("?before=1&after=2"));
        Assert.Equal(("7.00", "5.00"), await Prices("?before=draft&after=1"));
        Assert.True((await Mug.Diff("?before=2&after=2")).Json.GetProperty("same").GetBoolean());
    }

    [Fact]
    public async Task Steps_and_offers_say_what_became_of_them()
    {
        var changed = SmallFunnel
            .Mug()
            .Replace("\"id\": \"spoon\", \"benefit\"", "\"id\": \"ladle\", \"benefit\"", StringComparison.Ordinal)
            .Replace("\"quantity\": \"choose\"", "\"quantity\": 2", StringComparison.Ordinal);
        await Mug.Save(changed);

        var diff = (await Mug.Diff()).Expect(HttpStatusCode.OK).Json;

        Assert.Equal(
            [
                """{"change":"changed","step":"mug","offer":"mug","properties":[{"pointer":"/add/quantity","before":"\"choose\"","after":"2"}]}""",
                """{"change":"removed","step":"spoon","offer":"spoon"}""",
                """{"change":"added","step":"spoon","offer":"ladle","after":null}""",
            ],
            diff.GetProperty("parts").EnumerateArray().Select(part => part.GetRawText())
        );
        Assert.False(diff.GetProperty("same").GetBoolean());
        Assert.Equal("19998", diff.TextAt("/before/walks"));
    }

    [Fact]
    public async Task What_is_not_there_or_has_errors_is_not_compared()
    {
        (await Mug.Diff()).Expect(HttpStatusCode.NotFound, "draft-not-found");
        (await Mug.Diff("?before=draft&after=1")).Expect(HttpStatusCode.NotFound, "draft-not-found");
        (await Mug.Diff("?after=2")).Expect(HttpStatusCode.NotFound, "version-not-found");
        (await _server.Api.Funnel("cup").Diff()).Expect(HttpStatusCode.NotFound, "funnel-not-found");
        (await _server.Api.Funnel("cup").Diff("?before=1")).Expect(HttpStatusCode.NotFound, "version-not-found");
        foreach (var version in (string[])["x", "-1", "1.0", "99999999999", ""])
        {
            Problem.IsWellFormed(
                (await Mug.Diff($"?before={version}")).Expect(HttpStatusCode.BadRequest, "malformed-request")
            );
            (await Mug.Diff($"?after={version}")).Expect(HttpStatusCode.BadRequest, "malformed-request");
        }

        await Mug.Save("{");
        Problem.IsWellFormed((await Mug.Diff()).Expect(HttpStatusCode.Conflict, "not-publishable"));
    }

    private async Task<(string?, string?)> Prices(string query)
    {
        var price = Assert.Single(
            (await Mug.Diff(query)).Expect(HttpStatusCode.OK).Json.GetProperty("prices").EnumerateArray().Take(1)
        );
        return (price.TextAt("/before"), price.TextAt("/after"));
    }
}
