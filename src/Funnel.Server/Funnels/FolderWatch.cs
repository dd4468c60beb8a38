using Funnel.Server.Storage;

namespace Funnel.Server.Funnels;

/// <summary>In Development, publishes files of the funnels' folder as they change; a broken one is told of and changes nothing.</summary>
/// <remarks>
/// It looks at the folder rather than have itself told of changes: folders that are mounted from elsewhere tell of none, and
/// editors write files in ways that tell of several.
/// </remarks>
internal sealed partial class FolderWatch(
    FunnelsFolder folder,
    Publishing publishing,
    PublishedFunnels funnels,
    IHostEnvironment environment,
    TimeProvider clock,
    ILogger<FolderWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!environment.IsDevelopment())
        {
            return;
        }

        // The files have been published at the start; what changed since then is seen now.
        var (done, before, failure) = ("", "", "");
        while (true)
        {
            try
            {
                var now = Look();
                // What has just changed is looked at again: it may not be written to its end.
                if (now != done && now == before)
                {
                    await Publish(stoppingToken);
                    done = now;
                }

                (before, failure) = (now, "");
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The next look does it again. Of a store that is out of reach, it has told itself.
                if (e is not StoreUnavailableException && e.Message != failure)
                {
                    LogFailed(e.Message);
                }

                failure = e.Message;
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    /// <summary>What a look at the folder shows, without reading the files.</summary>
    private string Look() =>
        string.Join(
            '\n',
            folder.WithTests().Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}")
        );

    private async Task Publish(CancellationToken cancellation)
    {
        foreach (var file in await folder.Read(cancellation))
        {
            if (file.Errors.Count > 0)
            {
                LogBroken(string.Join(Environment.NewLine, file.Errors));
                if (file.Id is not null && funnels.Newest.TryGetValue(file.Id, out var last))
                {
                    LogStays(last.Id, last.Version);
                }
            }
            else if (file.Definition is { } definition)
            {
                await publishing.Publish(definition, file.Publisher, over: null, cancellation);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Errors}")]
    private partial void LogBroken(string errors);

    [LoggerMessage(LogLevel.Warning, "Funnel {Funnel} stays at version {Version} until its file is mended")]
    private partial void LogStays(string funnel, int version);

    [LoggerMessage(LogLevel.Error, "The funnels' folder cannot be published: {Why} It is tried again")]
    private partial void LogFailed(string why);
}
