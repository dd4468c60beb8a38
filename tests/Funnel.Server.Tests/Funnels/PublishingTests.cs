using System.Net;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;
using Funnel.Server.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Funnel.Server.Tests.Funnels;

/// <summary>A draft becomes a version, which stays as it is for ever.</summary>
public sealed class PublishingTests : IAsyncDisposable
{
    private const string Office = "the-key-of-the-people-in-the-office";

    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug("5.00")));
    private readonly RunningServer _server;

    public PublishingTests() =>
        _server = RunningServer.Start(
            new()
            {
                FunnelsDirectory = _funnels.Path,
                More = new Dictionary<string, string> { ["Merchants:Keys:the office"] = Office },
            }
        );

    private FunnelClient Mug => _server.Api.Funnel("mug");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _funnels.Dispose();
    }

    [Fact]
    public async Task New_orders_get_it_at_once_and_older_ones_keep_theirs()
    {
        var old = await _server.Api.Start("mug");

        Assert.Equal(2, await Mug.Publish(SmallFunnel.Mug("7.00")));

        Assert.Equal(2, await Mug.Newest());
        var fresh = await _server.Api.Start("mug");
        Assert.Equal("5.00", (await old.Take("mug", Answers.Accept("mug"))).Total);
        Assert.Equal("7.00", (await fresh.Take("mug", Answers.Accept("mug"))).Total);
        Assert.Equal((1, 2), (await Version(old), await Version(fresh)));
    }

    [Fact]
    public async Task Tests_that_are_sent_along_are_run_and_refuse_what_fails_them()
    {
        const string Tests = """
            { "funnel": "mug", "walks": [ { "name": "One mug", "steps": [ { "step": "mug", "accept": "mug", "total": "7.00" } ] } ],
              "properties": [ { "everyWalkIsAtLeast": "5.00" } ] }
            """;
        (await Mug.Save(SmallFunnel.Mug("7.50"))).Expect(HttpStatusCode.Created);

        var refused = (await Mug.PublishTested(Tests)).Expect(HttpStatusCode.Conflict, "tests-failed");

        Assert.Equal("/walks/0/steps/0/total", refused.TextAt("/report/problems/0/pointer"));
        Assert.Equal(1, await Mug.Newest());
        (await Mug.PublishTested("{ \"funnel\": \"mug\"")).Expect(HttpStatusCode.Conflict, "tests-failed");
        (await Mug.Save(SmallFunnel.Mug("7.00"), ("If-Match", "*"))).Expect(HttpStatusCode.OK);
        (await Mug.PublishTested(Tests)).Expect(HttpStatusCode.Created);
        Assert.Equal(2, await Mug.Newest());
    }

    [Fact]
    public async Task A_funnel_that_no_file_has_can_be_published_and_sold()
    {
        Assert.Equal(1, await _server.Api.Funnel("picnic").Publish(SmallFunnel.Picnic));

        var order = await _server.Api.Start("picnic");
        Assert.Equal("5.00", (await order.Take("mug", Answers.Accept("mug"))).Total);
    }

    [Fact]
    public async Task Publishing_again_changes_nothing()
    {
        await Mug.Publish(SmallFunnel.Mug("7.00"));

        var again = (await Mug.Publish()).Expect(HttpStatusCode.OK);

        Assert.Equal(2, again.Json.GetProperty("version").GetInt32());
        Assert.Equal([2, 1], await Versions());
    }

    [Fact]
    public async Task A_draft_with_errors_is_not_published_and_its_report_says_why()
    {
        await Mug.Save(SmallFunnel.Mug().Replace("\"EUR\"", "\"EURO\"", StringComparison.Ordinal));

        var refused = (await Mug.Publish()).Expect(HttpStatusCode.Conflict, "not-publishable");

        Problem.IsWellFormed(refused);
        Assert.False(refused.Json.At("/report/publishable").GetBoolean());
        Assert.Equal("/currency", refused.Json.At("/report/problems/0").TextAt("/pointer"));
        Assert.Equal(1, await Mug.Newest());
    }

    [Fact]
    public async Task One_publishes_what_one_has_seen()
    {
        var seen = (await Mug.Save(SmallFunnel.Mug("7.00"))).ETag!;
        var other = (await Mug.Save(SmallFunnel.Mug("0.07"), ("If-Match", seen))).ETag!;

        var refused = (await Mug.Publish(("If-Match", seen))).Expect(
            HttpStatusCode.PreconditionFailed,
            "draft-changed"
        );

        Assert.Equal(other, refused.ETag);
        (await Mug.Publish(("If-Match", "seen"))).Expect(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Equal(1, await Mug.Newest());
        var published = (await Mug.Publish(("If-Match", other))).Expect(HttpStatusCode.Created);
        Assert.Equal(other, published.ETag);
        Assert.Equal("/v1/funnels/mug/versions/2", published.Headers.Location?.ToString());
    }

    [Fact]
    public async Task One_publishes_over_the_version_that_one_has_seen()
    {
        await Mug.Save(SmallFunnel.Mug("7.00"));
        Problem.IsWellFormed((await Mug.PublishOver(0)).Expect(HttpStatusCode.PreconditionFailed, "version-changed"));
        (await Mug.PublishOver(2)).Expect(HttpStatusCode.PreconditionFailed, "version-changed");
        Assert.Equal(1, await Mug.Newest());

        (await Mug.PublishOver(1)).Expect(HttpStatusCode.Created);

        // Who repeats it for want of a reply is told what became of it.
        (await Mug.PublishOver(1)).Expect(HttpStatusCode.OK);
        (await Mug.Restore(1, over: 1)).Expect(HttpStatusCode.PreconditionFailed, "version-changed");
        Assert.Equal([2, 1], await Versions());
        (await Mug.Restore(1, over: 2)).Expect(HttpStatusCode.Created);
        Assert.Equal([3, 2, 1], await Versions());
    }

    [Fact]
    public async Task Versions_are_listed_newest_first_with_who_published_them()
    {
        _server.Clock.Advance(TimeSpan.FromHours(1));
        await Mug.Publish(SmallFunnel.Mug("7.00"));
        (await _server.Api.Funnel("mug", Office).Restore(1)).Expect(HttpStatusCode.Created);

        var first = (await Mug.Versions("?limit=2")).Expect(HttpStatusCode.OK);
        var rest = (await Mug.Versions($"?limit=2&before={first.Json.GetProperty("next").GetInt32()}")).Expect(
            HttpStatusCode.OK
        );

        var hash = ContentHash.Of(File.ReadAllBytes(Path.Combine(_funnels.Path, "mug.json")));
        Assert.Equal(
            $$"""{"version":3,"publishedAt":"2026-06-15T13:00:00+00:00","key":"the office","file":null,"restored":1,"hash":"{{hash}}"}""",
            first.Json.At("/versions/0").GetRawText()
        );
        Assert.Equal("test", first.Json.At("/versions/1").TextAt("/key"));
        Assert.Equal(
            $$"""{"versions":[{"version":1,"publishedAt":"2026-06-15T12:00:00+00:00","key":null,"file":"mug.json","restored":null,"hash":"{{hash}}"}],"next":null}""",
            rest.Body
        );
        (await Mug.Versions("?limit=0")).Expect(HttpStatusCode.BadRequest, "malformed-request");
        (await _server.Api.Funnel("cup").Versions()).Expect(HttpStatusCode.NotFound, "funnel-not-found");
        Assert.Equal("[]", (await Mug.Versions("?before=1")).Json.GetProperty("versions").GetRawText());
    }

    [Fact]
    public async Task A_version_is_given_as_it_was_published_and_may_be_kept_for_ever()
    {
        var content = $"\uFEFF{SmallFunnel.Mug("7.00")}\r\n";
        await Mug.Publish(content);

        var version = (await Mug.Version(2)).Expect(HttpStatusCode.OK);

        Assert.Equal((await Mug.Draft()).Bytes, version.Bytes);
        Assert.Equal($"\"{ContentHash.Of([.. version.Bytes])}\"", version.ETag);
        Assert.Equal("application/json", version.ContentType);
        Assert.Equal("max-age=31536000, private, immutable", version.Headers.CacheControl?.ToString());
        foreach (var known in (string[])[version.ETag!, $"W/{version.ETag}", $"\"x\", {version.ETag}", "*"])
        {
            var same = (await Mug.Version(2, ("If-None-Match", known))).Expect(HttpStatusCode.NotModified);
            Assert.Equal((version.ETag, ""), (same.ETag, same.Body));
        }

        (await Mug.Version(2, ("If-None-Match", "\"x\""))).Expect(HttpStatusCode.OK);
        (await Mug.Version(3)).Expect(HttpStatusCode.NotFound, "version-not-found");
        (await Mug.Version(0)).Expect(HttpStatusCode.NotFound, "version-not-found");
    }

    [Fact]
    public async Task An_earlier_version_is_published_anew_and_the_draft_stays()
    {
        await Mug.Publish(SmallFunnel.Mug("7.00"));

        var restored = (await Mug.Restore(1)).Expect(HttpStatusCode.Created);

        Assert.Equal(3, restored.Json.GetProperty("version").GetInt32());
        Assert.Equal(3, await Mug.Newest());
        Assert.Equal((await Mug.Version(1)).Bytes, (await Mug.Version(3)).Bytes);
        Assert.Equal((await Mug.Version(2)).Bytes, (await Mug.Draft()).Bytes);
        var order = await _server.Api.Start("mug");
        Assert.Equal("5.00", (await order.Take("mug", Answers.Accept("mug"))).Total);
        (await Mug.Restore(3)).Expect(HttpStatusCode.OK);
        (await Mug.Restore(4)).Expect(HttpStatusCode.NotFound, "version-not-found");
        Assert.Equal([3, 2, 1], await Versions());
    }

    [Fact]
    public async Task An_earlier_version_that_today_s_check_refuses_is_not_published_anew()
    {
        // As an earlier release, with fewer rules, may have let it pass.
        var store = _server.Services.GetRequiredService<IStore>();
        var once = SmallFunnel.Mug().Replace("\"title\": \"A spoon\"", "\"title\": \"\"", StringComparison.Ordinal);
        await store.Publish("cup", Sample.Bytes(once), new(), default, TestContext.Current.CancellationToken);

        var refused = (await _server.Api.Funnel("cup").Restore(1)).Expect(HttpStatusCode.Conflict, "not-publishable");

        Assert.Equal(["/id", "/steps/1/title"], refused.Json.At("/report/problems").Values("pointer"));
    }

    [Fact]
    public async Task All_who_restore_at_once_get_a_version_of_their_own()
    {
        for (var price = 1; price <= 7; price++)
        {
            await Mug.Publish(SmallFunnel.Mug($"{price}.50"));
        }

        var restored = await Task.WhenAll(Enumerable.Range(1, 7).Select(version => Mug.Restore(version)));

        Assert.All(restored, reply => reply.Expect(HttpStatusCode.Created));
        Assert.Equal(
            Enumerable.Range(9, 7),
            restored.Select(reply => reply.Json.GetProperty("version").GetInt32()).Order()
        );
        Assert.Equal(15, await Mug.Newest());
        foreach (var reply in restored)
        {
            var version = reply.Json.GetProperty("version").GetInt32();
            Assert.Equal(
                (await Mug.Version(reply.Json.GetProperty("restored").GetInt32())).Body,
                (await Mug.Version(version)).Body
            );
        }
    }

    [Fact]
    public async Task All_who_publish_one_draft_at_once_publish_one_version()
    {
        await Mug.Save(SmallFunnel.Mug("7.00"));

        var published = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Mug.Publish()));

        Assert.Single(published, reply => reply.Status == HttpStatusCode.Created);
        Assert.All(published, reply => Assert.Equal(2, reply.Json.GetProperty("version").GetInt32()));
        Assert.Equal([2, 1], await Versions());
    }

    [Fact]
    public async Task Each_version_is_a_line_in_the_log_that_says_who()
    {
        await Mug.Publish(SmallFunnel.Mug("7.00"));
        await Mug.Publish();
        await _server.Api.Funnel("mug", Office).Restore(1);

        Assert.Equal(
            [
                "Version 1 of funnel mug was published from file mug.json",
                "Version 2 of funnel mug was published with merchant key test",
                "Version 3 of funnel mug was published by restoring version 1 with merchant key the%20office",
            ],
            _server
                .Log.Where(line => line.Category.EndsWith("Funnels.Publishing", StringComparison.Ordinal))
                .Select(line => line.Message)
        );
    }

    private async Task<IEnumerable<int>> Versions() =>
        (await Mug.Versions())
            .Json.GetProperty("versions")
            .EnumerateArray()
            .Select(version => version.GetProperty("version").GetInt32());

    private static async Task<int> Version(OrderClient order) =>
        (await order.View()).Json.At("/funnel/version").GetInt32();
}
