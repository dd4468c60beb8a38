namespace Funnel.Server.Storage;

/// <summary>Something that happened to an order, kept with the write that made it so.</summary>
internal sealed record StoredEvent
{
    /// <summary>Unique, so that whoever is told twice can tell.</summary>
    public required string Id { get; init; }

    public required string OrderId { get; init; }

    /// <summary>The order's revision since this happened.</summary>
    public required long Revision { get; init; }

    /// <summary>For example <c>order.started</c>.</summary>
    public required string Type { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>A JSON document in UTF-8, given back byte for byte.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }
}
