using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Funnel.Server.Api.OpenApi;

/// <summary>The examples of the API's document: requests as written by hand, and what the server answers, as a test recorded it.</summary>
internal static class Examples
{
    private static readonly JsonObject Asked = Read("requests.json");
    private static readonly JsonObject Answered = Read("replies.json");

    /// <summary>The bodies that an operation can be sent, by name.</summary>
    public static IEnumerable<KeyValuePair<string, IOpenApiExample>> Requests(string operation) => Of(Asked[operation]);

    /// <summary>What an operation answers where it does what it was asked, by name.</summary>
    public static IEnumerable<KeyValuePair<string, IOpenApiExample>> Replies(string operation) =>
        Of(Answered["replies"]![operation]);

    /// <summary>What is answered where something is refused, by the problem's code.</summary>
    public static IEnumerable<KeyValuePair<string, IOpenApiExample>> Problems { get; } = [.. Of(Answered["problems"])];

    private static IEnumerable<KeyValuePair<string, IOpenApiExample>> Of(JsonNode? examples) =>
        (examples as JsonObject ?? []).Select(example =>
            KeyValuePair.Create<string, IOpenApiExample>(
                example.Key,
                new OpenApiExample
                {
                    Summary = (string?)example.Value!["summary"],
                    Value = example.Value["value"]!.DeepClone(),
                }
            )
        );

    private static JsonObject Read(string resource)
    {
        using var content = typeof(Examples).Assembly.GetManifestResourceStream(resource)!;
        return JsonNode.Parse(content)!.AsObject();
    }
}
