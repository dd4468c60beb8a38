using System.Numerics;
using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Machine;

internal sealed class MoneyGuard(Fact fact, LineName? line, Test test, Money[] operands)
    : LeafGuard<Money>(test, operands)
{
    public override bool AsksOfferPrice => fact is Fact.OfferPrice;

    protected override bool TryAsk(in Facts facts, out Money amount)
    {
        switch (fact)
        {
            case Fact.OrderAmount order:
                amount = facts.Basket.AmountOf(order.Sum);
                return true;
            case Fact.LineAmount { Sum: var sum } when facts.Basket.Find(line!) is { } found:
                amount = sum is LineSum.List ? found.List : found.Net;
                return true;
            case Fact.OfferPrice when facts.OfferPrice is { } price:
                amount = price;
                return true;
            default:
                amount = default;
                return false;
        }
    }

    protected override int Compare(Money fact, Money operand) => fact.CompareTo(operand);
}

/// <summary>Counts and quantities.</summary>
internal sealed class CountGuard(Fact fact, LineName? line, Test test, decimal[] operands)
    : LeafGuard<decimal>(test, operands)
{
    protected override bool TryAsk(in Facts facts, out decimal count)
    {
        if (fact is Fact.OrderCount { Of: var of })
        {
            count = of switch
            {
                Counted.Lines => facts.Basket.Lines.Length,
                Counted.AcceptedOffers => facts.Tally.Accepted,
                _ => facts.Tally.Declined,
            };
            return true;
        }

        var found = facts.Basket.Find(line!);
        count = found?.Quantity ?? 0;
        return found is not null;
    }

    protected override int Compare(decimal fact, decimal operand) => fact.CompareTo(operand);
}

/// <summary>What an offer would add, as a share of the order's list.</summary>
internal sealed class ShareGuard(Test test, Share[] operands) : LeafGuard<Share>(test, operands)
{
    public override bool AsksOfferPrice => true;

    protected override bool TryAsk(in Facts facts, out Share share)
    {
        share = new((Int128)100 * (facts.OfferPrice ?? Money.Zero).Minor, facts.Basket.List.Minor);
        return facts.OfferPrice is not null && !facts.Basket.List.IsZero;
    }

    protected override int Compare(Share fact, Share operand) => Share.Compare(fact, operand);
}

/// <summary>A percentage as an exact fraction, so that nothing is rounded before it is compared.</summary>
/// <param name="Denominator">Greater than zero.</param>
internal readonly record struct Share(Int128 Numerator, Int128 Denominator)
{
    /// <summary>The largest factor whose product with another one still fits.</summary>
    private static readonly Int128 Factor = (Int128)1 << 63;

    public static Share Of(decimal percent)
    {
        var scale = percent.Scale;
        var one = new decimal(1, 0, 0, false, scale);
        return new((Int128)(percent / one), (Int128)(1m / one));
    }

    public static int Compare(Share left, Share right) =>
        IsSmall(left) && IsSmall(right)
            ? (left.Numerator * right.Denominator).CompareTo(right.Numerator * left.Denominator)
            : ((BigInteger)left.Numerator * right.Denominator).CompareTo(
                (BigInteger)right.Numerator * left.Denominator
            );

    private static bool IsSmall(Share share) => Int128.Abs(share.Numerator) < Factor && share.Denominator < Factor;
}

/// <summary>Facts that are text: ids, and the context.</summary>
internal sealed class TextGuard(Fact fact, LineName? line, Test test, string[] operands)
    : LeafGuard<string>(test, operands)
{
    protected override bool TryAsk(in Facts facts, out string? text)
    {
        text = fact switch
        {
            Fact.LineProduct => facts.Basket.Find(line!)?.Product.Id,
            Fact.LineOption { Option: var option } => facts.Basket.Find(line!)?.ChoiceOf(option)?.Id,
            Fact.Context { Value: var value } => facts.Start.ContextOf(value),
            _ => throw new InvalidOperationException($"{fact} is no text."),
        };
        return text is not null;
    }

    protected override int Compare(string fact, string operand) => string.CompareOrdinal(fact, operand);
}

/// <summary>Inputs, and what the shop knows of a customer: of whatever type they turn out to be.</summary>
internal sealed class ValueGuard(Fact fact, Test test, Value[] operands) : LeafGuard<Value>(test, operands)
{
    /// <summary>Values of different types are neither equal nor in any order.</summary>
    private const int Incomparable = int.MinValue;

    private readonly Test _test = test;
    private readonly Type _type = operands.Length > 0 ? operands[0].GetType() : typeof(Value);

    protected override bool TryAsk(in Facts facts, out Value? value)
    {
        value = fact switch
        {
            Fact.Customer { Name: var name } => facts.Start.Customer.GetValueOrDefault(name),
            Fact.Input { Name: var name } => facts.FindInput(name),
            _ => throw new InvalidOperationException($"{fact} is no value."),
        };

        // There is no order among values of different types, nor of lists, so such a value counts as absent.
        return value is not null
            && (
                _test is not (Test.AtLeast or Test.AtMost or Test.MoreThan or Test.LessThan)
                || (value.GetType() == _type && value is not Value.List)
            );
    }

    protected override int Compare(Value fact, Value operand) =>
        (fact, operand) switch
        {
            (Value.Number a, Value.Number b) => a.Content.CompareTo(b.Content),
            (Value.Text a, Value.Text b) => string.CompareOrdinal(a.Content, b.Content),
            (Value.Flag a, Value.Flag b) => a.Content.CompareTo(b.Content),
            _ => Incomparable,
        };
}

/// <summary>The moment in the funnel's time zone, as the number that its texts order by.</summary>
internal sealed class ClockGuard(Fact fact, Test test, int[] operands) : LeafGuard<int>(test, operands)
{
    protected override bool TryAsk(in Facts facts, out int value)
    {
        value = fact switch
        {
            Fact.Date => DateOnly.FromDateTime(facts.Local).DayNumber,
            Fact.Weekday => (int)facts.Local.DayOfWeek,
            Fact.Time => (int)(facts.Local.TimeOfDay.Ticks / TimeSpan.TicksPerMinute),
            _ => throw new InvalidOperationException($"{fact} is not of the clock."),
        };
        return true;
    }

    protected override int Compare(int fact, int operand) => fact.CompareTo(operand);
}

/// <summary>A span of the year, both ends included, that may run over new year.</summary>
internal sealed class SeasonGuard(int from, int to) : Guard
{
    /// <param name="monthDay"><c>MM-dd</c>.</param>
    public static int DayOf(string monthDay) =>
        int.Parse(monthDay.AsSpan(0, 2), System.Globalization.CultureInfo.InvariantCulture) * 100
        + int.Parse(monthDay.AsSpan(3, 2), System.Globalization.CultureInfo.InvariantCulture);

    public override bool Holds(in Facts facts)
    {
        var local = facts.Local;
        var day = local.Month * 100 + local.Day;
        return from <= to ? day >= from && day <= to : day >= from || day <= to;
    }
}

/// <summary>Whether a line is there.</summary>
internal sealed class LineGuard(LineName line, bool expected) : Guard
{
    public override bool Holds(in Facts facts) => facts.Basket.Find(line) is not null == expected;
}

/// <summary>Whether a set of the order, or a list that the shop knows of the customer, has something.</summary>
internal sealed class ContainsGuard(Fact fact, string id, int offerNumber) : Guard
{
    public override bool Holds(in Facts facts)
    {
        switch (fact)
        {
            case Fact.OrderSet { Of: IdSet.Offers }:
                return facts.Tally.HasAccepted(offerNumber);
            case Fact.Customer customer:
                return facts.Start.Customer.GetValueOrDefault(customer.Name) is Value.List list
                    && list.Content.Contains(id);
        }

        foreach (var line in facts.Basket.Lines)
        {
            if (line.Bears(((Fact.OrderSet)fact).Of, id))
            {
                return true;
            }
        }

        return false;
    }
}
