using System.ComponentModel;

namespace Funnel.Definitions;

/// <summary>How shipped lines reach the shopper, and for how much.</summary>
public sealed record ShippingDefinition
{
    [Description("The method that an order begins with.")]
    [Examples("post")]
    [Id]
    public required string Default { get; init; }

    [Description("The ways of shipping, by id.")]
    [Examples("""{ "post": { "name": "Post", "price": "3.95", "freeFrom": "35.00", "days": 2 } }""")]
    [AtLeastOne]
    public required IReadOnlyDictionary<string, ShippingMethodDefinition> Methods { get; init; }

    [Description("The tax category of shipping. Without it, that of the tax's default.")]
    [Id]
    public string? Tax { get; init; }
}

/// <summary>One way of shipping.</summary>
[Description("One way of shipping. It is charged as soon as the order has a line that is shipped.")]
public sealed record ShippingMethodDefinition
{
    [Description("What the shopper knows it by.")]
    [Examples("Post")]
    public required Text Name { get; init; }

    [Description("What it costs.")]
    [Examples("3.95")]
    public required Money Price { get; init; }

    [Description("The subtotal from which it costs nothing.")]
    [Examples("35.00")]
    public Money? FreeFrom { get; init; }

    [Description("How many days it takes, for the shopper to read.")]
    [Examples(2)]
    [Range(0, 1_000)]
    public int? Days { get; init; }
}
