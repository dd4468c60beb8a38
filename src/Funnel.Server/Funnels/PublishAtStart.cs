using Funnel.Server.Storage;

namespace Funnel.Server.Funnels;

/// <summary>Publishes each file of the funnels' folder whose content is new. A broken file stops the start, with its full report.</summary>
internal sealed partial class PublishAtStart(
    FunnelsFolder folder,
    Publishing publishing,
    PublishedFunnels funnels,
    ILogger<PublishAtStart> logger
)
{
    public async Task Run(CancellationToken cancellation)
    {
        var files = await folder.Read(cancellation);
        string[] problems = [.. files.SelectMany(file => file.Errors).Distinct()];
        if (problems.Length > 0)
        {
            throw new BrokenFunnelsException(problems);
        }

        foreach (var file in files)
        {
            if (file.Definition is { } definition)
            {
                await publishing.Publish(definition, file.Publisher, over: null, cancellation);
            }
        }

        await funnels.Refresh(cancellation);
        foreach (var file in files.Where(file => file.Published is not null))
        {
            Log(file.Path, file.Published!, funnels.Newest.GetValueOrDefault(file.Id!));
        }
    }

    private void Log(string file, VersionSummary published, PublishedFunnel? newest)
    {
        if (newest is null || newest.Version == published.Version)
        {
            LogPublished(file, published.Version, published.FunnelId);
        }
        else
        {
            LogSuperseded(file, published.Version, published.FunnelId, newest.Version);
        }
    }

    [LoggerMessage(LogLevel.Information, "{File} is version {Version} of funnel {Funnel}")]
    private partial void LogPublished(string file, int version, string funnel);

    [LoggerMessage(
        LogLevel.Information,
        "{File} is version {Version} of funnel {Funnel} and has not changed since: version {Newest} is sold"
    )]
    private partial void LogSuperseded(string file, int version, string funnel, int newest);
}
