using System.Collections.Concurrent;
using System.Globalization;

namespace Funnel.Server.Api;

/// <summary>An amount as a reply shows it.</summary>
/// <param name="Amount">The exact decimal in major units of the order's currency (euros, not cents), with all its decimals: <c>12.50</c>.</param>
/// <param name="Display">For people, in the reply's language: <c>€ 12,50</c>; what moves a total has its sign: <c>+ € 8,95</c>.</param>
public sealed record MoneyView(string Amount, string Display);

/// <summary>Writes amounts of one currency for readers of one language.</summary>
internal sealed class MoneyText
{
    public const int LongestAmount = 24;

    private static readonly ConcurrentDictionary<(string Locale, string Currency), MoneyText> All = new();

    private readonly Currency _currency;
    private readonly NumberFormatInfo _format;
    private readonly string _before;
    private readonly string _after;

    private MoneyText(string locale, Currency currency)
    {
        _currency = currency;
        _format = CultureInfo.GetCultureInfo(locale).NumberFormat;
        var symbol = SymbolOf(currency.Code);
        // A code stands apart from the number, whatever a symbol would do.
        var space = _format.CurrencyPositivePattern >= 2 || symbol == currency.Code ? " " : "";
        (_before, _after) = _format.CurrencyPositivePattern % 2 == 0 ? (symbol + space, "") : ("", space + symbol);
    }

    /// <param name="locale">One of a funnel's locales.</param>
    public static MoneyText For(string locale, Currency currency)
    {
        if (!All.TryGetValue((locale, currency.Code), out var text))
        {
            text = All.GetOrAdd((locale, currency.Code), new MoneyText(locale, currency));
        }

        return text;
    }

    /// <summary>Reads an amount as a view says it: major units, no sign, at most the currency's decimals.</summary>
    public static bool TryRead(string text, Currency currency, out Money amount)
    {
        amount = default;
        if (
            text.Length > LongestAmount
            || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var major)
            || decimal.Round(major, currency.Decimals, MidpointRounding.ToZero) != major
            || major > long.MaxValue / currency.MinorPerMajor
        )
        {
            return false;
        }

        amount = Money.FromMajor(major, currency, Rounding.HalfUp);
        return true;
    }

    public MoneyView Plain(Money amount) =>
        new(amount.ToText(_currency), amount < Money.Zero ? $"− {Digits(amount)}" : Digits(amount));

    /// <summary>An amount by which something moves.</summary>
    public MoneyView Signed(Money amount) =>
        amount < Money.Zero ? Plain(amount) : new(amount.ToText(_currency), $"+ {Digits(amount)}");

    private string Digits(Money amount)
    {
        var (major, minor) = amount.Split(_currency);
        return _currency.Decimals == 0
            ? string.Create(_format, $"{_before}{major:N0}{_after}")
            : string.Create(
                _format,
                $"{_before}{major:N0}{_format.NumberDecimalSeparator}{minor.ToString(_currency.MinorFormat, CultureInfo.InvariantCulture)}{_after}"
            );
    }

    private static string SymbolOf(string code) =>
        code switch
        {
            "EUR" => "€",
            "USD" => "$",
            "GBP" => "£",
            "JPY" => "¥",
            "INR" => "₹",
            "KRW" => "₩",
            "ILS" => "₪",
            "VND" => "₫",
            "UAH" => "₴",
            "NGN" => "₦",
            "PHP" => "₱",
            _ => code,
        };
}
