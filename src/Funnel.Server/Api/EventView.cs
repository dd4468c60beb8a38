using System.Text.Json;
using Funnel.Server.Events;
using Funnel.Server.Orders;
using Funnel.Server.Storage;

namespace Funnel.Server.Api;

/// <summary>Something that happened to an order, as webhooks are told it, too.</summary>
public sealed record EventView
{
    /// <summary>Unique: whoever is told twice can tell by it.</summary>
    public required string Id { get; init; }

    /// <summary>What happened: <c>order.started</c>, <c>step.answered</c>, <c>order.revised</c> (an earlier answer was changed, or gone back to), <c>order.completed</c>, <c>order.cancelled</c>, <c>order.abandoned</c> (nobody touched it for a while; once an order) or <c>order.expired</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>How the order was right after it.</summary>
    public required EventData Data { get; init; }

    internal static EventView Of(StoredEvent stored) =>
        new()
        {
            Id = stored.Id,
            Type = stored.Type,
            Timestamp = stored.At,
            Data = JsonSerializer.Deserialize(stored.Body.Span, DocumentJson.Default.EventData)!,
        };
}

/// <summary>What happened to an order.</summary>
/// <param name="Events">Oldest first.</param>
public sealed record EventsView(IReadOnlyList<EventView> Events);

/// <summary>A page of the feed.</summary>
/// <param name="Events">Oldest first; none where nothing has happened since.</param>
/// <param name="Next">Where the next events will be, for <c>after</c>.</param>
public sealed record EventPageView(IReadOnlyList<EventView> Events, string Next);
