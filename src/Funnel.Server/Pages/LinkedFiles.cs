using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;
using Microsoft.Extensions.Primitives;

namespace Funnel.Server.Pages;

/// <summary>
/// The files of a folder, links followed as far as they stay within it: Kubernetes mounts each file of a ConfigMap as a link. The
/// framework would give a link the length of its own text, and so send so much of the file.
/// </summary>
/// <param name="files">Those of the folder as the framework sees them.</param>
internal sealed class LinkedFiles(IFileProvider files, string folder) : IFileProvider
{
    // As many as Linux follows. More of them go round in a circle.
    private const int MostLinks = 40;

    public IFileInfo GetFileInfo(string subpath)
    {
        var file = files.GetFileInfo(subpath);
        if (!file.Exists || file.PhysicalPath is null)
        {
            return file;
        }

        // The folder may itself be behind a link that is set anew with each change, so it is asked for each time.
        return
            RealPath(folder) is { } root
            && RealPath(file.PhysicalPath) is { } path
            && path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? new PhysicalFileInfo(new(path))
            : new NotFoundFileInfo(file.Name);
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter) => files.Watch(filter);

    /// <summary>Without any links, in the folders above it neither; null where they go round in a circle.</summary>
    private static string? RealPath(string path)
    {
        var links = 0;
        return Follow(path);

        string? Follow(string path)
        {
            if (Path.GetDirectoryName(path) is not { } parent)
            {
                return path;
            }

            if (Follow(parent) is not { } folder)
            {
                return null;
            }

            var own = Path.Combine(folder, Path.GetFileName(path));
            return new FileInfo(own).LinkTarget is not { } target ? own
                : ++links > MostLinks ? null
                : Follow(Path.GetFullPath(target, folder));
        }
    }
}
