using System.Net;
using System.Text;
using Funnel.Server.Funnels;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Funnel.Server.Tests.Funnels;

/// <summary>A draft is whatever its merchant saves, and nobody overwrites it unseen.</summary>
public sealed class DraftTests : IAsyncDisposable
{
    private readonly TemporaryFolder _funnels = new();
    private readonly RunningServer _server;

    public DraftTests() => _server = RunningServer.Start(new() { FunnelsDirectory = _funnels.Path });

    private FunnelClient Mug => _server.Api.Funnel("mug");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _funnels.Dispose();
    }

    [Fact]
    public async Task It_is_kept_byte_for_byte_and_its_report_comes_back()
    {
        byte[] content = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(SmallFunnel.Mug()), .. "\r\n\t "u8];

        var saved = (await Mug.Save(content)).Expect(HttpStatusCode.Created);

        Assert.StartsWith("""{"publishable":true,"problems":[],""", saved.Body, StringComparison.Ordinal);
        Assert.Equal("5.00", saved.TextAt("/census/smallest/amount/amount"));
        Assert.Equal("/v1/funnels/mug/draft", saved.Headers.Location?.ToString());
        var draft = (await Mug.Draft()).Expect(HttpStatusCode.OK);
        Assert.Equal("application/json", draft.ContentType);
        Assert.Equal(content, draft.Bytes);
        Assert.Equal(saved.ETag, draft.ETag);
        Assert.Equal($"\"{ContentHash.Of(content)}\"", draft.ETag);
        (await Mug.Draft(("If-None-Match", draft.ETag!))).Expect(HttpStatusCode.NotModified);
        Assert.Null(await Mug.Newest());
    }

    [Theory]
    [InlineData("{ \"id\": \"mug\",")]
    [InlineData("mug")]
    [InlineData("\0")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task What_is_no_definition_yet_is_kept_as_well(string content)
    {
        var saved = (await Mug.Save(content)).Expect(HttpStatusCode.Created);

        Assert.False(saved.Json.GetProperty("publishable").GetBoolean());
        Assert.NotEmpty(saved.Json.GetProperty("problems").EnumerateArray());
        Assert.Equal(content, (await Mug.Draft()).Body);
        (await Mug.Publish()).Expect(HttpStatusCode.Conflict, "not-publishable");
    }

    [Fact]
    public async Task A_definition_of_another_funnel_is_told_by_its_id()
    {
        var saved = (await _server.Api.Funnel("cup").Save("\n" + SmallFunnel.Mug())).Expect(HttpStatusCode.Created);

        var problem = Assert.Single(saved.Json.GetProperty("problems").EnumerateArray());
        Assert.Equal(
            ("FNL060", "error", "/id"),
            (problem.TextAt("/code"), problem.TextAt("/severity"), problem.TextAt("/pointer"))
        );
        Assert.Equal((3, 9), (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()));
        (await _server.Api.Funnel("cup").Publish()).Expect(HttpStatusCode.Conflict, "not-publishable");
    }

    [Fact]
    public async Task Who_does_not_say_which_draft_is_meant_overwrites_none()
    {
        var first = await Mug.Save("1");

        var refused = (await Mug.Save("2")).Expect(HttpStatusCode.PreconditionRequired, "draft-unseen");

        Problem.IsWellFormed(refused);
        Assert.Equal(first.ETag, refused.ETag);
        Assert.Contains("\"test\" at 2026-06-15 12:00:00Z", refused.TextAt("/detail"), StringComparison.Ordinal);
        Assert.Equal("1", (await Mug.Draft()).Body);
        (await Mug.RemoveDraft()).Expect(HttpStatusCode.PreconditionRequired, "draft-unseen");
        (await Mug.Save("2", ("If-Match", "*"))).Expect(HttpStatusCode.OK);
        Assert.Equal("2", (await Mug.Draft()).Body);
    }

    [Fact]
    public async Task Who_means_an_older_draft_is_told_which_there_is()
    {
        var seen = ("If-Match", (await Mug.Save("1")).ETag!);
        var second = (await Mug.Save("2", seen)).Expect(HttpStatusCode.OK);

        foreach (var refused in (Reply[])[await Mug.Save("3", seen), await Mug.RemoveDraft(seen)])
        {
            Problem.IsWellFormed(refused.Expect(HttpStatusCode.PreconditionFailed, "draft-changed"));
            Assert.Equal(second.ETag, refused.ETag);
        }

        (await Mug.Publish(seen)).Expect(HttpStatusCode.PreconditionFailed, "draft-changed");
        (await Mug.Save("3", ("If-Match", $"W/{second.ETag}"))).Expect(
            HttpStatusCode.PreconditionFailed,
            "draft-changed"
        );
        Assert.Equal("2", (await Mug.Draft()).Body);
        (await Mug.Save("3", ("If-Match", $"\"x\", {second.ETag}"))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_means_to_save_the_first_does_not_overwrite_another_s()
    {
        (string, string) first = ("If-None-Match", "*");
        (await Mug.Save("1", first)).Expect(HttpStatusCode.Created);

        (await Mug.Save("2", first)).Expect(HttpStatusCode.PreconditionFailed, "draft-changed");

        Assert.Equal("1", (await Mug.Draft()).Body);
    }

    [Fact]
    public async Task The_same_draft_again_is_the_same_draft()
    {
        var first = ("If-Match", (await Mug.Save("1")).ETag!);
        await Mug.Save("2", first);

        // The reply to that was lost, say.
        (await Mug.Save("2", first)).Expect(HttpStatusCode.OK);
        (await Mug.Save("2")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_draft_that_was_thrown_away_is_gone_and_not_mistaken_for_a_next_one()
    {
        await Mug.Publish(SmallFunnel.Mug());
        var seen = ("If-Match", (await Mug.Draft()).ETag!);

        (await Mug.RemoveDraft(seen)).Expect(HttpStatusCode.NoContent);

        (await Mug.Draft()).Expect(HttpStatusCode.NotFound, "draft-not-found");
        (await Mug.RemoveDraft(seen)).Expect(HttpStatusCode.NotFound, "draft-not-found");
        (await Mug.Publish()).Expect(HttpStatusCode.NotFound, "draft-not-found");
        var gone = (await Mug.Save("2", seen)).Expect(HttpStatusCode.PreconditionFailed, "draft-changed");
        Assert.Null(gone.ETag);
        (await Mug.Save("2")).Expect(HttpStatusCode.Created);
        (await Mug.Save("3", seen)).Expect(HttpStatusCode.PreconditionFailed, "draft-changed");
        Assert.Equal(1, await Mug.Newest());
    }

    [Fact]
    public async Task Of_all_who_change_one_draft_at_once_exactly_one_does()
    {
        var seen = ("If-Match", (await Mug.Save("0")).ETag!);
        var fresh = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => _server.Api.Funnel("cup").Save($"{n}")));
        var changed = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Mug.Save($"{n}", seen)));

        Assert.Single(fresh, reply => reply.Status == HttpStatusCode.Created);
        Assert.Equal(7, fresh.Count(reply => reply.Status == HttpStatusCode.PreconditionRequired));
        var winner = Assert.Single(changed, reply => reply.Status == HttpStatusCode.OK);
        Assert.Equal(7, changed.Count(reply => reply.Status == HttpStatusCode.PreconditionFailed));
        Assert.Equal(winner.ETag, (await Mug.Draft()).ETag);

        // Who overwrites whatever there is always gets through.
        var last = await Task.WhenAll(Enumerable.Range(10, 8).Select(n => Mug.Save($"{n}", ("If-Match", "*"))));
        Assert.All(last, reply => reply.Expect(HttpStatusCode.OK));
    }

    [Fact]
    public async Task Drafts_are_listed_with_who_saved_them()
    {
        await Mug.Save("1");
        await _server.Api.Funnel("cup").Save("2");

        var listed = await _server.Api.Send(HttpMethod.Get, "/v1/drafts", token: ServerSettings.MerchantKey);

        var drafts = listed.Expect(HttpStatusCode.OK).Json.GetProperty("drafts");
        Assert.Equal(["cup", "mug"], drafts.Values("funnel"));
        Assert.Equal(["test", "test"], drafts.Values("savedBy"));
        Assert.Equal(ContentHash.Of("2"u8), drafts.At("/0").TextAt("/hash"));
    }

    [Fact]
    public async Task There_is_an_end_to_how_many_there_can_be()
    {
        await Mug.Publish(SmallFunnel.Mug());
        await Mug.RemoveDraft(("If-Match", "*"));
        var store = _server.Services.GetRequiredService<IDrafts>();
        await Task.WhenAll(
            Enumerable
                .Range(1, Drafts.MostFunnels - 1)
                .Select(n => store.TryWriteDraft(Draft.Of($"cup-{n}", "1"u8.ToArray(), "test", default), null, default))
        );

        Problem.IsWellFormed(
            (await _server.Api.Funnel("cup").Save("1")).Expect(HttpStatusCode.Conflict, "too-many-funnels")
        );

        // Those that are there already can be worked on.
        (await Mug.Save("1")).Expect(HttpStatusCode.Created);
        (await _server.Api.Funnel("cup-1").Save("2", ("If-Match", "*"))).Expect(HttpStatusCode.OK);
        (await _server.Api.Funnel("cup-1").RemoveDraft(("If-Match", "*"))).Expect(HttpStatusCode.NoContent);
        (await _server.Api.Funnel("cup").Save("1")).Expect(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("Mug")]
    [InlineData("-mug")]
    [InlineData("mug.json")]
    [InlineData("m%0Aug")]
    [InlineData("..%2fmug")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public async Task A_funnel_s_id_is_of_its_form(string id) =>
        (await _server.Api.Funnel(id).Save("{}")).Expect(HttpStatusCode.BadRequest, "malformed-request");

    [Theory]
    [InlineData("If-Match", "1")]
    [InlineData("If-Match", "")]
    [InlineData("If-None-Match", "\"1\"")]
    public async Task A_condition_that_makes_no_sense_is_refused_by_name(string header, string value)
    {
        var refused = (await Mug.Save("1", (header, value))).Expect(HttpStatusCode.BadRequest, "malformed-request");

        Assert.Contains(header, refused.TextAt("/detail"), StringComparison.Ordinal);
        (await Mug.Draft()).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Each_act_is_a_line_in_the_log()
    {
        var saved = await Mug.Save("1");
        await Mug.Save("1");
        await Mug.Save("2");
        await Mug.RemoveDraft(("If-Match", "*"));

        var hash = saved.ETag!.Trim('"');
        Assert.Equal(
            [
                $"Draft of funnel mug was saved with merchant key test: {hash}",
                $"Draft of funnel mug was removed with merchant key test: {hash}",
            ],
            _server
                .Log.Where(line => line.Category.EndsWith("Funnels.Drafts", StringComparison.Ordinal))
                .Select(line => line.Message)
        );
    }
}
