using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions;

namespace Funnel.Server.Commands;

/// <summary>A funnel at another server, with a merchant's key to it.</summary>
internal sealed class RemoteFunnel : IDisposable
{
    private const int MostBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _client;
    private readonly string _id;

    public RemoteFunnel(Uri server, string key, string id)
    {
        _id = id;
        // A redirect would take the key elsewhere.
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new(server, $"v1/funnels/{id}/"),
            Timeout = Patience,
            MaxResponseContentBufferSize = MostBytes,
        };
        _client.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Lets the server check it, saves it as the draft, and publishes that if it passes its tests.</summary>
    /// <param name="tests">The file of tests; null where there is none.</param>
    /// <exception cref="RemoteRefusal">The server refuses, or there is a draft that is not to be lost.</exception>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    public async Task<PublishedVersion> Publish(byte[] content, byte[]? tests, bool replaceDraft)
    {
        await Check(content);
        var draft = await TagOf("draft");
        var own = $"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"";
        if (draft is not null && draft.Tag != own && !replaceDraft && draft.Tag != await NewestVersion())
        {
            throw new RemoteRefusal(
                $"{_id} has a draft there that is not published. Look at it; --replace-draft puts this file in its place."
            );
        }

        using var save = Request(HttpMethod.Put, "draft", content);
        if (draft is null)
        {
            save.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        }
        else
        {
            save.Headers.IfMatch.Add(draft);
        }

        using var saved = await Send(save);
        using var publish = Request(HttpMethod.Post, "publish", tests);
        publish.Headers.IfMatch.Add(saved.Headers.ETag ?? new(own));
        using var published = await Send(publish);
        var version = await Read(published);
        return new(_id, version["version"]!.GetValue<int>(), published.StatusCode is HttpStatusCode.Created);
    }

    /// <summary>The tag of what is at a path; null where nothing is.</summary>
    private async Task<EntityTagHeaderValue?> TagOf(string path)
    {
        using var request = Request(HttpMethod.Get, path);
        using var reply = await _client.SendAsync(request);
        if (reply.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }

        await Expect(reply);
        return reply.Headers.ETag;
    }

    private async Task<string?> NewestVersion()
    {
        using var request = Request(HttpMethod.Get, "versions?limit=1");
        using var reply = await _client.SendAsync(request);
        if (reply.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }

        await Expect(reply);
        return (await Read(reply))["versions"] is JsonArray { Count: > 0 } versions
            ? $"\"{versions[0]!["hash"]}\""
            : null;
    }

    /// <summary>What would not be published is not saved as a draft either, where it would be in the way of the next try.</summary>
    private async Task Check(byte[] content)
    {
        using var request = Request(HttpMethod.Post, "../check", content);
        using var reply = await Send(request);
        var report = await Read(reply);
        if (report["publishable"]?.GetValue<bool>() is not true)
        {
            throw new RemoteRefusal("The server does not publish it; it has errors.", ProblemsOf(report));
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, byte[]? content = null)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (content is not null)
        {
            request.Content = new ByteArrayContent(content);
            request.Content.Headers.ContentType = new(MediaTypeNames.Application.Json);
        }

        return request;
    }

    private static Problem[] ProblemsOf(JsonNode? report) =>
        report?["problems"]?.AsArray().Deserialize<Problem[]>(CommandJson.Options) ?? [];

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        var reply = await _client.SendAsync(request);
        await Expect(reply);
        return reply;
    }

    private static async Task Expect(HttpResponseMessage reply)
    {
        if (reply.IsSuccessStatusCode)
        {
            return;
        }

        var problem = reply.Content.Headers.ContentType?.MediaType is "application/problem+json"
            ? await Read(reply)
            : null;
        throw new RemoteRefusal(
            reply.StatusCode is HttpStatusCode.Unauthorized
                ? "The server refuses (401): it does not know this merchant's key."
                : $"The server refuses ({(int)reply.StatusCode}): {problem?["detail"] ?? reply.ReasonPhrase}",
            ProblemsOf(problem?["report"])
        )
        {
            AreOfTests = problem?["type"]?.GetValue<string>() == Api.ProblemKind.TestsFailed.Type,
        };
    }

    private static async Task<JsonObject> Read(HttpResponseMessage reply)
    {
        try
        {
            return JsonNode.Parse(await reply.Content.ReadAsStreamAsync()) as JsonObject
                ?? throw new HttpRequestException("It is no server of funnels: a reply is no JSON object.");
        }
        catch (JsonException problem)
        {
            throw new HttpRequestException("It is no server of funnels: a reply is no JSON.", problem);
        }
    }
}

/// <summary>What came of publishing.</summary>
/// <param name="IsNew">False where it was the newest version before.</param>
internal sealed record PublishedVersion(string Funnel, int Version, bool IsNew);

/// <summary>The server does not publish.</summary>
internal sealed class RemoteRefusal(string message, params IReadOnlyList<Problem> problems) : Exception(message)
{
    /// <summary>What is wrong with the file, as the server reports it.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;

    /// <summary>Whether they are of the file of tests.</summary>
    public bool AreOfTests { get; init; }
}
