using System.Globalization;
using System.Numerics;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Pricing;

namespace Funnel.Checking.Proofs;

/// <summary>What is certain of a funnel with too many states for an exact census: no walk is outside.</summary>
/// <param name="Walks">There are at most this many walks.</param>
/// <param name="Total">No total is above this, shipping and tax included; none is ever below zero.</param>
/// <param name="States">How many states were looked at before the census stopped.</param>
public sealed record OuterBounds(BigInteger Walks, BigInteger Total, int States)
{
    /// <summary><see cref="Total" /> in major units.</summary>
    public string TotalText(Currency currency) =>
        Total <= long.MaxValue
            ? new Money((long)Total).ToText(currency)
            : (Total / currency.MinorPerMajor).ToString(CultureInfo.InvariantCulture);

    /// <summary>Counts every answer as possible, and every amount as its greatest.</summary>
    internal static OuterBounds Of(FunnelMachine machine, SplitFacts facts, int states) =>
        new(new WaysAhead(machine, facts).Most, new DearestWay(machine).Most, states);
}

/// <summary>At most how many walks there are.</summary>
internal sealed class WaysAhead(FunnelMachine machine, SplitFacts facts)
{
    // ISO 3166 has fewer, each of which can have rates of its own.
    private const int CountriesAtMost = 1_000;

    public BigInteger Most
    {
        get
        {
            var walks = new BigInteger[machine.States.Count];
            foreach (var state in machine.InWalkingOrder.Reverse())
            {
                var next = state.PermittedTargets.Select(target => walks[target.Index]).Append(1).Max();
                walks[state.Index] = AnswersTo(state) * next;
            }

            return facts.AreTooMany
                ? walks[0] * CountriesAtMost * BigInteger.Pow(2, facts.Leaves.Values.Sum())
                : facts.All.Aggregate(walks[0], (product, fact) => product * fact.AtStart.Count);
        }
    }

    /// <summary>To pass by, to decline, to submit in every way, or to accept offers in every way.</summary>
    private BigInteger AnswersTo(State state)
    {
        var ways = state.IsForm
            ? state.Fields.Select(field => new BigInteger(
                facts.IndexOf(new Fact.Input(field.Id)) is { } fact ? facts.All[fact].InForm[field].Count() + 1 : 1
            ))
            : state.Offers.Select(offer => offer.Asks is { } asks ? 1 + WaysToChoose(asks) : 2);
        return ways.Aggregate(BigInteger.One, (all, some) => all * some) + 2;
    }

    private BigInteger WaysToChoose(Asked asks)
    {
        // Of a line that may be any product, as many ways as the product with the most has.
        IEnumerable<ProductDefinition> products = asks.Added is { } added
            ? [added.Definition]
            : machine.Definition.Products.Values;
        return asks.Options.Aggregate(
            new BigInteger(asks.Quantity ? products.Max(product => SoldQuantities.Of(product).All.Count()) : 1),
            (all, option) =>
                all * products.Max(product => product.Options.GetValueOrDefault(option)?.Choices.Count ?? 1)
        );
    }
}

/// <summary>At most what a total can come to.</summary>
internal sealed class DearestWay(FunnelMachine machine)
{
    private readonly FunnelDefinition _funnel = machine.Definition;

    public BigInteger Most
    {
        get
        {
            var before = new Lists[machine.States.Count];
            BigInteger most = 0;
            foreach (var state in machine.InWalkingOrder)
            {
                var after = state.Offers.Aggregate(before[state.Index], Accept);
                most = BigInteger.Max(most, WithShippingAndTax(after));
                foreach (var target in state.PermittedTargets)
                {
                    before[target.Index] = before[target.Index].Or(after);
                }
            }

            return most;
        }
    }

    private Lists Accept(Lists before, Offer offer)
    {
        var definition = offer.Definition;
        var sum = before.Sum;

        // What a line was before is not taken off again, so each is at least what its list and its net are.
        foreach (var _ in definition.Set)
        {
            sum += _funnel.Products.Values.Max(product => MostOf(product, before.Sum));
        }

        if (definition.Swap is { } swap)
        {
            sum += MostOf(_funnel.Products[swap.Product], before.Sum);
        }

        var added = BigInteger.Zero;
        foreach (var add in definition.Add)
        {
            added += MostOf(_funnel.Products[add.Product], sum + added);
        }

        sum += BigInteger.Max(added, definition.Price?.Flat?.Minor ?? 0);
        return new(
            definition.Multiply is { } multiply ? sum + Part(sum, multiply.Percent) : sum,
            before.Lines + definition.Add.Count
        );
    }

    private BigInteger MostOf(ProductDefinition product, BigInteger others)
    {
        var sold = SoldQuantities.Of(product);
        var own = MostOf(product.Price, sold, others);
        return product.Options.Values.Aggregate(
            own,
            (sum, option) =>
                sum
                + option
                    .Choices.Values.Select(choice => choice.Price)
                    .OfType<PriceDefinition>()
                    .Select(price => MostOf(price, sold, own))
                    .Append(0)
                    .Max()
        );
    }

    /// <param name="whole">What a percentage is at most taken of.</param>
    private BigInteger MostOf(PriceDefinition price, SoldQuantities sold, BigInteger whole) =>
        price switch
        {
            PriceDefinition.Each each => Times(sold.Most, each.Price),
            PriceDefinition.Flat flat => flat.Amount.Minor,
            PriceDefinition.ByQuantity packs => packs.Packs.Values.Max(pack => pack.Minor),
            PriceDefinition.Tiers tiers => tiers.Steps.Max(tier => Times(sold.Most, tier.Each)),
            PriceDefinition.Percentage share => BigInteger.Max(
                share.AtMost is { } most ? most.Minor : Part(whole, share.Rate),
                share.AtLeast?.Minor ?? 0
            ),
            _ => throw new InvalidOperationException($"A price of an unknown form: {price.GetType()}."),
        };

    private BigInteger WithShippingAndTax(Lists lists)
    {
        var sum = lists.Sum + (_funnel.Shipping?.Methods.Values.Max(method => method.Price.Minor) ?? 0);
        if (_funnel.Tax is not { Included: false } tax)
        {
            return sum;
        }

        // The tax of each line, and of shipping, is rounded by itself.
        var rate = tax.Rates.Values.SelectMany(rates => rates.ByCountry.Values).MaxBy(rate => rate.Value);
        return sum + Part(sum, rate) + lists.Lines + 1;
    }

    // What rounding may add is less than one minor unit.
    private BigInteger Times(int quantity, UnitPrice each) =>
        new BigInteger(quantity * each.Value * _funnel.Currency.MinorPerMajor) + 1;

    private static BigInteger Part(BigInteger whole, Percent percent)
    {
        var perMillion = new BigInteger(percent.Value * 10_000m);
        return whole * perMillion / 1_000_000 + 1;
    }

    /// <param name="Sum">Of the lists or nets of all lines, whichever is higher.</param>
    /// <param name="Lines">How many there are.</param>
    private readonly record struct Lists(BigInteger Sum, int Lines)
    {
        public Lists Or(Lists other) => new(BigInteger.Max(Sum, other.Sum), Math.Max(Lines, other.Lines));
    }
}
