using System.Text.Json.Serialization;

namespace Funnel.Definitions;

/// <summary>A checkout funnel as a merchant wrote it, read but not yet compiled.</summary>
public sealed record FunnelDefinition
{
    internal static readonly IReadOnlyList<string> DefaultLocales = ["en"];

    /// <summary>Where an editor finds the JSON schema.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>The funnel's id, in addresses and orders.</summary>
    [Id]
    public required string Id { get; init; }

    /// <summary>The funnel's name for people.</summary>
    public required Text Name { get; init; }

    /// <summary>ISO 4217 code of the one currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The languages of all texts; the first is the default.</summary>
    [AtLeastOne]
    [Locale]
    public IReadOnlyList<string> Locales { get; init; } = DefaultLocales;

    /// <summary>IANA time zone in which dates, weekdays and times in conditions are read.</summary>
    [TimeZoneName]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>What happens to half a minor unit.</summary>
    public Rounding Rounding { get; init; }

    /// <summary>How long an untouched open order stays open.</summary>
    public TimeSpan ExpiresAfter { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long an untouched open order counts as alive.</summary>
    public TimeSpan AbandonedAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Tax rates. Absent: no tax is computed.</summary>
    public TaxDefinition? Tax { get; init; }

    /// <summary>Shipping methods. Absent: nothing is shipped.</summary>
    public ShippingDefinition? Shipping { get; init; }

    /// <summary>What may be handed over when an order starts.</summary>
    public IReadOnlyDictionary<string, InputDefinition> Inputs { get; init; } = Empty<InputDefinition>.Entries;

    /// <summary>Everything that can be sold, by id.</summary>
    public required IReadOnlyDictionary<string, ProductDefinition> Products { get; init; }

    /// <summary>The steps; the walk starts at the first.</summary>
    [AtLeastOne]
    public required IReadOnlyList<StepDefinition> Steps { get; init; }

    /// <summary>Levels of lint rules, by code.</summary>
    [Keys(KeyKind.LintCode)]
    public IReadOnlyDictionary<string, LintDefinition> Lint { get; init; } = Empty<LintDefinition>.Entries;
}

/// <summary>What a lint rule counts as in this funnel, and why.</summary>
public sealed record LintDefinition
{
    /// <summary>The level.</summary>
    public required LintLevel Level { get; init; }

    /// <summary>The merchant's reason.</summary>
    public required string Because { get; init; }
}

/// <summary>How much a finding of a lint rule weighs.</summary>
public enum LintLevel
{
    Off,
    Note,
    Warning,
    Error,
}
