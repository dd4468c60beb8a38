namespace Funnel.Server.Storage;

/// <summary>An order as it is kept: what the store must know to guard and find it, around a document it never reads.</summary>
internal sealed record StoredOrder
{
    public required string Id { get; init; }

    /// <summary>1 at creation, one more with every write.</summary>
    public required long Revision { get; init; }

    public required string FunnelId { get; init; }

    /// <summary>The version that the order started with and keeps.</summary>
    public required int FunnelVersion { get; init; }

    /// <summary><c>open</c>, <c>completed</c>, <c>cancelled</c> or <c>expired</c>.</summary>
    public required string Status { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the shopper last did something.</summary>
    public required DateTimeOffset TouchedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>
    /// When to look whether time alone has changed it; null once it is closed. A write that leaves it open does not move what
    /// is stored, since an order that is touched only lapses later: <see cref="IStore.Postpone" /> does.
    /// </summary>
    public required DateTimeOffset? LapsesAt { get; init; }

    /// <summary>A JSON document in UTF-8, given back byte for byte.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }
}
