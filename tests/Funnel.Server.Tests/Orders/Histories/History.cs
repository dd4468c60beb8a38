using Funnel.Server.Orders;
using Funnel.Server.Storage;

namespace Funnel.Server.Tests.Orders.Histories;

/// <summary>All calls that there were for an order, and what the store has of it in the end.</summary>
internal sealed record History
{
    /// <summary>As it was before them.</summary>
    public required KeptOrder Started { get; init; }

    public required IReadOnlyList<RecordedCall> Calls { get; init; }

    public required IReadOnlyList<StoredEvent> Events { get; init; }

    public required StoredOrder Stored { get; init; }
}
