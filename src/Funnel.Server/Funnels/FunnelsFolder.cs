using Funnel.Server.Storage;
using Microsoft.Extensions.Options;

namespace Funnel.Server.Funnels;

/// <summary>The folder whose files are published.</summary>
internal sealed class FunnelsFolder(IStore store, Publishing publishing, IOptions<FunnelsOptions> options)
{
    /// <summary>The funnels in it, tests and the schema aside.</summary>
    /// <exception cref="BrokenFunnelsException">There is no such folder.</exception>
    public IEnumerable<FileInfo> Files()
    {
        var folder = new DirectoryInfo(options.Value.Directory);
        return folder.Exists
            ? folder
                .EnumerateFiles("*.json")
                .Where(file =>
                    !file.Name.EndsWith(".tests.json", StringComparison.Ordinal)
                    && !file.Name.EndsWith(".schema.json", StringComparison.Ordinal)
                )
                .OrderBy(file => file.Name, StringComparer.Ordinal)
            : throw new BrokenFunnelsException([
                $"There is no folder \"{folder.FullName}\". Make it, or set Funnels__Directory.",
            ]);
    }

    /// <summary>Reads all files, and checks those that are not published.</summary>
    /// <remarks>
    /// A file is published where it is one of its funnel's versions since the last that came from a file: what was published over
    /// HTTP since is not taken back by a file that has not changed.
    /// </remarks>
    public async Task<IReadOnlyList<FunnelFile>> Read(CancellationToken cancellation)
    {
        var versions = (await store.VersionsSinceFiles(cancellation)).ToLookup(version => version.ContentHash);
        var files = new List<FunnelFile>();
        foreach (var file in Files())
        {
            files.Add(await Read(file, versions, cancellation));
        }

        var shared = files
            .Where(file => file.Errors.Count == 0)
            .GroupBy(file => file.Id)
            .Where(same => same.Skip(1).Any())
            .ToDictionary(same => same.Key!, same => (string[])[SharedId(same.Key!, same)]);
        return [.. files.Select(file => file with { Errors = shared.GetValueOrDefault(file.Id ?? "") ?? file.Errors })];
    }

    private async Task<FunnelFile> Read(
        FileInfo file,
        ILookup<string, VersionSummary> versions,
        CancellationToken cancellation
    )
    {
        var path = Path.Combine(options.Value.Directory, file.Name);
        byte[] content;
        try
        {
            if (file.Length > FunnelFile.MostBytes)
            {
                return Broken($"{path}: is larger than {FunnelFile.MostBytes} bytes. Make two funnels of it.");
            }

            content = await File.ReadAllBytesAsync(path, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Broken($"{path}: cannot be read: {e.Message}");
        }

        if (versions[ContentHash.Of(content)].LastOrDefault() is { } published)
        {
            return new()
            {
                Path = path,
                Id = published.FunnelId,
                Published = published,
            };
        }

        var definition = await publishing.Check(content, null, cancellation);
        return new()
        {
            Path = path,
            Id = definition.Report.Definition?.Id,
            Definition = definition,
            Errors = definition.Report.HasErrors
                ? [.. definition.Report.Problems.Select(problem => FunnelFile.Line(path, problem))]
                : [],
        };

        FunnelFile Broken(string why) => new() { Path = path, Errors = [why] };
    }

    private static string SharedId(string id, IEnumerable<FunnelFile> files) =>
        $"{string.Join(", ", files.Select(file => file.Path))}: all have the id \"{id}\". Give each funnel its own.";
}

/// <summary>The files of the funnels' folder cannot be published.</summary>
internal sealed class BrokenFunnelsException(IReadOnlyList<string> problems)
    : Exception(string.Join(Environment.NewLine, problems));
