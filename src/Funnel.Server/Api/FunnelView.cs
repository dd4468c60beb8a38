namespace Funnel.Server.Api;

/// <summary>A published funnel.</summary>
public sealed record FunnelView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, in the language of the reply.</summary>
    public required string Name { get; init; }

    /// <summary>The version that new orders get.</summary>
    public required int Version { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>The languages it speaks; the first is the default.</summary>
    public required IReadOnlyList<string> Locales { get; init; }

    /// <summary>The least that an order of its main product comes to, shipping included; null where none is on offer now.</summary>
    public required MoneyView? FromPrice { get; init; }

    /// <summary>Address of a picture: that of the first offer that has one; null where none has.</summary>
    public required string? Image { get; init; }

    /// <summary>What may be handed over when an order starts: the shopper's logo.</summary>
    public required IReadOnlyList<FieldView> Inputs { get; init; }
}
