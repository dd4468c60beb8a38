using Funnel.Checking;
using Funnel.Definitions;
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
        var reports = Files()
            .Select(file => (File: file, Content: File.ReadAllBytes(file)))
            .Select(read => (read.File, read.Content, Report: Check.Run(read.Content)))
            .ToArray();
        var broken = reports.Where(read => read.Report.HasErrors).ToArray();
        var twice = reports
            .Except(broken)
            .GroupBy(read => read.Report.Definition!.Id)
            .Where(same => same.Skip(1).Any())
            .Select(same =>
                $"{string.Join(", ", same.Select(read => read.File))}: all have the id \"{same.Key}\". Give each funnel its own."
            );
        string[] problems =
        [
            .. broken.SelectMany(read => read.Report.Problems.Select(problem => Line(read.File, problem))),
            .. twice,
        ];
        if (problems.Length > 0)
        {
            throw new BrokenFunnelsException(problems);
        }

        foreach (var (file, content, report) in reports)
        {
            var version = await store.Publish(report.Definition!.Id, content, clock.GetUtcNow(), cancellation);
            LogPublished(version.FunnelId, version.Version, file);
        }

        await funnels.Refresh(cancellation);
    }

    private static string Line(string file, Problem problem) =>
        $"{file}:{problem.Line}:{problem.Column}: {problem.Severity.ToString().ToLowerInvariant()} {problem.Code} at {(problem.Pointer.Length > 0 ? problem.Pointer : "the root")}: {problem.Message}";

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
