using System.ComponentModel;

namespace Funnel;

/// <summary>What happens to half a minor unit where an amount is born.</summary>
public enum Rounding
{
    [Description("Away from zero: half a cent becomes a whole one.")]
    HalfUp,

    [Description("To the even neighbour.")]
    HalfEven,
}

internal static class Rounded
{
    public static MidpointRounding ToMidpoint(this Rounding rounding) =>
        rounding is Rounding.HalfEven ? MidpointRounding.ToEven : MidpointRounding.AwayFromZero;

    /// <summary><c>value × numerator / denominator</c>, exact until it is rounded once.</summary>
    /// <param name="denominator">Greater than zero.</param>
    /// <exception cref="OverflowException">The result does not fit a <see cref="long"/>.</exception>
    public static long Scale(long value, long numerator, long denominator, Rounding rounding)
    {
        var product = (Int128)value * numerator;
        // Almost every product fits a long, which is divided many times as fast.
        var (quotient, remainder) =
            product >= long.MinValue && product <= long.MaxValue
                ? Math.DivRem((long)product, denominator)
                : Int128.DivRem(product, denominator);
        var twice = Int128.Abs(remainder) * 2;
        if (
            twice > denominator
            || (twice == denominator && (rounding is Rounding.HalfUp || Int128.IsOddInteger(quotient)))
        )
        {
            quotient += Int128.Sign(product);
        }

        return checked((long)quotient);
    }
}
