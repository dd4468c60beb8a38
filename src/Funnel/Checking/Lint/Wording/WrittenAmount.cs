using System.Globalization;
using System.Text.RegularExpressions;

namespace Funnel.Checking.Lint.Wording;

/// <summary>Amounts of money in texts, however they are written: <c>€ 4.95</c>, <c>4,95 EUR</c>, <c>1'200.-</c>.</summary>
internal static class WrittenAmount
{
    /// <summary>A number with the sign or name of a currency.</summary>
    public const string Pattern =
        @"(?:(?:\p{Sc}|\b(?:EUR|USD|GBP|CHF))\s?[0-9][0-9.,]*|[0-9][0-9.,]*-?\s?(?:\p{Sc}|(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds?|pond|francs?|franken)\b))";

    private static readonly Regex Number = new(
        @"[0-9](?:[.,'’\u00A0\u202F]?[0-9])*",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    /// <summary>Whether a text has this amount, as digits; whole amounts may be written without decimals.</summary>
    public static bool IsIn(string text, Money amount, Currency currency)
    {
        var (major, minor) = amount.Split(currency);
        string[] written =
        [
            amount.Minor.ToString(CultureInfo.InvariantCulture).PadLeft(currency.Decimals + 1, '0'),
            .. minor == 0 ? [major.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        ];
        return Number.Matches(text).Any(match => written.Contains(string.Concat(match.Value.Where(char.IsAsciiDigit))));
    }
}
