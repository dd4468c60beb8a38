using System.Security.Cryptography;
using System.Text;

namespace Funnel.Server;

/// <summary>The page at <c>/</c>, part of the executable: it walks any published funnel through the API.</summary>
internal static class Page
{
    public static void MapPage(this IEndpointRouteBuilder app)
    {
        using var file = typeof(Page).Assembly.GetManifestResourceStream("index.html")!;
        var html = new byte[file.Length];
        file.ReadExactly(html);
        var policy = Policy(Encoding.UTF8.GetString(html));
        app.MapGet(
                "/",
                (HttpResponse response) =>
                {
                    response.Headers.ContentSecurityPolicy = policy;
                    return TypedResults.Bytes(html, "text/html; charset=utf-8");
                }
            )
            .ExcludeFromDescription();
    }

    /// <summary>Lets run only the script and the style that are written in the page, and call only this server.</summary>
    private static string Policy(string html) =>
        $"{SecurityHeaders.NothingAllowed}; script-src {Hash(html, "script")}; style-src {Hash(html, "style")}; img-src data:; connect-src 'self'";

    private static string Hash(string html, string element)
    {
        var start = html.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        var end = html.IndexOf($"</{element}>", start, StringComparison.Ordinal);
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(html[start..end])))}'";
    }
}
