using System.Net;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests;

/// <summary>What every reply tells browsers not to do with it.</summary>
public sealed class SecurityHeadersTests(SharedServer shared)
{
    private const string Policy = "Content-Security-Policy";
    private const string Page =
        "script-src 'self'; style-src 'self'; img-src 'self' data: blob: https:; connect-src 'self'";
    private const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Watches every call of the tests, whatever it is about and whatever comes of it.</summary>
    internal static void Check(string path, Reply reply)
    {
        Assert.Equal("nosniff", Header(reply, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(reply, "X-Frame-Options"));
        Assert.Equal("no-referrer", Header(reply, "Referrer-Policy"));
        Assert.StartsWith(Nothing, Header(reply, Policy), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header(reply, Policy), StringComparison.Ordinal);
        if (
            path.StartsWith("/v1/", StringComparison.Ordinal)
            && path != "/v1/funnels/schema"
            && !IsOfAVersion(path, reply)
        )
        {
            Assert.Contains("no-store", Header(reply, "Cache-Control"), StringComparison.Ordinal);
        }
    }

    /// <summary>What was published stays as it is, for whoever may see it.</summary>
    private static bool IsOfAVersion(string path, Reply reply) =>
        path.Contains("/versions/", StringComparison.Ordinal)
        && Header(reply, "Cache-Control") == "max-age=31536000, private, immutable"
        && Header(reply, "Vary") == "Authorization";

    [Theory]
    [InlineData("GET", "/v1/funnels", HttpStatusCode.OK)]
    [InlineData("GET", ApiDocument.Address, HttpStatusCode.OK)]
    [InlineData("POST", "/v1/funnels/print-shop/orders", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/v1/orders/ord_1", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/", HttpStatusCode.MethodNotAllowed)]
    public async Task What_is_no_page_may_do_nothing(string method, string path, HttpStatusCode status)
    {
        var body = status is HttpStatusCode.BadRequest ? "{" : null;

        var reply = (await shared.Api.Send(new(method), path, body)).Expect(status);

        Assert.Equal(Nothing, Header(reply, Policy));
    }

    [Theory]
    [InlineData("/", Page)]
    [InlineData("/f/print-shop", Page)]
    [InlineData("/studio", $"frame-src 'self'; {Page}")]
    [InlineData("/studio/print-shop", $"frame-src 'self'; {Page}")]
    [InlineData("/swagger/", "script-src 'self'; style-src 'self' H; img-src 'self' data:; connect-src 'self'")]
    [InlineData("/swagger/index.js", "script-src 'self'; style-src 'self' H; img-src 'self' data:; connect-src 'self'")]
    public async Task A_page_may_run_its_own_script_and_call_its_own_server(string path, string allowed)
    {
        var reply = await shared.Api.Send(HttpMethod.Get, path);

        var pattern = allowed.Replace("H", "'sha256-[A-Za-z0-9+/]{43}='", StringComparison.Ordinal);
        Assert.Matches($"^{Nothing}; {pattern}$", Header(reply, Policy));
    }

    private static string Header(Reply reply, string name) =>
        reply.Headers.TryGetValues(name, out var values)
            ? string.Join(", ", values)
            : $"{name} is not there: {(int)reply.Status} {reply.Body}";
}
