using Funnel.Server.Storage;
using Microsoft.Extensions.Options;

namespace Funnel.Server.Funnels;

/// <summary>Publishes each file of the funnels' folder whose content is new. A broken file stops the start, with its full report.</summary>
internal sealed partial class PublishAtStart(
    IStore store,
    PublishedFunnels funnels,
    IOptions<FunnelsOptions> options,
    TimeProvider clock,
    ILogger<PublishAtStart> logger
)
{
    public async Task Run(CancellationToken cancellation)
    {
        var newest = await store.NewestVersions(cancellation);
        FunnelFile[] files = [.. Files().Select(path => FunnelFile.Read(path, newest))];
        string[] problems = [.. files.SelectMany(file => file.Errors), .. SharedIds(files)];
        if (problems.Length > 0)
        {
            throw new BrokenFunnelsException(problems);
        }

        foreach (var file in files)
        {
            var version =
                file.Published ?? await store.Publish(file.Id!, file.Content, clock.GetUtcNow(), cancellation);
            LogPublished(version.FunnelId, version.Version, file.Path);
        }

        await funnels.Refresh(cancellation);
    }

    private static IEnumerable<string> SharedIds(IEnumerable<FunnelFile> files) =>
        files
            .Where(file => file.Errors.Count == 0)
            .GroupBy(file => file.Id)
            .Where(same => same.Skip(1).Any())
            .Select(same =>
                $"{string.Join(", ", same.Select(file => file.Path))}: all have the id \"{same.Key}\". Give each funnel its own."
            );

    private IEnumerable<string> Files()
    {
        var directory = options.Value.Directory;
        return Directory.Exists(directory)
            ? Directory
                .EnumerateFiles(directory, "*.json")
                .Where(file =>
                    !file.EndsWith(".tests.json", StringComparison.Ordinal)
                    && !file.EndsWith(".schema.json", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
            : throw new BrokenFunnelsException([
                $"There is no folder \"{Path.GetFullPath(directory)}\". Make it, or set Funnels__Directory.",
            ]);
    }

    [LoggerMessage(LogLevel.Information, "Funnel {Funnel} is at version {Version}, from {File}")]
    private partial void LogPublished(string funnel, int version, string file);
}

/// <summary>The files of the funnels' folder cannot be published.</summary>
internal sealed class BrokenFunnelsException(IReadOnlyList<string> problems)
    : Exception(string.Join(Environment.NewLine, problems));
