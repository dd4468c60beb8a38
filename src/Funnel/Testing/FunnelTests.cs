using System.ComponentModel;
using System.Text.Json.Serialization;
using Funnel.Definitions;

namespace Funnel.Testing;

/// <summary>What a merchant holds a funnel to. Only what is stated is judged.</summary>
public sealed record FunnelTests
{
    [Description("Where an editor finds the JSON schema.")]
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("The id of the funnel that is tested.")]
    [Id]
    public required string Funnel { get; init; }

    [Description("Single walks, step by step.")]
    public IReadOnlyList<TestWalk> Walks { get; init; } = [];

    [Description("What is to be true of all walks together.")]
    public IReadOnlyList<TestProperty> Properties { get; init; } = [];
}

/// <summary>One walk: who comes in, what they answer, and what is expected on the way.</summary>
public sealed record TestWalk
{
    [Description("What it shows, for people.")]
    public required string Name { get; init; }

    [Description("Who comes in, and when.")]
    public ShopperStart Start { get; init; } = new();

    [Description("What they do, in turn.")]
    [AtLeastOne]
    public required IReadOnlyList<TestStep> Steps { get; init; }

    [Description("That the walk is then at its end, and what the order is. Absent: the walk may stop anywhere.")]
    public ExpectedOrder? End { get; init; }
}
