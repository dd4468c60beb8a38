using Funnel.Definitions;

namespace Funnel.Machine;

/// <summary>What is known when an order starts. Of it only the inputs can change after.</summary>
public sealed record Start
{
    /// <summary>The moment.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>One of the funnel's locales.</summary>
    public required string Locale { get; init; }

    /// <summary>ISO 3166-1 alpha-2, in capitals.</summary>
    public string? Country { get; init; }

    public string? Channel { get; init; }

    public string? Device { get; init; }

    public string? Referrer { get; init; }

    /// <summary>What the shop knows of the customer.</summary>
    public IReadOnlyDictionary<string, Value> Customer { get; init; } = Empty<Value>.Entries;

    /// <summary>Inputs that were handed over.</summary>
    public IReadOnlyDictionary<string, Value> Inputs { get; init; } = Empty<Value>.Entries;

    internal string? ContextOf(ContextValue value) =>
        value switch
        {
            ContextValue.Locale => Locale,
            ContextValue.Country => Country,
            ContextValue.Channel => Channel,
            ContextValue.Device => Device,
            _ => Referrer,
        };
}
