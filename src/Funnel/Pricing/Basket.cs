using System.Collections.Immutable;
using Funnel.Definitions;

namespace Funnel.Pricing;

/// <summary>The lines of an order and what they come to. Immutable; <see cref="BasketEdit"/> makes the next one.</summary>
public sealed class Basket
{
    internal Basket(Terms terms)
    {
        Terms = terms;
        Lines = [];
        Method = terms.Shipping?.Default;
    }

    internal Basket(Terms terms, ImmutableArray<Line> lines, string? method, LineSums sums)
    {
        Terms = terms;
        Lines = lines;
        Method = method;
        Sums = sums;
        (Shipping, Tax, Total) = BasketTotals.Of(sums, method, terms);
    }

    /// <summary>In the order in which they were added.</summary>
    public ImmutableArray<Line> Lines { get; }

    /// <summary>Id of the shipping method; null where the funnel ships nothing.</summary>
    public string? Method { get; }

    /// <summary>Sum of the lists.</summary>
    public Money List => Sums.List;

    /// <summary>Sum of the nets.</summary>
    public Money Subtotal => Sums.Net;

    public Money Shipping { get; }

    /// <summary>All tax, whether in the prices or on top of them.</summary>
    public Money Tax { get; }

    /// <summary>What is to be paid.</summary>
    public Money Total { get; }

    /// <summary>How the shipped lines are sent; null while there are none, or the funnel ships nothing.</summary>
    public ShippingMethodDefinition? ShippedBy => Terms.Ship(Sums, Method);

    /// <summary>Whether prices include their tax; trivially so where none is computed.</summary>
    public bool TaxIncluded => Terms.TaxIncluded;

    internal Terms Terms { get; }

    internal LineSums Sums { get; }

    /// <summary>The tax grouped per rate, highest first; the groups sum to <see cref="Tax"/>.</summary>
    public IReadOnlyList<TaxGroup> TaxGroups()
    {
        var groups = new SortedDictionary<decimal, TaxGroup>(Comparer<decimal>.Create((a, b) => b.CompareTo(a)));
        foreach (var line in Lines)
        {
            Include(line.Net, line.Tax, Terms.RateOn(line.Product));
        }

        if (!Shipping.IsZero)
        {
            Include(Shipping, Terms.TaxOn(Shipping, Terms.RateOnShipping), Terms.RateOnShipping);
        }

        return [.. groups.Values];

        void Include(Money amount, Money tax, Percent? rate)
        {
            if (rate is { } percent)
            {
                var group = groups.GetValueOrDefault(percent.Value, new(percent, Money.Zero, Money.Zero));
                var without = Terms.TaxIncluded ? amount - tax : amount;
                groups[percent.Value] = group with { Base = group.Base + without, Amount = group.Amount + tax };
            }
        }
    }

    internal Money AmountOf(OrderSum sum) =>
        sum switch
        {
            OrderSum.Subtotal => Subtotal,
            OrderSum.List => List,
            _ => Total,
        };

    /// <summary>The line that bears a name; for conditions and effects there is the quicker way below.</summary>
    internal Line? Find(string name)
    {
        foreach (var line in Lines)
        {
            if (line.Name == name)
            {
                return line;
            }
        }

        return null;
    }

    internal Line? Find(LineName name)
    {
        foreach (var line in Lines)
        {
            if (ReferenceEquals(line.Key, name))
            {
                return line;
            }
        }

        return null;
    }
}

/// <summary>What comes on top of the lines, and what all comes to.</summary>
internal readonly record struct BasketTotals(Money Shipping, Money Tax, Money Total)
{
    /// <param name="method">Id of the shipping method; null where the funnel ships nothing.</param>
    public static BasketTotals Of(LineSums sums, string? method, Terms terms)
    {
        var shipping = terms.Ship(sums, method) switch
        {
            { FreeFrom: { } free } when sums.Net >= free => Money.Zero,
            { Price: var price } => price,
            null => Money.Zero,
        };
        var tax = sums.Tax + terms.TaxOn(shipping, terms.RateOnShipping);
        return new(shipping, tax, sums.Net + shipping + (terms.TaxIncluded ? Money.Zero : tax));
    }
}

/// <summary>The tax of one rate.</summary>
/// <param name="Rate">The rate.</param>
/// <param name="Base">What it is taken of, without the tax.</param>
/// <param name="Amount">The tax.</param>
public sealed record TaxGroup(Percent Rate, Money Base, Money Amount);

/// <summary>Sums over lines, kept up line by line.</summary>
internal readonly record struct LineSums(Money List, Money Net, Money Tax, int Shipped)
{
    public LineSums With(Line line) =>
        new(List + line.List, Net + line.Net, Tax + line.Tax, Shipped + (line.Product.Definition.Shipped ? 1 : 0));

    public LineSums Without(Line line) =>
        new(List - line.List, Net - line.Net, Tax - line.Tax, Shipped - (line.Product.Definition.Shipped ? 1 : 0));
}
