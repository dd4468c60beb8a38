using System.Globalization;
using System.Numerics;

namespace Funnel.Server.Commands;

/// <summary>Counts, shares and amounts as commands write them for people.</summary>
internal static class Words
{
    private const int Exact = 1_000_000_000;

    /// <summary><c>1,234</c>; from a thousand millions on about <c>1.2E+12</c>.</summary>
    public static string Count(BigInteger number) =>
        number < Exact
            ? number.ToString("N0", CultureInfo.InvariantCulture)
            : number.ToString("0.0E+0", CultureInfo.InvariantCulture);

    /// <summary><c>1 walk</c>, <c>1,234 walks</c>.</summary>
    public static string Count(BigInteger number, string one) => $"{Count(number)} {one}{(number.IsOne ? "" : "s")}";

    /// <summary><c>12.5 %</c>; what is there is never told as none, nor what is not all as all.</summary>
    public static string Share(BigInteger part, BigInteger whole)
    {
        var perMille = whole.IsZero ? 0 : (int)(part * 1_000 / whole);
        return part.IsZero ? "never"
            : part == whole ? "always"
            : perMille == 0 ? "under 0.1 %"
            : string.Create(CultureInfo.InvariantCulture, $"{perMille / 10m:0.0} %");
    }

    public static string Amount(Money amount, Currency currency) => $"{amount.ToText(currency)} {currency}";

    /// <summary>By how much something moves: <c>+8.95</c>.</summary>
    public static string Signed(Money amount, Currency currency) =>
        (amount < Money.Zero ? "" : "+") + amount.ToText(currency);

    /// <summary><c>+1.95 to +8.95</c>, or the one amount.</summary>
    public static string Span((Money Least, Money Most)? span, Currency currency) =>
        span is not { } amounts ? "–"
        : amounts.Least == amounts.Most ? Signed(amounts.Least, currency)
        : $"{Signed(amounts.Least, currency)} to {Signed(amounts.Most, currency)}";
}
