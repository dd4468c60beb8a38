using System.ComponentModel;
using System.Text.Json.Serialization;
using Funnel.Definitions;
using Funnel.Simulation.Notations;
using Funnel.Testing;

namespace Funnel.Simulation;

/// <summary>What is known of a shop's shoppers: who comes, what they take, and how many leave.</summary>
public sealed record SimulationRates
{
    [Description("Where your editor finds the schema of this file.")]
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("Of a hundred shoppers at a step, so many leave there for good.")]
    public Percent Leave { get; init; } = new(2);

    [Description("How many take an offer, by step/offer. Of the others it is assumed.")]
    [WrittenAs(typeof(OfferRatesNotation))]
    public IReadOnlyDictionary<string, TakeRate> Offers { get; init; } = Empty<TakeRate>.Entries;

    [Description("Who comes in, and when. Without it, nobody in particular on a Monday in June.")]
    [AtLeastOne]
    public IReadOnlyList<SimulatedStart> Starts { get; init; } = [new()];
}

/// <summary>One kind of shopper.</summary>
public sealed record SimulatedStart : ShopperStart
{
    [Description("How many of these come beside the others.")]
    [Range(1, 100)]
    public int Weight { get; init; } = 1;
}
