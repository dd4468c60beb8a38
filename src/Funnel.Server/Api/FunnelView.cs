using Funnel.Machine;
using Funnel.Orders;

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

    internal static FunnelView Of(FunnelMachine machine, int version, string locale, DateTimeOffset now)
    {
        var definition = machine.Definition;
        return new()
        {
            Id = definition.Id,
            Name = definition.Name.In(locale),
            Version = version,
            Currency = definition.Currency.Code,
            Locales = definition.Locales,
            FromPrice = Quote.FromPrice(machine, now) is { } price
                ? MoneyText.For(locale, definition.Currency).Plain(price)
                : null,
            Image = machine
                .States.SelectMany(step => step.Offers)
                .Select(offer => offer.Image)
                .FirstOrDefault(image => image is not null),
            Inputs = [.. definition.Inputs.Keys.Select(id => FieldView.Of(machine.Inputs[id], locale))],
        };
    }
}
