using System.Net;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Server.Api;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api.OpenApi;

/// <summary>What the server answered to the calls of a script, as the API's document shows it: with ids and tokens that stay the same.</summary>
internal sealed class RecordedReplies
{
    private const string Id = "ord_019ecb2e8400703ba2c5d1e4f6a7b8c9";
    private const string Token = "tok_q3mYzE0v7sKXhT2bN5cRjW8aLdP4uGfO1iVnB6yZkQw";

    private readonly JsonObject _replies = [];
    private readonly SortedDictionary<string, JsonObject> _problems = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Problems => _problems.Keys;

    /// <summary>Keeps what an operation answered where it did what it was asked.</summary>
    public Reply Keep(string operation, string name, string summary, Reply reply)
    {
        Assert.InRange((int)reply.Status, 200, 299);
        if (_replies[operation] is not JsonObject examples)
        {
            _replies[operation] = examples = [];
        }

        examples[name] = Example(summary, reply.Body, reply.ContentType);
        return reply;
    }

    /// <summary>Keeps what was answered where something was refused.</summary>
    public void KeepProblem(ProblemKind kind, Reply reply)
    {
        reply.Expect((HttpStatusCode)kind.Status, kind.Code);
        Keep(kind, reply.Body);
    }

    /// <summary>Keeps what is answered where something fails that a test cannot make fail.</summary>
    public void KeepProblem(ProblemResult problem) =>
        Keep(
            ProblemKind.All.Single(kind => kind.Type == problem.Value.Type),
            JsonSerializer.Serialize(problem.Value, ApiJson.Default.ProblemView)
        );

    public override string ToString()
    {
        var all = new JsonObject
        {
            ["replies"] = _replies.DeepClone(),
            ["problems"] = new JsonObject(
                _problems.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Key, one.Value.DeepClone()))
            ),
        };
        return all.ToJsonString(Readable) + "\n";
    }

    private static JsonSerializerOptions Readable { get; } =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private void Keep(ProblemKind kind, string body) => _problems.Add(kind.Code, Example(kind.Title, body));

    private static JsonObject Example(string summary, string body, string? type = MediaTypeNames.Application.Json) =>
        new()
        {
            ["summary"] = summary,
            ["value"] = type == MediaTypeNames.Application.Json ? Steady(JsonNode.Parse(body)!) : body,
        };

    private static JsonNode Steady(JsonNode body)
    {
        var events = 0;
        foreach (var text in Texts(body).ToList())
        {
            var known = text.GetValue<string>();
            var steady =
                known.StartsWith("ord_", StringComparison.Ordinal) ? Id
                : known.StartsWith("tok_", StringComparison.Ordinal) ? Token
                : known.StartsWith("evt_", StringComparison.Ordinal)
                    ? $"evt_019ecb2e84007f0ba2c5d1e4f6a7b{++events:000}"
                : known;
            if (steady != known)
            {
                text.ReplaceWith(steady);
            }
        }

        return body;
    }

    private static IEnumerable<JsonValue> Texts(JsonNode? node) =>
        node switch
        {
            JsonObject named => named.SelectMany(property => Texts(property.Value)),
            JsonArray list => list.SelectMany(Texts),
            JsonValue value when value.GetValueKind() is JsonValueKind.String => [value],
            _ => [],
        };
}
