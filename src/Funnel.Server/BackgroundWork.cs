using Funnel.Server.Events.Webhooks;
using Funnel.Server.Orders;
using Funnel.Server.Storage;

namespace Funnel.Server;

/// <summary>
/// Does what no request asks for: lets orders lapse and tells webhooks. Of all instances on one store, the one that holds the
/// lease does; where it dies, another takes over when the lease ends.
/// </summary>
/// <remarks>
/// The lease spares work and is no lock: should an instance go on for a while after losing it, the store's guards see to it that
/// nothing happens to an order twice, and a webhook is told twice at worst.
/// </remarks>
internal sealed partial class BackgroundWork(
    IStore store,
    Sweeper sweeper,
    WebhookDispatcher webhooks,
    TimeProvider clock,
    ILogger<BackgroundWork> logger
) : BackgroundService
{
    private const string LeaseName = "background";

    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(3);

    private readonly string _holder = Guid.NewGuid().ToString("n");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                if (await Renew(LeaseTime, stoppingToken))
                {
                    LogBegun();
                    await WorkWhileLeased(stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Of a store that is out of reach, it has told itself.
                if (e is not StoreUnavailableException)
                {
                    LogFailed(e);
                }
            }

            await Task.Delay(Renewal, clock, stoppingToken);
        }
    }

    private async Task WorkWhileLeased(CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Task[] work = [sweeper.Run(end.Token), webhooks.Run(end.Token), KeepLease(end.Token)];
        try
        {
            // Whichever ends first has failed, or lost the lease.
            await await Task.WhenAny(work);
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(work).ContinueWith(static _ => { }, TaskScheduler.Default);
            await GiveUpLease();
        }
    }

    private async Task KeepLease(CancellationToken cancellation)
    {
        do
        {
            await Task.Delay(Renewal, clock, cancellation);
        } while (await Renew(LeaseTime, cancellation));
    }

    private async Task GiveUpLease()
    {
        try
        {
            await Renew(TimeSpan.Zero, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // Then it ends by itself.
        }
    }

    private Task<bool> Renew(TimeSpan time, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return store.TryLease(LeaseName, _holder, now, now + time, cancellation);
    }

    [LoggerMessage(LogLevel.Information, "This instance sees to webhooks and to orders that lapse")]
    private partial void LogBegun();

    [LoggerMessage(LogLevel.Error, "Background work failed; it begins anew")]
    private partial void LogFailed(Exception why);
}
