namespace Funnel.Server.Storage;

/// <summary>Keeps orders with their events, and the published funnel versions.</summary>
/// <remarks>
/// <para>
/// A store promises no more than one document written whole can give: an order and what happened to it are one such
/// document, a funnel version is another, and nothing ever spans two of them. Many callers, and many instances of the
/// server, may use one store at once.
/// </para>
/// <para>A write completes once it is durable: from then on neither a crash nor a power cut takes it back.</para>
/// <para>
/// A caller may cancel a write until the store takes it up, and only then is the call cancelled: nothing has been written.
/// After that the cancellation is not heeded, and the call reports what really happened.
/// </para>
/// <para>
/// Every call may throw <see cref="StoreUnavailableException" />. A write that ends so is in doubt: it has almost certainly
/// not happened, but a disk or a network that fails at the last moment can keep what it could not confirm. Repeating
/// it is safe, since its guard then refuses what is already there.
/// </para>
/// <para>Moments are kept to the millisecond, in UTC; what is finer is cut off.</para>
/// </remarks>
internal interface IStore
{
    ValueTask<StoredOrder?> FindOrder(string id, CancellationToken cancellation);

    /// <summary>Writes an order and its new events, both or neither, if nobody wrote that order in between.</summary>
    /// <param name="order">
    /// With revision 1 it is new and must not exist. With revision n it replaces what is stored, which must have n - 1.
    /// </param>
    /// <param name="events">What this write makes known, in order; each with the order's id and revision.</param>
    /// <param name="cancellation">Heeded until the store takes the write up.</param>
    /// <returns>False when another revision is stored: nothing was written.</returns>
    Task<bool> TryWriteOrder(StoredOrder order, IReadOnlyList<StoredEvent> events, CancellationToken cancellation);

    /// <summary>All events of an order, in the order in which they were written; none when there is no such order.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadEvents(string orderId, CancellationToken cancellation);

    /// <summary>Orders, newest first.</summary>
    ValueTask<IReadOnlyList<StoredOrder>> ListOrders(OrderFilter filter, int most, CancellationToken cancellation);

    /// <summary>Orders whose <see cref="StoredOrder.LapsesAt" /> has come, the longest due first.</summary>
    ValueTask<IReadOnlyList<OrderRevision>> FindLapsed(DateTimeOffset now, int most, CancellationToken cancellation);

    /// <summary>Moves an order's <see cref="StoredOrder.LapsesAt" />, if it is still at that revision and open.</summary>
    Task<bool> Postpone(OrderRevision order, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>The events of all orders after a place, in an order that never changes; those of one order by revision.</summary>
    /// <remarks>An event that was just written may take a moment to appear: until nothing can come before it any more.</remarks>
    ValueTask<IReadOnlyList<FeedEvent>> ReadFeed(EventPosition after, int most, CancellationToken cancellation);

    /// <summary>The place of the newest event that <see cref="ReadFeed" /> shows.</summary>
    ValueTask<EventPosition> NewestPosition(CancellationToken cancellation);

    /// <summary>Takes or renews a lease, if nobody else holds it.</summary>
    /// <param name="now">
    /// Leases that end at or before are over; so are those that end more than <see cref="Lease.Longest" /> later, which a
    /// clock that went wrong has given.
    /// </param>
    /// <param name="until">When this one ends; with the present moment it is given up.</param>
    Task<bool> TryLease(
        string name,
        string holder,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellation
    );

    /// <summary>Publishes the content as the funnel's next version; the first is 1.</summary>
    /// <param name="over">The number that the newest version must have, 0 where there must be none; null where any may.</param>
    /// <returns>
    /// The new version, or the newest one where its content is the same to the byte, whatever its number: publishing again
    /// changes nothing, also when two instances do so at once. Null where the newest is another: nothing was published.
    /// </returns>
    Task<Publication?> Publish(
        string funnelId,
        ReadOnlyMemory<byte> content,
        Publisher by,
        DateTimeOffset now,
        int? over,
        CancellationToken cancellation
    );

    /// <summary>The newest version of every funnel, by funnel id. Cheap enough to be asked all the time.</summary>
    ValueTask<IReadOnlyList<NewestVersion>> NewestVersions(CancellationToken cancellation);

    /// <summary>A funnel's versions, newest first.</summary>
    /// <param name="before">Only those before this one; null for all.</param>
    ValueTask<IReadOnlyList<VersionSummary>> ListVersions(
        string funnelId,
        int? before,
        int most,
        CancellationToken cancellation
    );

    /// <summary>Every funnel's versions from the last one that a file was published as; all, where none was.</summary>
    ValueTask<IReadOnlyList<VersionSummary>> VersionsSinceFiles(CancellationToken cancellation);

    ValueTask<FunnelVersion?> FindVersion(string funnelId, int version, CancellationToken cancellation);

    /// <summary>Completes when the store has shown that it takes writes; what is stored stays as it is.</summary>
    Task Ping(CancellationToken cancellation);
}
