namespace Funnel.Server.Storage;

/// <summary>What a webhook endpoint is yet to be told of one order: its events after revision <c>Sent</c>, in order.</summary>
internal sealed record Delivery
{
    public required string Endpoint { get; init; }

    public required string OrderId { get; init; }

    /// <summary>The last revision that is done with.</summary>
    public required long Sent { get; init; }

    /// <summary>The last revision that there is something to tell of.</summary>
    public required long Known { get; init; }

    /// <summary>How often the next event has been tried in vain.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Reason { get; init; }

    /// <summary>When to try next; null where it was given up, until a new event or a merchant asks for another try.</summary>
    public required DateTimeOffset? DueAt { get; init; }
}

/// <summary>Events of one order that an endpoint is to be told of.</summary>
/// <param name="First">The revision of the first.</param>
/// <param name="Last">The revision of the last.</param>
internal readonly record struct News(string OrderId, long First, long Last);
