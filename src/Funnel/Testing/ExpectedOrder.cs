using System.ComponentModel;
using Funnel.Definitions;
using Funnel.Testing.Notations;

namespace Funnel.Testing;

/// <summary>What an order is expected to come to.</summary>
public record ExpectedOrder
{
    [Description("Shipping, and tax where it comes on top, included.")]
    public Money? Total { get; init; }

    [Description("The sum of all lines.")]
    public Money? Subtotal { get; init; }

    [Description("What shipping costs.")]
    public Money? Shipping { get; init; }

    [Description("The tax in the total.")]
    public Money? Tax { get; init; }

    [Description("Exactly these lines, by name.")]
    public IReadOnlyDictionary<string, ExpectedLine>? Lines { get; init; }
}

/// <summary>What a line is expected to be.</summary>
[WrittenAs(typeof(ExpectedLineNotation))]
public sealed record ExpectedLine
{
    [Description("What it costs after all that came off and on.")]
    public Money? Net { get; init; }

    [Description("What it costs before.")]
    public Money? List { get; init; }

    [Description("How many.")]
    public int? Quantity { get; init; }

    [Description("The id of its product.")]
    [Id]
    public string? Product { get; init; }

    [Description("Choices by option; of the options that are not stated, any.")]
    [WrittenAs(typeof(ChoicesNotation))]
    public IReadOnlyDictionary<string, string> Options { get; init; } = Empty<string>.Entries;
}
