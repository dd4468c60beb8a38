using Funnel.Server.Storage;

namespace Funnel.Server.Events.Webhooks;

/// <summary>
/// Tells one endpoint: takes up new events as deliveries, one an order, and works on many of them at once. Within an order the
/// next event waits until the one before is delivered; orders do not wait for each other.
/// </summary>
internal sealed partial class EndpointQueue(
    WebhookEndpoint endpoint,
    IStore store,
    IDeliveries deliveries,
    WebhookSender sender,
    NewEvents newEvents,
    TimeProvider clock,
    ILogger logger
)
{
    private const int EventsAtOnce = 500;

    // Of one endpoint. A receiver that hangs keeps each of them busy for 15 s, and backs off its orders one by one.
    private const int DeliveriesAtOnce = 32;

    // How soon an event of another instance, or one that is to be tried again, is seen.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Task> _running = [];
    private EventPosition? _position;

    public async Task Run(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var next = newEvents.Next;
                var isBehind = await TakeUp(cancellation);
                var isBusy = await StartDue(cancellation);
                if (!isBehind)
                {
                    await Task.WhenAny(
                        isBusy ? _running.Values : [next, Task.Delay(Pause, clock, cancellation), .. _running.Values]
                    );
                }

                cancellation.ThrowIfCancellationRequested();
                await Finish();
            }
        }
        finally
        {
            await Task.WhenAll(_running.Values).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>Where in the feed the endpoint is; one that is new begins here.</summary>
    /// <returns>Null where another instance was first to note it.</returns>
    public async Task<EventPosition?> Begin(CancellationToken cancellation)
    {
        if (await deliveries.FindPosition(endpoint.Name, cancellation) is { } known)
        {
            return known;
        }

        var newest = await store.NewestPosition(cancellation);
        return await deliveries.TryTakeUp(endpoint.Name, null, newest, [], clock.GetUtcNow(), cancellation)
            ? newest
            : null;
    }

    /// <summary>Makes deliveries of what has happened since.</summary>
    /// <returns>Whether there is more to take up. One page at a time, for orders go on while this looks.</returns>
    private async Task<bool> TakeUp(CancellationToken cancellation)
    {
        _position ??= await Begin(cancellation);
        if (_position is not { } from)
        {
            return true;
        }

        var events = await store.ReadFeed(from, EventsAtOnce, cancellation);
        if (events is not [.., { Position: var to }])
        {
            return false;
        }

        var news = events
            .Where(one => endpoint.Wants(one.Event.Type))
            .GroupBy(one => one.Event.OrderId)
            .Select(order => new News(
                order.Key,
                order.Min(one => one.Event.Revision),
                order.Max(one => one.Event.Revision)
            ))
            .ToList();
        // Refused where another instance still works on this: then what it has done counts.
        _position = await deliveries.TryTakeUp(endpoint.Name, from, to, news, clock.GetUtcNow(), cancellation)
            ? to
            : null;
        return _position is null || events.Count == EventsAtOnce;
    }

    /// <returns>Whether all hands are busy, so that there may be more to do than was begun.</returns>
    private async Task<bool> StartDue(CancellationToken cancellation)
    {
        // Those that run are still due, and the longest: asked for as many more, there are enough others among them.
        var due = await deliveries.FindDue(endpoint.Name, clock.GetUtcNow(), 2 * DeliveriesAtOnce, cancellation);
        foreach (var delivery in due)
        {
            if (_running.Count == DeliveriesAtOnce)
            {
                return true;
            }

            if (!_running.ContainsKey(delivery.OrderId))
            {
                _running.Add(delivery.OrderId, Deliver(delivery, cancellation));
            }
        }

        return false;
    }

    private async Task Finish()
    {
        foreach (var (order, task) in _running.Where(one => one.Value.IsCompleted).ToList())
        {
            _running.Remove(order);
            await task;
        }
    }

    /// <summary>Tells an order's events one after the other, until all are told or one fails.</summary>
    private async Task Deliver(Delivery delivery, CancellationToken cancellation)
    {
        var events = await store.ReadEvents(delivery.OrderId, cancellation);
        foreach (var e in events.Where(e => e.Revision > delivery.Sent && e.Revision <= delivery.Known).ToList())
        {
            var result = endpoint.Wants(e.Type)
                ? await sender.Send(endpoint, e.Id, WebhookBody.Of(e), cancellation)
                : new WebhookResult.Delivered();
            var after = result is WebhookResult.Failed failed ? Failed(delivery, failed) : Told(delivery, e.Revision);
            if (!await deliveries.TryRecord(delivery, after, cancellation) || result is WebhookResult.Failed)
            {
                return;
            }

            delivery = after;
        }
    }

    // Due as before while there is more to tell: a row whose due_at stays is rewritten without its index. What happened
    // meanwhile is told after what others wait for.
    private Delivery Told(Delivery delivery, long revision) =>
        delivery with
        {
            Sent = revision,
            Attempts = 0,
            FailingSince = null,
            Reason = null,
            DueAt = revision < delivery.Known ? delivery.DueAt : clock.GetUtcNow(),
        };

    private Delivery Failed(Delivery delivery, WebhookResult.Failed failed)
    {
        var now = clock.GetUtcNow();
        var since = delivery.FailingSince ?? now;
        var attempts = delivery.Attempts + 1;
        var pause = failed.Gone ? null : Backoff.After(attempts, now - since, Random.Shared);
        if (pause is null)
        {
            LogGivenUp(endpoint.Name, delivery.OrderId, attempts, failed.Reason);
        }

        return delivery with
        {
            Attempts = attempts,
            FailingSince = since,
            Reason = failed.Reason,
            DueAt = now + (failed.RetryAfter > pause ? failed.RetryAfter : pause),
        };
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Webhook {Endpoint} was given up for order {Order} after {Attempts} attempts: {Reason}. It can be replayed"
    )]
    private partial void LogGivenUp(string endpoint, string order, int attempts, string reason);
}
