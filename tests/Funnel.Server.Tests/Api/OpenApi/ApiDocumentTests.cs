using System.Net;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Funnel.Orders;
using Funnel.Server.Api;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api.OpenApi;

/// <summary>The document at <c>/openapi/v1.json</c>. A linter (spectral:oas) has nothing to say about it.</summary>
public sealed partial class ApiDocumentTests(SharedServer shared)
{
    /// <summary>From here: it stands beside the pages, whose client is generated from it.</summary>
    public const string ApprovedDocument = "../../../../src/Funnel.Web/openapi.json";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Save for what the server is recorded to answer, which is approved where it is recorded.</summary>
    [Fact]
    public async Task It_is_as_approved()
    {
        var document = await Document();
        foreach (
            var example in Examples(document["components"]!["examples"]).Concat(Replies(document).SelectMany(Examples))
        )
        {
            example["value"] = "as in replies.json";
        }

        await Approved.Matches(ApprovedDocument, document.ToJsonString(Readable) + "\n");
    }

    [Fact]
    public async Task It_lists_exactly_the_problems_that_there_are()
    {
        var document = await Document();
        var listed = document["components"]!["schemas"]!["Problem"]!["description"]!.GetValue<string>();

        Assert.Equal(
            ProblemKind.All.Select(kind => kind.Type).Order(StringComparer.Ordinal),
            ProblemType().Matches(listed).Select(match => match.Value).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Every_problem_of_an_operation_is_shown_there_by_an_example_of_its_type()
    {
        var document = await Document();
        var shown = Replies(document)
            .SelectMany(reply => reply["examples"] as JsonObject ?? [])
            .Select(example => (string?)example.Value!["$ref"])
            .OfType<string>()
            .Select(reference =>
                document["components"]!["examples"]![reference.Split('/')[^1]]!["value"]!["type"]!.GetValue<string>()
            );

        Assert.Equal(
            ProblemKind
                .All.Except(DocumentedProblems.OfNoOperation)
                .Select(kind => kind.Type)
                .Order(StringComparer.Ordinal),
            shown.Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_refusal_is_a_kind_of_problem()
    {
        var codes = typeof(RefusalCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(code => (string)code.GetRawConstantValue()!);

        Assert.Subset(ProblemKind.All.Select(kind => kind.Code).ToHashSet(), codes.ToHashSet());
    }

    [Fact]
    public async Task Whoever_reads_it_learns_no_type_of_ours()
    {
        var text = (await Document()).ToJsonString();

        Assert.DoesNotMatch("System\\.|Funnel\\.(Server|Orders|Definitions)|IReadOnly|Nullable|View\"", text);
    }

    private async Task<JsonObject> Document() =>
        JsonNode
            .Parse((await shared.Api.Send(HttpMethod.Get, ApiDocument.Address)).Expect(HttpStatusCode.OK).Body)!
            .AsObject();

    /// <summary>The media types of all replies.</summary>
    private static IEnumerable<JsonNode> Replies(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        from response in operation.Value!["responses"]!.AsObject()
        from content in response.Value!["content"] as JsonObject ?? []
        select content.Value;

    /// <summary>The examples that are written out.</summary>
    private static IEnumerable<JsonObject> Examples(JsonNode? of) =>
        ((of as JsonObject)?["examples"] as JsonObject ?? of as JsonObject ?? [])
            .Select(example => example.Value as JsonObject)
            .OfType<JsonObject>()
            .Where(example => example.ContainsKey("value"));

    [GeneratedRegex("urn:funnel:[a-z-]+", RegexOptions.None, 1000)]
    private static partial Regex ProblemType();
}
