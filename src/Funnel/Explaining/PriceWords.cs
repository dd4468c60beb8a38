using System.Globalization;
using Funnel.Definitions;

namespace Funnel.Explaining;

/// <summary>How a price form comes to its amount, in words, and which part of it says so.</summary>
internal sealed class PriceWords(FunnelDefinition funnel)
{
    /// <param name="pointer">Where the price is written.</param>
    /// <param name="whole">What a percentage is taken of.</param>
    public (Money Amount, string Words, string Pointer) Of(
        PriceDefinition price,
        string pointer,
        int quantity,
        Money whole
    ) =>
        price switch
        {
            PriceDefinition.Each each => Each(each.Price.Value, quantity, "", $"{pointer}/each"),
            PriceDefinition.Flat flat => (flat.Amount, "a flat price, whatever the quantity", $"{pointer}/flat"),
            PriceDefinition.ByQuantity packs => (
                packs.Packs[quantity],
                $"the price of the pack of {Text(quantity)}",
                $"{pointer}/byQuantity/{Text(quantity)}"
            ),
            PriceDefinition.Tiers { Graduated: false } tiers => Volume(tiers, pointer, quantity),
            PriceDefinition.Tiers tiers => Graduated(tiers, pointer, quantity),
            PriceDefinition.Percentage share => Percentage(share, pointer, whole),
            _ => throw new InvalidOperationException($"A price of an unknown form: {price.GetType()}."),
        };

    private (Money, string, string) Volume(PriceDefinition.Tiers tiers, string pointer, int quantity)
    {
        var tier = tiers
            .Steps.Select((step, place) => (step, place))
            .Last(one => one.place == 0 || one.step.From <= quantity);
        return Each(
            tier.step.Each.Value,
            quantity,
            $", the price from {Text(tier.step.From)} on",
            $"{pointer}/tiers/{tier.place}"
        );
    }

    private (Money, string, string) Graduated(PriceDefinition.Tiers tiers, string pointer, int quantity)
    {
        var sum = 0m;
        var parts = new List<string>();
        for (var i = 0; i < tiers.Steps.Count && tiers.Steps[i].From <= quantity; i++)
        {
            var until = i + 1 < tiers.Steps.Count ? Math.Min(quantity, tiers.Steps[i + 1].From - 1) : quantity;
            var units = until - tiers.Steps[i].From + 1;
            sum += units * tiers.Steps[i].Each.Value;
            parts.Add($"{Text(units)} × {Text(tiers.Steps[i].Each.Value)}");
        }

        var amount = Money.FromMajor(sum, funnel.Currency, funnel.Rounding);
        return (amount, $"{string.Join(" + ", parts)}{Rounded(sum, amount)}", $"{pointer}/tiers");
    }

    private (Money, string, string) Each(decimal each, int quantity, string more, string pointer)
    {
        var exact = quantity * each;
        var amount = Money.FromMajor(exact, funnel.Currency, funnel.Rounding);
        return (amount, $"{Text(quantity)} × {Text(each)}{more}{Rounded(exact, amount)}", pointer);
    }

    private (Money, string, string) Percentage(PriceDefinition.Percentage share, string pointer, Money whole)
    {
        var amount = share.Rate.Of(whole, funnel.Rounding);
        var of = share.Of switch
        {
            PercentageBase.OwnLine => "the line's base price",
            PercentageBase.OtherLines => "the subtotal of the other lines then",
            PercentageBase.Line line => $"the net of line {line.Name} then",
            _ => throw new InvalidOperationException($"A percentage of something unknown: {share.Of.GetType()}."),
        };
        var words = $"{PercentOf(share.Rate, whole, amount)}: {of}";
        if (share.AtMost is { } most && amount > most)
        {
            (amount, words) = (most, $"{words}; at most {most.ToText(funnel.Currency)}");
        }

        if (share.AtLeast is { } least && amount < least)
        {
            (amount, words) = (least, $"{words}; at least {least.ToText(funnel.Currency)}");
        }

        return (amount, words, $"{pointer}/percent");
    }

    /// <summary><c>8 % of 12.55, 1.004 rounded half up</c>.</summary>
    public string PercentOf(Percent percent, Money whole, Money rounded) =>
        $"{percent} % of {whole.ToText(funnel.Currency)}{Rounded(whole.ToMajor(funnel.Currency) * percent.Value / 100, rounded)}";

    /// <summary>Says that an amount was rounded, and how; nothing where it was exact.</summary>
    public string Rounded(decimal exact, Money amount) =>
        exact == amount.ToMajor(funnel.Currency)
            ? ""
            : $" = {Text(decimal.Round(exact, 10, MidpointRounding.ToEven))}, rounded half {(funnel.Rounding is Rounding.HalfUp ? "up" : "to even")}";

    private static string Text(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
