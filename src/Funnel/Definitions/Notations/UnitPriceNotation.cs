using System.Globalization;

namespace Funnel.Definitions.Notations;

/// <summary><c>"0.125"</c>: the price of one may be finer than the currency.</summary>
internal sealed class UnitPriceNotation : AmountNotation<UnitPrice>
{
    public static readonly UnitPriceNotation Instance = new();

    public override string Expected => "the price of one such as \"0.125\"";

    public override string? SchemaName => "unitPrice";

    protected override int MostDecimals => UnitPrice.MostDecimals;

    protected override string? TooManyDecimals(PlainDecimal number, Currency? currency) =>
        number.Decimals <= UnitPrice.MostDecimals
            ? null
            : $"{Quoted.Value(number.Text)} has {number.Decimals} decimals. The price of one has at most {UnitPrice.MostDecimals}.";

    protected override bool TryConvert(decimal major, Currency currency, out UnitPrice value)
    {
        value = new(major);
        return true;
    }

    protected override string Format(UnitPrice value, Currency currency) =>
        value.Value.ToString(
            "0." + new string('0', currency.Decimals) + new string('#', UnitPrice.MostDecimals - currency.Decimals),
            CultureInfo.InvariantCulture
        );
}
