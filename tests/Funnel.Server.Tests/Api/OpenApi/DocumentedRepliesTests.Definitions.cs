using System.Net;
using Funnel.Server.Api;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api.OpenApi;

public sealed partial class DocumentedRepliesTests
{
    private const string Coffee = "/v1/funnels/coffee";

    private async Task RecordDefinitions()
    {
        var unfinished = Request("checkDefinition", "unfinished");
        var report = await Merchant(HttpMethod.Post, "/v1/funnels/check", unfinished);
        _recorded.Keep("checkDefinition", "unfinished", "A product that is not there", report);

        var walked = await Merchant(HttpMethod.Post, "/v1/funnels/walk", Request("walkDefinition", "coffee"));
        _recorded.Keep("walkDefinition", "coffee", "The order at its end, and the step as it was asked", walked);

        _recorded.KeepProblem(ProblemKind.DraftNotFound, await Draft(HttpMethod.Get));
        var coffee = Request("saveDraft", "coffee");
        var saved = (await Draft(HttpMethod.Put, coffee)).Expect(HttpStatusCode.Created);
        _recorded.Keep("saveDraft", "nothing", "Nothing is wrong with it", saved);
        _recorded.Keep("listDrafts", "coffee", "One draft", await Merchant(HttpMethod.Get, "/v1/drafts"));
        _recorded.Keep("viewDraft", "coffee", "The draft as it was saved", await Draft(HttpMethod.Get));
        var tests = Request("publishDraft", "tests");
        var dearer = tests.Replace("8.50", "8.95", StringComparison.Ordinal);
        _recorded.KeepProblem(ProblemKind.TestsFailed, await Act("/publish", dearer));
        var published = (await Act("/publish", tests)).Expect(HttpStatusCode.Created);
        _recorded.Keep("publishDraft", "first", "The first version", published);
        var version = await Merchant(HttpMethod.Get, $"{Coffee}/versions/1");
        _recorded.Keep("viewVersion", "coffee", "The version as it was published", version);
        foreach (var (format, name) in new[] { ("mermaid", "mermaid"), ("dot", "graphviz") })
        {
            var drawn = await Merchant(HttpMethod.Get, $"{Coffee}/graph?format={format}");
            _recorded.Keep("drawFunnel", name, "A funnel of one step", drawn);
        }

        _recorded.KeepProblem(ProblemKind.DraftUnseen, await Draft(HttpMethod.Put, unfinished));
        (await Draft(HttpMethod.Put, unfinished, ("If-Match", saved.ETag!))).Expect(HttpStatusCode.OK);
        _recorded.KeepProblem(
            ProblemKind.DraftChanged,
            await Draft(HttpMethod.Put, coffee + " ", ("If-Match", saved.ETag!))
        );
        _recorded.KeepProblem(ProblemKind.NotPublishable, await Act("/publish"));
        (await Draft(HttpMethod.Delete, null, ("If-Match", "*"))).Expect(HttpStatusCode.NoContent);

        (await Draft(HttpMethod.Put, coffee.Replace("8.50", "8.95", StringComparison.Ordinal))).Expect(
            HttpStatusCode.Created
        );
        var compared = await Merchant(HttpMethod.Get, $"{Coffee}/diff");
        _recorded.Keep("compareFunnels", "dearer", "The draft is dearer than the first version", compared);
        (await Act("/publish")).Expect(HttpStatusCode.Created);
        var restored = (await Act("/versions/1/restore")).Expect(HttpStatusCode.Created);
        _recorded.KeepProblem(ProblemKind.VersionChanged, await Act("/versions/2/restore?over=2"));
        _recorded.Keep("restoreVersion", "restored", "The first version is the third", restored);
        var versions = await Merchant(HttpMethod.Get, $"{Coffee}/versions");
        _recorded.Keep("listVersions", "coffee", "Three versions", versions);
        _recorded.KeepProblem(ProblemKind.VersionNotFound, await Act("/versions/4/restore"));

        _recorded.KeepProblem(Problems.WalkTooLong(WalkApi.Patience));
        _recorded.KeepProblem(Problems.TooManyFunnels());
        _recorded.KeepProblem(Problems.TooManyChecks());
        _recorded.KeepProblem(Problems.VersionUnreadable());
    }

    private Task<Reply> Draft(HttpMethod method, string? body = null, params (string, string)[] headers) =>
        Api.Send(method, $"{Coffee}/draft", (object?)body, ServerSettings.MerchantKey, headers);

    private Task<Reply> Act(string path, string? body = null) =>
        Api.Send(HttpMethod.Post, Coffee + path, (object?)body, ServerSettings.MerchantKey);
}
