using Funnel.Definitions;

namespace Funnel.Pricing;

/// <summary>A price compiled for one funnel: what a quantity costs, rounded once.</summary>
internal abstract class PriceForm
{
    /// <summary>The amount for a quantity that is sold; null where what it is a percentage of is not there.</summary>
    public abstract Money? For(int quantity, in PriceBasis basis);

    public static PriceForm Compile(PriceDefinition price, Currency currency, Rounding rounding, LineNames names) =>
        price switch
        {
            PriceDefinition.Each each => new EachPrice(
                [new(1, each.Price.Value)],
                graduated: false,
                currency,
                rounding
            ),
            PriceDefinition.Flat flat => new FlatPrice(flat.Amount),
            PriceDefinition.ByQuantity packs => new PackPrice(packs.Packs),
            PriceDefinition.Tiers tiers => new EachPrice(
                [.. tiers.Steps.Select(tier => new UnitTier(tier.From, tier.Each.Value))],
                tiers.Graduated,
                currency,
                rounding
            ),
            PriceDefinition.Percentage share => new PercentagePrice(share, names, rounding),
            _ => throw new InvalidOperationException($"A price of an unknown form: {price.GetType()}."),
        };
}

/// <summary>What a percentage price can be taken of, at the moment it is born.</summary>
/// <param name="own">The base price of the line itself.</param>
/// <param name="basket">The other lines.</param>
/// <param name="self">The line's index in the basket, or -1 while it is not in it.</param>
internal readonly ref struct PriceBasis(Money own, BasketEdit basket, int self)
{
    public Money Own { get; } = own;

    public Money OtherLines => self < 0 ? basket.Subtotal : basket.Subtotal - basket[self].Net;

    public Money? Line(LineName name)
    {
        var index = basket.IndexOf(name);
        return index < 0 || index == self ? null : basket[index].Net;
    }
}

internal sealed class FlatPrice(Money amount) : PriceForm
{
    public override Money? For(int quantity, in PriceBasis basis) => amount;
}

internal sealed class PackPrice(IReadOnlyDictionary<int, Money> packs) : PriceForm
{
    private readonly (int Quantity, Money Total)[] _packs = [.. packs.Select(pack => (pack.Key, pack.Value))];

    public override Money? For(int quantity, in PriceBasis basis)
    {
        foreach (var (sold, total) in _packs)
        {
            if (sold == quantity)
            {
                return total;
            }
        }

        throw new InvalidOperationException(
            $"No pack of {quantity}, though the check saw to it that every quantity sold has one."
        );
    }
}

/// <param name="Each">Major units.</param>
internal readonly record struct UnitTier(int From, decimal Each);

internal sealed class EachPrice(UnitTier[] tiers, bool graduated, Currency currency, Rounding rounding) : PriceForm
{
    public override Money? For(int quantity, in PriceBasis basis)
    {
        var reached = tiers.Length - 1;
        while (reached > 0 && tiers[reached].From > quantity)
        {
            reached--;
        }

        if (!graduated)
        {
            return Money.FromMajor(quantity * tiers[reached].Each, currency, rounding);
        }

        var sum = 0m;
        for (var i = 0; i <= reached; i++)
        {
            var until = i == reached ? quantity : tiers[i + 1].From - 1;
            sum += (until - tiers[i].From + 1) * tiers[i].Each;
        }

        return Money.FromMajor(sum, currency, rounding);
    }
}

internal sealed class PercentagePrice(PriceDefinition.Percentage price, LineNames names, Rounding rounding) : PriceForm
{
    private readonly LineName? _line = price.Of is PercentageBase.Line line ? names[line.Name] : null;

    public override Money? For(int quantity, in PriceBasis basis)
    {
        var of = price.Of switch
        {
            PercentageBase.OwnLine => basis.Own,
            PercentageBase.OtherLines => basis.OtherLines,
            _ => basis.Line(_line!),
        };
        if (of is not { } whole)
        {
            return null;
        }

        var amount = price.Rate.Of(whole, rounding);
        amount = price.AtMost is { } most ? Money.Min(amount, most) : amount;
        return price.AtLeast is { } least ? Money.Max(amount, least) : amount;
    }
}
