using Funnel.Server.Storage;

namespace Funnel.Server.Funnels;

/// <summary>Sees what other instances publish, well within a second.</summary>
internal sealed partial class VersionWatch(PublishedFunnels funnels, TimeProvider clock, ILogger<VersionWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await funnels.Refresh(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Of a store that is out of reach, it has told itself.
                if (e is not StoreUnavailableException)
                {
                    LogFailed(e);
                }
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "What others have published could not be taken up; it is tried again")]
    private partial void LogFailed(Exception why);
}
