using Funnel.Server.Storage;

namespace Funnel.Server.Events.Webhooks;

/// <summary>Tells the endpoints what happens, each by itself, so that none waits for another.</summary>
internal sealed class WebhookDispatcher(
    WebhookEndpoints endpoints,
    IStore store,
    IDeliveries deliveries,
    WebhookSender sender,
    NewEvents newEvents,
    TimeProvider clock,
    ILogger<WebhookDispatcher> logger
)
{
    public Task Run(CancellationToken cancellation) =>
        endpoints.All.IsEmpty
            ? Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellation)
            : Task.WhenAll(
                endpoints.All.Select(endpoint =>
                    new EndpointQueue(endpoint, store, deliveries, sender, newEvents, clock, logger).Run(cancellation)
                )
            );
}
