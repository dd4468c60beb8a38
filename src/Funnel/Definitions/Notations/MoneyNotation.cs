namespace Funnel.Definitions.Notations;

/// <summary><c>"12.50"</c>, in the funnel's currency.</summary>
internal sealed class MoneyNotation : AmountNotation<Money>
{
    public static readonly MoneyNotation Instance = new();

    public override string? SchemaName => "money";

    protected override int MostDecimals => CurrencyNotation.Instance.Fallback.Decimals;

    protected override string? TooManyDecimals(PlainDecimal number, Currency? currency) =>
        currency is null || number.Decimals <= currency.Decimals ? null
        : currency.Decimals == 0
            ? $"{Quoted.Value(number.Text)} has decimals, and {currency} has none. Write a whole amount."
        : $"{Quoted.Value(number.Text)} has {number.Decimals} decimals. Write at most {currency.Decimals}, as {currency} has.";

    protected override bool TryConvert(decimal major, Currency currency, out Money value)
    {
        var fits = major <= (decimal)long.MaxValue / currency.MinorPerMajor;
        value = fits ? Money.FromMajor(major, currency, Rounding.HalfUp) : default;
        return fits;
    }

    protected override string Format(Money value, Currency currency) => value.ToText(currency);
}
