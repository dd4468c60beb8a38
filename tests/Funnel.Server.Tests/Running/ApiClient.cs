using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Funnel.Server.Tests.Api.OpenApi;

namespace Funnel.Server.Tests.Running;

/// <summary>Calls the API as a frontend would, over real HTTP.</summary>
/// <remarks>A body is JSON: a text as it stands, anything else serialised in camelCase; null is no body.</remarks>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(Uri address)
    {
        Address = address;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        };
        _http = new(handler) { BaseAddress = address };
    }

    public Uri Address { get; }

    public async Task<Reply> Send(
        HttpMethod method,
        string path,
        object? body = null,
        string? token = null,
        params IReadOnlyList<(string Name, string Value)> headers
    )
    {
        var content = body is null
            ? null
            : new ByteArrayContent(
                Encoding.UTF8.GetBytes(body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web))
            )
            {
                Headers = { ContentType = new(MediaTypeNames.Application.Json) },
            };
        return await Send(method, path, content, token, headers);
    }

    public async Task<Reply> Send(
        HttpMethod method,
        string path,
        HttpContent? content,
        string? token = null,
        params IReadOnlyList<(string Name, string Value)> headers
    )
    {
        using var request = new HttpRequestMessage(method, Unchanged(path)) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var message = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var reply = new Reply(
            message,
            await message.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            await message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        DocumentedProblems.Check(method, path, reply);
        SecurityHeadersTests.Check(path, reply);
        return reply;
    }

    public Task<Reply> Funnels(params IReadOnlyList<(string Name, string Value)> headers) =>
        Send(HttpMethod.Get, "/v1/funnels", headers: headers);

    /// <summary>What happened to all orders, for merchants.</summary>
    public Task<Reply> Feed(string query = "") =>
        Send(HttpMethod.Get, $"/v1/events{query}", token: ServerSettings.MerchantKey);

    /// <summary>A funnel, for who has a merchant's key.</summary>
    public FunnelClient Funnel(string id, string key = ServerSettings.MerchantKey) => new(this, id, key);

    /// <summary>Asks for an order, whatever comes of it.</summary>
    public Task<Reply> TryStart(
        string funnel,
        object? body = null,
        string? token = null,
        params IReadOnlyList<(string Name, string Value)> headers
    ) => Send(HttpMethod.Post, $"/v1/funnels/{funnel}/orders", body, token, headers);

    /// <summary>Starts an order that can be started.</summary>
    public async Task<OrderClient> Start(
        string funnel,
        object? body = null,
        string? token = null,
        params IReadOnlyList<(string Name, string Value)> headers
    )
    {
        var started = (await TryStart(funnel, body, token, headers)).Expect(HttpStatusCode.Created);
        return Order(started.Id, started.Token, started);
    }

    /// <param name="token">The order's token, or a merchant's key.</param>
    public OrderClient Order(string id, string? token, Reply? started = null) => new(this, id, token, started);

    public void Dispose() => _http.Dispose();

    // A path goes over the wire as it is written: escapes, dots and all.
    private Uri Unchanged(string path) =>
        new(
            $"{Address.GetLeftPart(UriPartial.Authority)}{path}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );
}
