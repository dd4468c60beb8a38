using Funnel.Server.Funnels;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace Funnel.Server.Pages;

/// <summary>The pictures that funnels name: the files of <c>images/</c> beside the funnels, at <c>/images/</c>.</summary>
internal static class Pictures
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new(
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [".svg"] = "image/svg+xml",
            [".png"] = "image/png",
            [".jpg"] = "image/jpeg",
            [".jpeg"] = "image/jpeg",
            [".webp"] = "image/webp",
            [".avif"] = "image/avif",
            [".gif"] = "image/gif",
        }
    );

    public static void UsePictures(this WebApplication app)
    {
        var funnels = app.Services.GetRequiredService<IOptions<FunnelsOptions>>().Value.Directory;
        var folder = Path.GetFullPath(Path.Combine(funnels, "images"));
        if (!Directory.Exists(folder))
        {
            return;
        }

        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = "/images",
                FileProvider = new LinkedFiles(new PhysicalFileProvider(folder), folder),
                ContentTypeProvider = ContentTypes,
                // A merchant who changes one sees it within minutes.
                OnPrepareResponse = static sent => sent.Context.Response.Headers.CacheControl = "public, max-age=300",
            }
        );
    }
}
