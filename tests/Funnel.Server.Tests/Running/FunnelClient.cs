using System.Net;
using System.Net.Mime;
using System.Text;

namespace Funnel.Server.Tests.Running;

/// <summary>Works on one funnel's definition as a merchant would.</summary>
public sealed class FunnelClient(ApiClient api, string id, string key)
{
    /// <summary>Saves a draft, whatever comes of it.</summary>
    public Task<Reply> Save(string content, params IReadOnlyList<(string Name, string Value)> headers) =>
        Save(Encoding.UTF8.GetBytes(content), headers);

    public async Task<Reply> Save(byte[] content, params IReadOnlyList<(string Name, string Value)> headers)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new(MediaTypeNames.Application.Json);
        return await api.Send(HttpMethod.Put, $"/v1/funnels/{id}/draft", body, key, headers);
    }

    public Task<Reply> Draft(params IReadOnlyList<(string Name, string Value)> headers) =>
        Send(HttpMethod.Get, "draft", headers);

    public Task<Reply> RemoveDraft(params IReadOnlyList<(string Name, string Value)> headers) =>
        Send(HttpMethod.Delete, "draft", headers);

    public Task<Reply> Publish(params IReadOnlyList<(string Name, string Value)> headers) =>
        Send(HttpMethod.Post, "publish", headers);

    /// <summary>Publishes the draft if that version is the newest.</summary>
    public Task<Reply> PublishOver(int version) => Send(HttpMethod.Post, $"publish?over={version}");

    /// <summary>Publishes the draft if it passes these tests.</summary>
    public Task<Reply> PublishTested(string tests) =>
        api.Send(HttpMethod.Post, $"/v1/funnels/{id}/publish", (object?)tests, key);

    /// <summary>Publishes a definition that can be, over whatever draft there is.</summary>
    /// <returns>Its version.</returns>
    public async Task<int> Publish(string definition)
    {
        var saved = await Save(definition);
        if (saved.Status is HttpStatusCode.PreconditionRequired)
        {
            saved = await Save(definition, ("If-Match", "*"));
        }

        Assert.True(saved.Json.GetProperty("publishable").GetBoolean(), saved.Body);
        var published = await Publish();
        Assert.True(published.Status is HttpStatusCode.Created or HttpStatusCode.OK, published.Body);
        return published.Json.GetProperty("version").GetInt32();
    }

    public Task<Reply> Versions(string query = "") => Send(HttpMethod.Get, $"versions{query}");

    public Task<Reply> Version(int version, params IReadOnlyList<(string Name, string Value)> headers) =>
        Send(HttpMethod.Get, $"versions/{version}", headers);

    public Task<Reply> Restore(int version, int? over = null) =>
        Send(HttpMethod.Post, $"versions/{version}/restore{(over is null ? "" : $"?over={over}")}");

    public Task<Reply> Graph(string query = "") => Send(HttpMethod.Get, $"graph{query}");

    public Task<Reply> Diff(string query = "") => Send(HttpMethod.Get, $"diff{query}");

    /// <summary>The version that new orders get.</summary>
    public async Task<int?> Newest() =>
        (await api.Funnels())
            .Json.EnumerateArray()
            .Where(funnel => funnel.TextAt("/id") == id)
            .Select(funnel => (int?)funnel.GetProperty("version").GetInt32())
            .SingleOrDefault();

    private Task<Reply> Send(
        HttpMethod method,
        string path,
        params IReadOnlyList<(string Name, string Value)> headers
    ) => api.Send(method, $"/v1/funnels/{id}/{path}", (object?)null, key, headers);
}
