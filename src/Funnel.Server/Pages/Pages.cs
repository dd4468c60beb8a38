using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Funnel.Server.Pages;

/// <summary>The storefront and the studio, as the build of <c>src/Funnel.Web</c> made them.</summary>
internal static class Pages
{
    /// <summary>Lets run only this server's scripts, and call only this server. Pictures may be a merchant's or a shopper's own.</summary>
    private const string Allowed =
        "script-src 'self'; style-src 'self'; img-src 'self' data: blob: https:; connect-src 'self'";

    private const string MayChange = "no-cache";

    // The build names each of them by its content.
    private const string NeverChanges = "public, max-age=31536000, immutable";

    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    private const string NotBuilt = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Funnel: the pages are not built</title>
        <h1>The pages are not built</h1>
        <p>The storefront and the studio are built with Node.js 20.19 or newer, which was not there when this server was built.
        Install it from nodejs.org or your system's packages, and build again: <code>dotnet run --project src/Funnel.Server</code>.</p>
        <p>The API works all the same: see <a href="/swagger">what it can do</a>.</p>
        </html>
        """;

    /// <param name="folder">What the build left; it need not be there.</param>
    public static void MapPages(this IEndpointRouteBuilder app, string folder)
    {
        var files = PageFile.ReadAll(folder);
        app.MapPage("/", files, "index.html", SecurityHeaders.NothingAllowed);
        app.MapPage("/f/{funnelId}", files, "index.html", SecurityHeaders.NothingAllowed);
        app.MapPage("/studio", files, "studio.html", $"{SecurityHeaders.NothingAllowed}; frame-src 'self'");
        app.MapPage("/studio/{funnelId}", files, "studio.html", $"{SecurityHeaders.NothingAllowed}; frame-src 'self'");
        app.MapPage("/try", files, "try.html", SecurityHeaders.NothingAllowedOutside);
        app.MapMethods(
                "/assets/{name}",
                Read,
                Results<FileContentHttpResult, NotFound> (string name, HttpContext http) =>
                    files.TryGetValue($"assets/{name}", out var file)
                        ? file.Send(http, NeverChanges)
                        : TypedResults.NotFound()
            )
            .ExcludeFromDescription();
    }

    private static void MapPage(
        this IEndpointRouteBuilder app,
        string address,
        FrozenDictionary<string, PageFile> files,
        string name,
        string policy
    ) =>
        app.MapMethods(
                address,
                Read,
                Results<FileContentHttpResult, ContentHttpResult> (HttpContext http) =>
                {
                    if (!files.TryGetValue(name, out var file))
                    {
                        return TypedResults.Text(
                            NotBuilt,
                            PageFile.Html,
                            statusCode: StatusCodes.Status503ServiceUnavailable
                        );
                    }

                    http.Response.Headers.ContentSecurityPolicy = $"{policy}; {Allowed}";
                    if (policy == SecurityHeaders.NothingAllowedOutside)
                    {
                        http.Response.Headers.XFrameOptions = "SAMEORIGIN";
                    }

                    return file.Send(http, MayChange);
                }
            )
            .ExcludeFromDescription();
}
