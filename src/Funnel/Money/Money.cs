using System.Globalization;

namespace Funnel;

/// <summary>
/// An exact amount in the minor units (cents) of an order's currency. An order has one currency, so an amount does not
/// carry it. <c>default</c> is zero. Arithmetic that leaves the range of <see cref="long"/> throws <see cref="OverflowException"/>.
/// </summary>
/// <param name="Minor">The amount in minor units: 1250 is 12.50 in EUR, 1250 in JPY, 1.250 in KWD.</param>
public readonly record struct Money(long Minor) : IComparable<Money>
{
    public static readonly Money Zero;

    public bool IsZero => Minor == 0;

    public static Money operator +(Money left, Money right) => new(checked(left.Minor + right.Minor));

    public static Money operator -(Money left, Money right) => new(checked(left.Minor - right.Minor));

    public static Money operator -(Money value) => new(checked(-value.Minor));

    public static bool operator <(Money left, Money right) => left.Minor < right.Minor;

    public static bool operator >(Money left, Money right) => left.Minor > right.Minor;

    public static bool operator <=(Money left, Money right) => left.Minor <= right.Minor;

    public static bool operator >=(Money left, Money right) => left.Minor >= right.Minor;

    public static Money Min(Money left, Money right) => left < right ? left : right;

    public static Money Max(Money left, Money right) => left > right ? left : right;

    public int CompareTo(Money other) => Minor.CompareTo(other.Minor);

    /// <summary>Rounds an amount in major units, once, to the currency's minor unit.</summary>
    public static Money FromMajor(decimal major, Currency currency, Rounding rounding)
    {
        var minor = decimal.Round(major * currency.MinorPerMajor, rounding.ToMidpoint());
        return new(decimal.ToInt64(minor));
    }

    /// <summary>The amount in major units, with exactly the currency's decimals.</summary>
    public decimal ToMajor(Currency currency) =>
        new decimal(Minor) / currency.MinorPerMajor + new decimal(0, 0, 0, false, (byte)currency.Decimals);

    /// <summary>The exact decimal text in major units with all the currency's decimals: <c>12.50</c>, <c>-0.05</c>.</summary>
    public string ToText(Currency currency)
    {
        var (major, minor) = Split(currency);
        var sign = Minor < 0 ? "-" : "";
        return currency.Decimals == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{major}")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{sign}{major}.{minor.ToString(currency.MinorFormat, CultureInfo.InvariantCulture)}"
            );
    }

    /// <summary>Its size, without its sign, in whole major units and the minor units left over.</summary>
    public (ulong Major, ulong Minor) Split(Currency currency) =>
        Math.DivRem((ulong)Int128.Abs(Minor), (ulong)currency.MinorPerMajor);
}
