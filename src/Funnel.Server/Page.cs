namespace Funnel.Server;

/// <summary>The page at <c>/</c>, part of the executable: it walks any published funnel through the API.</summary>
internal static class Page
{
    public static void MapPage(this IEndpointRouteBuilder app)
    {
        using var file = typeof(Page).Assembly.GetManifestResourceStream("index.html")!;
        var html = new byte[file.Length];
        file.ReadExactly(html);
        app.MapGet("/", () => TypedResults.Bytes(html, "text/html; charset=utf-8")).ExcludeFromDescription();
    }
}
