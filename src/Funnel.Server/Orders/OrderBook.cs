using System.Security.Cryptography;
using System.Text;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Server.Events;
using Funnel.Server.Funnels;
using Funnel.Server.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace Funnel.Server.Orders;

/// <summary>
/// Starts, finds and changes orders. Changes of one order take turns. Each is judged on the order as it is remembered, and
/// written guarded by its revision: where another instance was first, it is judged again on what is stored. So writes to
/// one order are serialised without a lock in the store, and the usual answer costs one write and no read.
/// </summary>
internal sealed class OrderBook(IStore store, PublishedFunnels funnels, NewEvents events, TimeProvider clock)
    : IDisposable
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly Turns _turns = new(Patience);
    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    /// <summary>The moment, as exactly as the store keeps it: what is folded now must fold the same when it is read again.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = clock.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    /// <summary>Starts an order; with the idempotency key of an order that was started before, gives that one.</summary>
    /// <returns>The order and its token, or null where the key was used for another request.</returns>
    public async Task<(KeptOrder Order, string Token)?> Start(
        PublishedFunnel funnel,
        Start start,
        bool localeAsked,
        string? idempotencyKey,
        ReadOnlyMemory<byte> request,
        CancellationToken cancellation
    )
    {
        // An order of an idempotency key has its id from it, so that one guarded write decides who was first.
        var id = idempotencyKey is null
            ? $"ord_{Guid.CreateVersion7(start.At):n}"
            : $"ord_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{funnel.Id}\n{idempotencyKey}")))[..32]}";
        var token = idempotencyKey is null ? OrderToken.Create() : OrderToken.Derive(idempotencyKey, id);
        var order = new KeptOrder
        {
            Id = id,
            Revision = 1,
            Funnel = funnel,
            TokenHash = OrderToken.Hash(token),
            RequestHash = idempotencyKey is null ? null : SHA256.HashData(request.Span),
            LocaleAsked = localeAsked,
            Order = Order.Begin(funnel.Machine, start),
        };
        if (
            await store.TryWriteOrder(
                order.ToStored(),
                [order.Happened(EventTypes.OrderStarted, null, start.At)],
                cancellation
            )
        )
        {
            events.Tell();
            return (Remember(order), token);
        }

        var existing =
            await Read(id, cancellation)
            ?? throw new InvalidOperationException($"Order {id} could not be written, and is not there.");
        return order.RequestHash.AsSpan().SequenceEqual(existing.RequestHash) ? (existing, token) : null;
    }

    /// <summary>The order as it is stored; null where there is none.</summary>
    public async ValueTask<KeptOrder?> Find(string id, CancellationToken cancellation) => await Read(id, cancellation);

    /// <summary>The order as it is remembered or stored, for what never changes about it.</summary>
    public async ValueTask<KeptOrder?> FindRemembered(string id, CancellationToken cancellation) =>
        _memory.Get<KeptOrder>(id) ?? await Read(id, cancellation);

    /// <summary>Does something to an order.</summary>
    /// <param name="id">An order that is there.</param>
    /// <param name="expectedRevision">The only revision to do it to; null for any.</param>
    /// <param name="act">What is done: a pure function, called again where a race was lost.</param>
    /// <param name="cancellation">Heeded until the store takes the write up.</param>
    public async Task<ChangeResult> Change(
        string id,
        Func<long, bool> expectedRevision,
        Func<Order, DateTimeOffset, Outcome> act,
        string? step,
        CancellationToken cancellation
    )
    {
        using var turn = await _turns.Take(id, cancellation);
        var remembered = _memory.Get<KeptOrder>(id);
        var began = clock.GetTimestamp();

        // By time and not by count: an instance that has just won needs no read and so is quicker at the next race, and one
        // that has just started is slow. Both pass.
        do
        {
            var order =
                remembered
                ?? await Read(id, cancellation)
                ?? throw new InvalidOperationException($"Order {id} is gone.");
            var now = Now;
            var outcome = expectedRevision(order.Revision) ? act(order.Order, now) : null;
            if (outcome is Outcome.Changed changed)
            {
                var next = order with { Revision = order.Revision + 1, Order = changed.Order };
                if (await TryWrite(next, next.Happened(TypeOf(changed.Change), step, now), cancellation))
                {
                    events.Tell();
                    return new(Remember(next), outcome, now);
                }
            }
            else if (remembered is null)
            {
                return new(order, outcome, now);
            }

            // What is remembered may be behind the store, where another instance wrote: only the store says no.
            remembered = null;
        } while (clock.GetElapsedTime(began) < Patience);

        throw new StoreUnavailableException($"Order {id} is being changed by too many at once.");
    }

    /// <summary>Lets an order feel the time that has passed, and notes when to look at it next.</summary>
    public async Task Lapse(string id, CancellationToken cancellation)
    {
        var (order, _, _) = await Change(
            id,
            static _ => true,
            static (order, now) => order.Lapse(now),
            null,
            cancellation
        );
        if (order.Order.LapsesAt is { } next)
        {
            await store.Postpone(new(id, order.Revision), next, cancellation);
        }
    }

    /// <summary>Orders as they are stored, newest first; one whose version cannot be read does not keep back the others.</summary>
    public async Task<IReadOnlyList<ListedOrder>> List(OrderFilter filter, int most, CancellationToken cancellation)
    {
        var orders = new List<ListedOrder>();
        foreach (var stored in await store.ListOrders(filter, most, cancellation))
        {
            KeptOrder? folded = null;
            try
            {
                folded = await Fold(stored, cancellation);
            }
            catch (UnreadableVersionException)
            {
                // It was told when the version was read first.
            }

            orders.Add(new(stored, folded));
        }

        return orders;
    }

    public void Dispose() => _memory.Dispose();

    private static string TypeOf(OrderChange change) =>
        change switch
        {
            OrderChange.Answered => EventTypes.StepAnswered,
            OrderChange.Revised => EventTypes.OrderRevised,
            OrderChange.Completed => EventTypes.OrderCompleted,
            OrderChange.Cancelled => EventTypes.OrderCancelled,
            OrderChange.Abandoned => EventTypes.OrderAbandoned,
            _ => EventTypes.OrderExpired,
        };

    private async Task<bool> TryWrite(KeptOrder order, StoredEvent happened, CancellationToken cancellation)
    {
        try
        {
            return await store.TryWriteOrder(order.ToStored(), [happened], cancellation);
        }
        catch (StoreUnavailableException)
        {
            // Whether it was written is in doubt, so nothing is remembered of it.
            _memory.Remove(order.Id);
            throw;
        }
    }

    private async ValueTask<KeptOrder?> Read(string id, CancellationToken cancellation)
    {
        if (await store.FindOrder(id, cancellation) is not { } stored)
        {
            return null;
        }

        if (_memory.Get<KeptOrder>(id) is { } remembered && remembered.Revision == stored.Revision)
        {
            return remembered;
        }

        return Remember(await Fold(stored, cancellation));
    }

    /// <exception cref="UnreadableVersionException">This release cannot read its version of the funnel.</exception>
    private async ValueTask<KeptOrder> Fold(StoredOrder stored, CancellationToken cancellation) =>
        KeptOrder.Read(
            stored,
            await funnels.Find(stored.FunnelId, stored.FunnelVersion, cancellation)
                ?? throw new InvalidOperationException(
                    $"Version {stored.FunnelVersion} of funnel {stored.FunnelId} is pinned by order {stored.Id}, but not stored."
                )
        );

    private KeptOrder Remember(KeptOrder order) =>
        _memory.Set(order.Id, order, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Remembered });
}

/// <summary>What came of a change.</summary>
/// <param name="Order">The order after it.</param>
/// <param name="Outcome">What the order said to it; null where it was at another revision than expected.</param>
/// <param name="At">The moment.</param>
internal sealed record ChangeResult(KeptOrder Order, Outcome? Outcome, DateTimeOffset At);

/// <summary>An order in a list.</summary>
/// <param name="Stored">As the store has it.</param>
/// <param name="Order">The same, folded; null where its version of the funnel cannot be read.</param>
internal sealed record ListedOrder(StoredOrder Stored, KeptOrder? Order);
