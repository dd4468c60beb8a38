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

    /// <summary>Saves it as the draft, and publishes that.</summary>
    /// <exception cref="RemoteRefusal">The server refuses, or there is a draft that is not to be lost.</exception>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    public async Task<PublishedVersion> Publish(byte[] content, bool replaceDraft)
    {
        var draft = await TagOf("draft");
        var own = $"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"";
        if (draft is not null && draft.Tag != own && !replaceDraft && draft.Tag != await NewestVersion())
        {
            throw new RemoteRefusal(
                $"{_id} has a draft there that is not published. Look at it; --replace-draft puts this file in its place."
            );
        }

        using var save = Request(HttpMethod.Put, "draft");
        save.Content = new ByteArrayContent(content);
        save.Content.Headers.ContentType = new(MediaTypeNames.Application.Json);
        if (draft is null)
        {
            save.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        }
        else
        {
            save.Headers.IfMatch.Add(draft);
        }

        using var saved = await Send(save);
        using var publish = Request(HttpMethod.Post, "publish");
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

    private static HttpRequestMessage Request(HttpMethod method, string path) =>
        new(method, new Uri(path, UriKind.Relative));

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
            $"The server refuses ({(int)reply.StatusCode}): {problem?["detail"] ?? reply.ReasonPhrase}",
            problem?["report"]?["problems"]?.AsArray().Deserialize<Problem[]>(CommandJson.Options) ?? []
        );
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
}
