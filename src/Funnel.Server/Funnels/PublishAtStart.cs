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
        await funnels.Refresh(cancellation);
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
                await publishing.Publish(definition, file.Publisher, cancellation);
            }
            else
            {
                LogPublished(file.Path, file.Published!.Version, file.Id!, funnels.Newest[file.Id!].Version);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{File} is version {Version} of funnel {Funnel}, whose newest is {Newest}")]
    private partial void LogPublished(string file, int version, string funnel, int newest);
}
