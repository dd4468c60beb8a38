namespace Funnel.Definitions;

/// <summary>How shipped lines reach the shopper, and for how much.</summary>
public sealed record ShippingDefinition
{
    /// <summary>The method of an order until an offer chooses another.</summary>
    [Id]
    public required string Default { get; init; }

    /// <summary>The methods, by id.</summary>
    [AtLeastOne]
    public required IReadOnlyDictionary<string, ShippingMethodDefinition> Methods { get; init; }

    /// <summary>Tax category of shipping; the tax's default where absent.</summary>
    [Id]
    public string? Tax { get; init; }
}

/// <summary>One way of shipping.</summary>
public sealed record ShippingMethodDefinition
{
    /// <summary>Its name for people.</summary>
    public required Text Name { get; init; }

    /// <summary>What it costs.</summary>
    public required Money Price { get; init; }

    /// <summary>The subtotal from which it costs nothing.</summary>
    public Money? FreeFrom { get; init; }

    /// <summary>How many days it takes.</summary>
    [Range(0, 1_000)]
    public int? Days { get; init; }
}
