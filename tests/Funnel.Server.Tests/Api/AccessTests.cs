using Funnel.Server.Api;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Tests.Api.OpenApi;
using Funnel.Server.Tests.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Funnel.Server.Tests.Api;

/// <summary>Every operation of the API's document serves whom the document says, and nobody else.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private const string Unknown = "ord_0123456789abcdef0123456789abcdef";

    private readonly RunningServer _server = RunningServer.Start();
    private IReadOnlyList<DocumentedOperation> _operations = [];
    private OrderClient _expired = null!;
    private OrderClient _other = null!;
    private OrderClient _order = null!;

    public async ValueTask InitializeAsync()
    {
        _operations = await DocumentedOperation.All(_server.Api);
        _expired = await _server.Api.Start("print-shop");
        _server.Clock.Advance(TimeSpan.FromDays(3));
        _other = await _server.Api.Start("print-shop");
        _order = await _server.Api.Start("print-shop");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_order_answers_strangers_as_if_it_were_not_there()
    {
        foreach (var (operation, body) in CallsOfIntruders(Access.OrderHolder))
        {
            foreach (var stranger in Strangers)
            {
                var refused = await Call(operation, _order.Id, body, stranger);
                Assert.Equal("404 urn:funnel:order-not-found", Said(refused));
                SameReply(await Call(operation, Unknown, body, stranger), refused);
            }

            foreach (var nobody in Nobodies)
            {
                var refused = await Call(operation, _order.Id, body, nobody);
                Assert.Equal("401 urn:funnel:token-missing", Said(refused));
                Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());
                SameReply(await Call(operation, Unknown, body, nobody), refused);
            }
        }

        Assert.Equal(_order.Started.ETag, (await _order.View()).ETag);
    }

    [Fact]
    public async Task An_expired_order_s_own_token_shows_it_and_changes_nothing()
    {
        foreach (var (operation, body) in Calls(Access.OrderHolder))
        {
            var reply = await Call(operation, _expired.Id, body, $"Bearer {_expired.Token}");

            // An answer is shown to be changed.
            var shows = operation is { Method.Method: "GET", Template: "/v1/orders/{orderId}" };
            Assert.Equal(shows ? "200 " : "409 urn:funnel:order-expired", Said(reply));
        }

        var view = await _expired.View();
        Assert.Equal("expired", view.TextAt("/status"));
        Assert.Empty(view.Json.GetProperty("ledger").EnumerateArray());
    }

    [Fact]
    public async Task What_is_for_merchants_is_for_nobody_without_a_key()
    {
        foreach (var (operation, body) in CallsOfIntruders(Access.Merchant))
        {
            var reference = await Call(operation, Unknown, body, null);
            foreach (var id in (string[])[_order.Id, Unknown])
            {
                foreach (var intruder in Nobodies.Concat(Strangers).Append($"Bearer {_order.Token}"))
                {
                    var refused = await Call(operation, id, body, intruder);
                    Assert.Equal("401 urn:funnel:merchant-key-needed", Said(refused));
                    Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());
                    SameReply(reference, refused);
                }
            }
        }
    }

    [Fact]
    public async Task What_is_for_anyone_heeds_no_token()
    {
        foreach (var (operation, body) in Calls(Access.Anyone).Concat(Calls(Access.AnyoneOrMerchant)))
        {
            var namesCustomer = body?.Contains("\"customer\"", StringComparison.Ordinal) is true;
            foreach (var anyone in Nobodies.Concat(Strangers).Append($"Bearer {_order.Token}"))
            {
                var reply = await Call(operation, Unknown, body, anyone);

                Assert.Equal(
                    namesCustomer ? "403 urn:funnel:customer-not-trusted"
                        : operation.Method == HttpMethod.Post ? "201 "
                        : "200 ",
                    Said(reply)
                );
            }
        }
    }

    [Fact]
    public void Only_the_pages_are_not_in_the_document()
    {
        var served = _server
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.OfType<IExcludeFromDescriptionMetadata>().Any())
            .Select(endpoint => endpoint.RoutePattern.RawText);

        Assert.Equal(
            ["/", "/assets/{name}", "/f/{funnelId}", ApiDocument.Address, "/studio", "/studio/{funnelId}", "/try"],
            served.Order(StringComparer.Ordinal)
        );
    }

    /// <summary>What says nothing that could be a token or a key.</summary>
    private IEnumerable<string?> Nobodies =>
        [
            null,
            "",
            "Bearer",
            "Bearer ",
            "Basic dXNlcjpwYXNz",
            $"Token {_order.Token}",
            _order.Token,
            $"Bearer {new string('x', 600)}",
        ];

    /// <summary>Tokens and keys that are none, or another's.</summary>
    private IEnumerable<string> Strangers =>
        new[]
        {
            "x",
            "é",
            _order.Token![..^1],
            _order.Token + "A",
            _order.Token.ToUpperInvariant(),
            $"{_order.Token},Bearer {_order.Token}",
            _other.Token!,
            _expired.Token!,
            ServerSettings.MerchantKey + "x",
            ServerSettings.MerchantKey.ToUpperInvariant(),
        }.Select(token => $"Bearer {token}");

    /// <summary>As much of each secret as is in all that is made of it.</summary>
    private IEnumerable<string> Secrets =>
        new[] { _order.Token!, _other.Token!, _expired.Token!, ServerSettings.MerchantKey }.Select(secret =>
            secret[..20]
        );

    private IEnumerable<(DocumentedOperation Operation, string? Body)> Calls(Access access) =>
        from operation in _operations
        where operation.Access == access
        from body in operation.Bodies
        select (operation, body);

    /// <summary>The same, and such as cannot be read: who may not ask is not told what is wrong with the question.</summary>
    private IEnumerable<(DocumentedOperation Operation, string? Body)> CallsOfIntruders(Access access) =>
        from call in Calls(access)
        from each in ((DocumentedOperation, string?)[])
            [call, (call.Operation with { Path = call.Operation.Path + "?limit=many" }, call.Body is null ? null : "{")]
        select each;

    private async Task<Reply> Call(DocumentedOperation operation, string order, string? body, string? authorization)
    {
        var reply = await _server.Api.Send(
            operation.Method,
            operation.For(order),
            (object?)body,
            null,
            authorization is null ? [] : [("Authorization", authorization)]
        );
        Assert.All(
            Secrets,
            secret =>
            {
                Assert.DoesNotContain(secret, reply.Body, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(Headers(reply), Bears);
                Assert.DoesNotContain(_server.Log.Select(line => line.ToString()), Bears);

                bool Bears(string text) => text.Contains(secret, StringComparison.OrdinalIgnoreCase);
            }
        );
        return reply;
    }

    private static string Said(Reply reply) =>
        $"{(int)reply.Status} {(reply.ContentType == "application/problem+json" ? reply.ProblemType : "")}";

    private static void SameReply(Reply expected, Reply actual)
    {
        Assert.Equal((expected.Status, expected.Body), (actual.Status, actual.Body));
        Assert.Equal(Headers(expected), Headers(actual));
    }

    private static IEnumerable<string> Headers(Reply reply) =>
        reply
            .Headers.Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}")
            .Order(StringComparer.Ordinal);
}
