namespace Funnel.Server;

/// <summary>The page at <c>/</c>.</summary>
internal static class Pages
{
    public static void MapPages(this WebApplication app)
    {
        app.UseDefaultFiles();
        app.UseStaticFiles();
    }
}
