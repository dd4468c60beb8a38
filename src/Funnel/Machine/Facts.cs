using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Machine;

/// <summary>What guards can ask about an order, at one moment.</summary>
/// <param name="at">The moment.</param>
/// <param name="timeZone">The funnel's.</param>
/// <param name="offerPrice">What the judged offer, with its default choices, would add to the subtotal; null where it cannot be, or none is judged.</param>
internal readonly ref struct Facts(
    Start start,
    Basket basket,
    Tally tally,
    DateTimeOffset at,
    TimeZoneInfo timeZone,
    Money? offerPrice = null
)
{
    public Start Start { get; } = start;

    public Basket Basket { get; } = basket;

    public Tally Tally { get; } = tally;

    /// <summary>The moment in the funnel's time zone; found anew each time, since few guards ask.</summary>
    public DateTime Local => TimeZoneInfo.ConvertTime(at, timeZone).DateTime;

    public Money? OfferPrice { get; } = offerPrice;

    /// <summary>What was given for an input, by a form or at the start; null where nothing was.</summary>
    public Value? FindInput(string name) =>
        Tally.Inputs.GetValueOrDefault(name) ?? Start.Inputs.GetValueOrDefault(name);

    public Facts WithOfferPrice(Money? price) => new(Start, Basket, Tally, at, timeZone, price);
}

/// <summary>What a walk counted and collected besides its lines.</summary>
internal sealed record Tally
{
    public static readonly Tally Empty = new();

    /// <summary>Accepted offers.</summary>
    public int Accepted { get; init; }

    /// <summary>Declined steps that were not forms.</summary>
    public int Declined { get; init; }

    /// <summary>Each accepted offer, as a bit at its <see cref="Offer.Number"/>.</summary>
    public ulong[] Offers { get; init; } = [];

    /// <summary>What forms collected.</summary>
    public IReadOnlyDictionary<string, Value> Inputs { get; init; } = Empty<Value>.Entries;

    public bool HasAccepted(int number) =>
        number >= 0 && number / 64 < Offers.Length && (Offers[number / 64] & (1UL << number)) != 0;

    public Tally Accept(IReadOnlyList<Offer> offers)
    {
        // They are in the file's order, so the last has the highest number.
        var bits = new ulong[Math.Max(Offers.Length, offers[^1].Number / 64 + 1)];
        Offers.CopyTo(bits, 0);
        foreach (var offer in offers)
        {
            bits[offer.Number / 64] |= 1UL << offer.Number;
        }

        return this with
        {
            Accepted = Accepted + offers.Count,
            Offers = bits,
        };
    }
}
