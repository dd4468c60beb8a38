using Funnel.Server.Storage;

namespace Funnel.Server.Events.Webhooks;

/// <summary>Tells the endpoints what happens, each by itself: none waits for another, and what fails for one fails for it alone.</summary>
internal sealed partial class WebhookDispatcher(
    WebhookEndpoints endpoints,
    IStore store,
    IDeliveries deliveries,
    WebhookSender sender,
    NewEvents newEvents,
    TimeProvider clock,
    ILogger<WebhookDispatcher> logger
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Notes for endpoints that are new where they begin. Done before the first request is taken, so that an endpoint is told of
    /// all that this instance takes, however late its background work begins.
    /// </summary>
    public async Task Begin(CancellationToken cancellation)
    {
        foreach (var endpoint in endpoints.All)
        {
            await QueueOf(endpoint).Begin(cancellation);
        }
    }

    public Task Run(CancellationToken cancellation) =>
        endpoints.All.IsEmpty
            ? Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellation)
            : Task.WhenAll(endpoints.All.Select(endpoint => Tell(endpoint, cancellation)));

    private async Task Tell(WebhookEndpoint endpoint, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await QueueOf(endpoint).Run(cancellation);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                // Of a store that is out of reach, it has told itself.
                if (e is not StoreUnavailableException)
                {
                    LogFailed(e, endpoint.Name);
                }
            }

            await Task.Delay(Pause, clock, cancellation);
        }
    }

    private EndpointQueue QueueOf(WebhookEndpoint endpoint) =>
        new(endpoint, store, deliveries, sender, newEvents, clock, logger);

    [LoggerMessage(LogLevel.Error, "Telling webhook {Endpoint} failed; it begins anew")]
    private partial void LogFailed(Exception why, string endpoint);
}
