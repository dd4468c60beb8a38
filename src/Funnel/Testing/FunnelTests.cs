using System.ComponentModel;
using System.Text.Json.Serialization;
using Funnel.Definitions;
using Funnel.Testing.Notations;

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
    public TestStart Start { get; init; } = new();

    [Description("What they do, in turn.")]
    [AtLeastOne]
    public required IReadOnlyList<TestStep> Steps { get; init; }

    [Description("That the walk is then at its end, and what the order is. Absent: the walk may stop anywhere.")]
    public ExpectedOrder? End { get; init; }
}

/// <summary>What is known when the order starts.</summary>
public sealed record TestStart
{
    [Description("The moment; absent: noon on Monday, 15 June 2026.")]
    public LocalMoment? At { get; init; }

    [Description("One of the funnel's languages; absent: its first.")]
    [Locale]
    public string? Locale { get; init; }

    [Description("ISO 3166-1 alpha-2.")]
    public string? Country { get; init; }

    [Description("Where they come in: web, shop, …")]
    public string? Channel { get; init; }

    [Description("What they hold: phone, desktop, …")]
    public string? Device { get; init; }

    [Description("What sent them.")]
    public string? Referrer { get; init; }

    [Description("What the shop knows of the customer.")]
    [WrittenAs(typeof(CustomerNotation))]
    public IReadOnlyDictionary<string, Value> Customer { get; init; } = Empty<Value>.Entries;

    [Description("Inputs that are handed over.")]
    [WrittenAs(typeof(InputsNotation))]
    public IReadOnlyDictionary<string, Value> Inputs { get; init; } = Empty<Value>.Entries;
}
