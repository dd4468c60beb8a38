using System.Net;
using System.Net.Sockets;
using System.Text;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>Addresses, methods and headers that nobody means.</summary>
public sealed class HostileAddressTests(SharedServer shared)
{
    public static TheoryData<string> OddIds =>
        [
            "x",
            "%20",
            "%2F",
            "..%2f..%2fetc%2fpasswd",
            "%5C",
            "%F0%9F%98%80",
            "%E2%80%AE",
            "%ff",
            "%c0%af",
            "%ed%a0%80",
            "%",
            "%zz",
            "%25",
            "%0d%0aX-Evil:1",
            "%01",
            "'%20OR%20'1'='1",
            "$%7B7*7%7D",
            "a;b=c",
            "a,b",
            "a+b",
            "*",
            "null",
            "-1",
        ];

    [Theory, MemberData(nameof(OddIds))]
    public async Task An_odd_id_in_any_place_is_not_found(string id)
    {
        var order = await shared.Api.Start("print-shop");
        foreach (
            var reply in (Reply[])
                [
                    await shared.Api.Send(HttpMethod.Get, $"/v1/orders/{id}", token: order.Token),
                    await shared.Api.Send(HttpMethod.Get, $"/v1/orders/{id}", token: ServerSettings.MerchantKey),
                    await shared.Api.Send(
                        HttpMethod.Post,
                        $"/v1/orders/{id}/cancel",
                        token: ServerSettings.MerchantKey
                    ),
                    await shared.Api.Send(
                        HttpMethod.Put,
                        $"/v1/orders/{order.Id}/answers/{id}",
                        """{"decline":true}""",
                        order.Token
                    ),
                    await shared.Api.Send(HttpMethod.Get, $"/v1/orders/{order.Id}/answers/{id}", token: order.Token),
                    await shared.Api.Send(HttpMethod.Delete, $"/v1/orders/{order.Id}/answers/{id}", token: order.Token),
                    await shared.Api.Send(HttpMethod.Post, $"/v1/funnels/{id}/orders", "{}"),
                    await shared.Api.Send(HttpMethod.Get, $"/{id}"),
                    await shared.Api.Funnel(id).Draft(),
                    await shared.Api.Funnel(id).Publish(),
                    await shared.Api.Funnel(id).Versions(),
                    await shared.Api.Funnel(id).Version(1),
                    await shared.Api.Funnel(id).Graph(),
                    await shared.Api.Send(
                        HttpMethod.Get,
                        $"/v1/funnels/print-shop/versions/{id}",
                        token: ServerSettings.MerchantKey
                    ),
                ]
        )
        {
            Assert.True(reply.Status is HttpStatusCode.NotFound, $"{(int)reply.Status} {reply.Body}");
            Problem.IsWellFormed(reply);
        }

        Assert.Equal(order.Started.ETag, (await order.View()).ETag);
    }

    [Fact]
    public async Task A_long_id_is_not_found()
    {
        var order = await shared.Api.Start("print-shop");
        var longId = new string('x', 7_000);

        Problem.IsWellFormed(
            (await shared.Api.Order(longId, order.Token).View()).Expect(HttpStatusCode.NotFound, "order-not-found")
        );
        Problem.IsWellFormed((await order.Decline(longId)).Expect(HttpStatusCode.NotFound, "unknown-step"));
    }

    [Theory]
    [InlineData("POST", "/v1/funnels", "GET")]
    [InlineData("DELETE", "/v1/funnels", "GET")]
    [InlineData("GET", "/v1/funnels/print-shop/orders", "POST")]
    [InlineData("GET", "/v1/funnels/check", "POST")]
    [InlineData("POST", "/v1/funnels/print-shop/draft", "PUT")]
    [InlineData("PUT", "/v1/funnels/print-shop/versions/1", "GET")]
    [InlineData("DELETE", "/v1/funnels/print-shop/versions/1", "GET")]
    [InlineData("GET", "/v1/funnels/print-shop/versions/1/restore", "POST")]
    [InlineData("PUT", "/v1/funnels/print-shop/orders", "POST")]
    [InlineData("POST", "/v1/orders/ord_1", "GET")]
    [InlineData("PATCH", "/v1/orders/ord_1", "GET")]
    [InlineData("DELETE", "/v1/orders/ord_1", "GET")]
    [InlineData("GET", "/v1/orders/ord_1/cancel", "POST")]
    [InlineData("GET", "/v1/orders/ord_1/complete", "POST")]
    [InlineData("PUT", "/v1/orders/ord_1/preview", "POST")]
    [InlineData("TRACE", "/v1/funnels", "GET")]
    [InlineData("OPTIONS", "/v1/funnels", "GET")]
    [InlineData("BREW", "/v1/funnels", "GET")]
    [InlineData("POST", "/health/ready", "GET")]
    public async Task A_method_that_is_not_taken_is_told_which_is(string method, string path, string allowed)
    {
        var reply = await shared.Api.Send(HttpMethod.Parse(method), path);

        Problem.IsWellFormed(reply.Expect(HttpStatusCode.MethodNotAllowed, "method-not-allowed"));
        Assert.Contains(allowed, reply.Allow);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    [InlineData("/v2/funnels")]
    [InlineData("/v1/orders/ord_1/answers")]
    [InlineData("/v1/orders/ord_1/nonsense")]
    [InlineData("/v1/funnels/print-shop")]
    [InlineData("/v1/funnels/print-shop/orders/ord_1")]
    [InlineData("//v1/funnels")]
    [InlineData("/.env")]
    [InlineData("/appsettings.json")]
    [InlineData("/Funnel.Server.dll")]
    [InlineData("/data/funnel.db")]
    [InlineData("/funnels/print-shop.json")]
    public async Task Nothing_is_at_any_other_address(string path)
    {
        var reply = await shared.Api.Send(HttpMethod.Get, path);

        Problem.IsWellFormed(reply.Expect(HttpStatusCode.NotFound, "not-found"));
    }

    [Fact]
    public async Task Huge_and_many_header_values_do_no_harm()
    {
        var order = await shared.Api.Start("print-shop");
        var huge = new string('x', 8_000);

        Problem.IsWellFormed((await order.With(huge).View()).Expect(HttpStatusCode.Unauthorized, "token-missing"));
        Problem.IsWellFormed(
            (await order.Cancel(("If-Match", huge))).Expect(HttpStatusCode.BadRequest, "malformed-request")
        );
        var many = string.Join(", ", Enumerable.Range(2, 1_500).Select(revision => $"\"{revision}\""));
        Problem.IsWellFormed(
            (await order.Cancel(("If-Match", many))).Expect(HttpStatusCode.PreconditionFailed, "stale-revision")
        );
        Problem.IsWellFormed(
            (await shared.Api.TryStart("print-shop", null, null, ("Idempotency-Key", huge))).Expect(
                HttpStatusCode.BadRequest,
                "idempotency-key-invalid"
            )
        );
        (await order.View(("Accept-Language", string.Join(',', Enumerable.Repeat("nl-NL;q=0.5", 700))))).Expect(
            HttpStatusCode.OK
        );
        (await order.View(("Accept", "image/png"))).Expect(HttpStatusCode.OK);
        Assert.Equal(order.Started.ETag, (await order.View()).ETag);
    }

    /// <summary>What is no HTTP is refused by the web server itself, before there is a request to answer.</summary>
    [Theory]
    [InlineData("GET /v1/orders/a%00b HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /v1/orders/a\0b HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET  /v1/funnels HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /v1/funnels HTTP/9.9\r\nHost: x\r\n\r\n")]
    [InlineData("GET /v1/funnels HTTP/1.1\r\n\r\n")]
    [InlineData("GET /v1/funnels HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n")]
    [InlineData("GET /v1/funnels HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n")]
    [InlineData("POST /v1/funnels/print-shop/orders HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")]
    [InlineData(
        "POST /v1/funnels/print-shop/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n12345"
    )]
    [InlineData(
        "POST /v1/funnels/print-shop/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
    )]
    [InlineData("\x16\x03\x01\x02\r\n\r\n")]
    public async Task What_is_no_HTTP_is_a_bad_request(string request)
    {
        Assert.Matches("^HTTP/1.1 (400|505) ", await Raw(request));
    }

    [Fact]
    public async Task Headers_beyond_all_measure_are_refused()
    {
        var huge = new string('x', 40_000);

        Assert.StartsWith(
            "HTTP/1.1 431 ",
            await Raw($"GET /v1/funnels HTTP/1.1\r\nHost: x\r\nX-Huge: {huge}\r\n\r\n"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "HTTP/1.1 414 ",
            await Raw($"GET /v1/orders/{huge} HTTP/1.1\r\nHost: x\r\n\r\n"),
            StringComparison.Ordinal
        );
        (await shared.Api.Funnels()).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_not_waited_for()
    {
        Assert.StartsWith(
            "HTTP/1.1 408 ",
            await Raw(
                "POST /v1/funnels/print-shop/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
            ),
            StringComparison.Ordinal
        );
    }

    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(
            shared.Api.Address.Host,
            shared.Api.Address.Port,
            TestContext.Current.CancellationToken
        );
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        var read = await stream.ReadAtLeastAsync(
            buffer,
            12,
            throwOnEndOfStream: false,
            TestContext.Current.CancellationToken
        );
        return Encoding.Latin1.GetString(buffer, 0, read);
    }
}
