namespace Funnel.Server.Storage;

/// <summary>Keeps what each webhook endpoint is yet to be told.</summary>
/// <remarks>
/// It promises what <see cref="IStore" /> does. Each order's events are told to an endpoint one after the other, so there is
/// one delivery at most of an order to an endpoint; it is gone when all has been told.
/// </remarks>
internal interface IDeliveries
{
    /// <summary>Up to which event an endpoint's deliveries have been made; null for one that is new.</summary>
    ValueTask<EventPosition?> FindPosition(string endpoint, CancellationToken cancellation);

    /// <summary>Makes deliveries and moves the endpoint's position, both or neither, if nobody has moved it in between.</summary>
    /// <param name="from">Where the position must be; null for an endpoint that is new.</param>
    /// <param name="to">Where it is then.</param>
    /// <param name="news">Each order once. A delivery that was given up is tried again.</param>
    /// <param name="now">When new deliveries are due.</param>
    Task<bool> TryTakeUp(
        string endpoint,
        EventPosition? from,
        EventPosition to,
        IReadOnlyList<News> news,
        DateTimeOffset now,
        CancellationToken cancellation
    );

    /// <summary>An endpoint's deliveries that are due, the longest due first.</summary>
    ValueTask<IReadOnlyList<Delivery>> FindDue(
        string endpoint,
        DateTimeOffset now,
        int most,
        CancellationToken cancellation
    );

    /// <summary>Records what came of an attempt, if nobody has recorded one in between.</summary>
    /// <param name="before">The delivery that was tried.</param>
    /// <param name="after">
    /// The same with what came of it. Where it has been told all that is known by now, it is gone; where more is known
    /// meanwhile than it says, that stays.
    /// </param>
    Task<bool> TryRecord(Delivery before, Delivery after, CancellationToken cancellation);

    /// <summary>An endpoint's deliveries that were given up, by order.</summary>
    /// <param name="afterOrder">The last order of the page before.</param>
    ValueTask<IReadOnlyList<Delivery>> FindGivenUp(
        string endpoint,
        string? afterOrder,
        int most,
        CancellationToken cancellation
    );

    /// <summary>Has deliveries that were given up tried again, from where they stopped.</summary>
    /// <param name="orderId">One order's; null for all of the endpoint's.</param>
    /// <returns>How many.</returns>
    Task<int> Replay(string endpoint, string? orderId, DateTimeOffset now, CancellationToken cancellation);
}
