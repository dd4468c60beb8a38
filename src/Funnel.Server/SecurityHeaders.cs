using Microsoft.Net.Http.Headers;

namespace Funnel.Server;

/// <summary>Tells browsers to do nothing with a reply but read it, and to keep no copy. A page sets its own policy, which wins.</summary>
internal static class SecurityHeaders
{
    /// <summary>The content security policy of what is no page; a page's begins with it.</summary>
    public const string NothingAllowed =
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The same of a page that this server's own pages may frame.</summary>
    public const string NothingAllowedOutside =
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static readonly (string Name, string Value)[] Headers =
    [
        (HeaderNames.ContentSecurityPolicy, NothingAllowed),
        (HeaderNames.XContentTypeOptions, "nosniff"),
        (HeaderNames.XFrameOptions, "DENY"),
        ("Referrer-Policy", "no-referrer"),
        // Nearly every reply bears an order, or comes with what opens one.
        (HeaderNames.CacheControl, "no-store"),
    ];

    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            static (http, next) =>
            {
                // Last of all: where something fails, headers that were set before are cleared.
                http.Response.OnStarting(Add, http.Response);
                return next(http);
            }
        );

    private static Task Add(object response)
    {
        foreach (var (name, value) in Headers)
        {
            ((HttpResponse)response).Headers.TryAdd(name, value);
        }

        return Task.CompletedTask;
    }
}
