using Funnel.Server.Storage;
using Microsoft.Extensions.Options;

namespace Funnel.Server.Funnels;

/// <summary>The folder whose files are published.</summary>
internal sealed class FunnelsFolder(IStore store, Publishing publishing, IOptions<FunnelsOptions> options)
{
    /// <summary>The funnels in it, tests and the schema aside.</summary>
    /// <exception cref="BrokenFunnelsException">There is no such folder.</exception>
    public IEnumerable<FileInfo> Files() => WithTests().Where(IsFunnel);

    /// <summary>The funnels in it and their tests.</summary>
    /// <inheritdoc cref="Files" path="exception"/>
    public IEnumerable<FileInfo> WithTests()
    {
        var folder = new DirectoryInfo(options.Value.Directory);
        return folder.Exists
            ? FilesOf(folder)
            : throw new BrokenFunnelsException([
                $"There is no folder \"{folder.FullName}\". Make it, or set Funnels__Directory.",
            ]);
    }

    /// <summary>The files of a folder that are funnels, by name.</summary>
    public static IEnumerable<FileInfo> FunnelsOf(DirectoryInfo folder) => FilesOf(folder).Where(IsFunnel);

    private static IEnumerable<FileInfo> FilesOf(DirectoryInfo folder) =>
        folder
            .EnumerateFiles("*.json")
            .Where(file => !file.Name.EndsWith(".schema.json", StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal);

    private static bool IsFunnel(FileInfo file) => !file.Name.EndsWith(TestsFile.Ending, StringComparison.Ordinal);

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
        var (content, broken) = await ReadContent(path, cancellation);
        if (content is null)
        {
            return new() { Path = path, Errors = [broken!] };
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
                : await Test(definition, TestsFile.Beside(path), cancellation),
        };
    }

    /// <summary>What its tests, where it has some, say against it, a line each.</summary>
    private async Task<IReadOnlyList<string>> Test(
        CheckedDefinition definition,
        string path,
        CancellationToken cancellation
    )
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var (content, broken) = await ReadContent(path, cancellation);
        return content is null
            ? [broken!]
            :
            [
                .. (await publishing.Test(definition, content, cancellation)).AllProblems.Select(problem =>
                    FunnelFile.Line(path, problem)
                ),
            ];
    }

    /// <summary>A file's bytes, or why there are none.</summary>
    private static async Task<(byte[]? Content, string? Broken)> ReadContent(
        string path,
        CancellationToken cancellation
    )
    {
        try
        {
            return new FileInfo(path).Length > FunnelFile.MostBytes
                ? (null, $"{path}: is larger than {FunnelFile.MostBytes} bytes. Make two of it.")
                : (await File.ReadAllBytesAsync(path, cancellation), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"{path}: cannot be read: {e.Message}");
        }
    }

    private static string SharedId(string id, IEnumerable<FunnelFile> files) =>
        $"{string.Join(", ", files.Select(file => file.Path))}: all have the id \"{id}\". Give each funnel its own.";
}

/// <summary>The files of the funnels' folder cannot be published.</summary>
internal sealed class BrokenFunnelsException(IReadOnlyList<string> problems)
    : Exception(string.Join(Environment.NewLine, problems));
