using Funnel.Server.Storage;

namespace Funnel.Server.Orders;

/// <summary>Lets orders that nobody touches be abandoned, and in the end expire.</summary>
internal sealed partial class Sweeper(IStore store, OrderBook orders, TimeProvider clock, ILogger<Sweeper> logger)
{
    private const int LargestBatch = 100;

    // Shoppers come first: they share the store's connections with this.
    private const int AtOnce = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongPause = TimeSpan.FromHours(1);

    public async Task Run(CancellationToken cancellation)
    {
        while (true)
        {
            if (await Sweep(cancellation) < LargestBatch)
            {
                await Task.Delay(Pause, clock, cancellation);
            }
        }
    }

    private async Task<int> Sweep(CancellationToken cancellation)
    {
        var lapsed = await store.FindLapsed(orders.Now, LargestBatch, cancellation);
        await Parallel.ForEachAsync(
            lapsed,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (order, token) =>
            {
                try
                {
                    await orders.Lapse(order.Id, token);
                }
                catch (Exception e) when (e is not (StoreUnavailableException or OperationCanceledException))
                {
                    // An order that cannot be folded must not keep the others from lapsing.
                    LogFailed(e, order.Id);
                    await store.Postpone(order, orders.Now + LongPause, token);
                }
            }
        );
        return lapsed.Count;
    }

    [LoggerMessage(LogLevel.Error, "Order {Order} cannot lapse; it is looked at again in an hour")]
    private partial void LogFailed(Exception why, string order);
}
