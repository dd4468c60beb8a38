using System.Numerics;
using FsCheck.Fluent;

namespace Funnel.Tests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("EUR", 1250, "12.50")]
    [InlineData("EUR", -5, "-0.05")]
    [InlineData("EUR", 0, "0.00")]
    [InlineData("JPY", 1250, "1250")]
    [InlineData("KWD", 1250, "1.250")]
    [InlineData("CLF", -1, "-0.0001")]
    [InlineData("EUR", long.MaxValue, "92233720368547758.07")]
    [InlineData("EUR", long.MinValue, "-92233720368547758.08")]
    public void Text_has_exactly_the_decimals_of_the_currency(string currency, long minor, string text) =>
        Assert.Equal(text, new Money(minor).ToText(CurrencyOf(currency)));

    [Theory]
    [InlineData("EUR", "2.345", Rounding.HalfUp, 235)]
    [InlineData("EUR", "2.345", Rounding.HalfEven, 234)]
    [InlineData("EUR", "2.355", Rounding.HalfEven, 236)]
    [InlineData("EUR", "2.3449999", Rounding.HalfUp, 234)]
    [InlineData("EUR", "-2.345", Rounding.HalfUp, -235)]
    [InlineData("JPY", "0.5", Rounding.HalfUp, 1)]
    [InlineData("JPY", "0.5", Rounding.HalfEven, 0)]
    [InlineData("KWD", "0.0005", Rounding.HalfUp, 1)]
    [InlineData("EUR", "92233720368547758.07", Rounding.HalfUp, long.MaxValue)]
    public void An_amount_is_rounded_once_to_the_minor_unit(
        string currency,
        string major,
        Rounding rounding,
        long minor
    ) => Assert.Equal(new(minor), Money.FromMajor(Decimal(major), CurrencyOf(currency), rounding));

    [Fact]
    public void What_leaves_the_range_is_an_overflow_and_never_wraps()
    {
        var most = new Money(long.MaxValue);
        Assert.Throws<OverflowException>(() => most + new Money(1));
        Assert.Throws<OverflowException>(() => -most - new Money(2));
        Assert.Throws<OverflowException>(() => -new Money(long.MinValue));
        Assert.Throws<OverflowException>(() =>
            Money.FromMajor(92233720368547758.08m, CurrencyOf("EUR"), Rounding.HalfUp)
        );
        Assert.Throws<OverflowException>(() => Money.FromMajor(decimal.MaxValue, CurrencyOf("EUR"), Rounding.HalfUp));
        Assert.Throws<OverflowException>(() => new Percent(100.0001m).Of(most, Rounding.HalfUp));
    }

    [Fact]
    public void A_percentage_of_the_largest_amount_is_exact()
    {
        var most = new Money(long.MaxValue);
        Assert.Equal(most, new Percent(100).Of(most, Rounding.HalfUp));
        // 9,223,372,036,854,775,807 × 12.3456 % = 1,138,680,618,181,943,202.02…
        Assert.Equal(new(1_138_680_618_181_943_202), new Percent(12.3456m).Of(most, Rounding.HalfUp));
    }

    [Theory]
    [InlineData("5", 35250, Rounding.HalfUp, 1763)]
    [InlineData("5", 35250, Rounding.HalfEven, 1762)]
    [InlineData("5", -35250, Rounding.HalfUp, -1763)]
    [InlineData("0", 35250, Rounding.HalfUp, 0)]
    [InlineData("1000", 1, Rounding.HalfUp, 10)]
    [InlineData("0.0001", 500_000, Rounding.HalfUp, 1)]
    [InlineData("0.0001", 499_999, Rounding.HalfUp, 0)]
    public void A_percentage_is_rounded_once(string percent, long minor, Rounding rounding, long of) =>
        Assert.Equal(new(of), new Percent(Decimal(percent)).Of(new(minor), rounding));

    [Theory]
    [InlineData("21", 121, 21)]
    [InlineData("21", 4284, 744)]
    [InlineData("9", 109, 9)]
    [InlineData("0", 500, 0)]
    // 3 × 100 / 200 = 1.5
    [InlineData("100", 3, 2)]
    public void Included_tax_is_the_part_within_an_amount(string percent, long minor, long within) =>
        Assert.Equal(new(within), new Percent(Decimal(percent)).Within(new(minor), Rounding.HalfUp));

    [Fact]
    public void Any_percentage_of_any_amount_is_rounded_from_the_exact_one()
    {
        var amounts = Gen.OneOf(Gen.Choose(-1_000, 1_000).Select(n => (long)n), ArbMap.Default.GeneratorFor<long>());
        var units = Gen.OneOf(Gen.Choose(0, 10).Select(n => n * 500_000), Gen.Choose(0, 10_000_000));
        Property.Holds(
            (from amount in amounts from percent in units select (amount, percent)).ToArbitrary(),
            values =>
            {
                var (amount, percent) = values;
                Assert.All(
                    Enum.GetValues<Rounding>(),
                    rounding =>
                    {
                        BigInteger of = new Percent(percent / 10_000m).Of(new(amount / 100), rounding).Minor;
                        var missing = of * 1_000_000 - (BigInteger)(amount / 100) * percent;
                        Assert.True(BigInteger.Abs(missing) <= 500_000);
                        Assert.True(
                            BigInteger.Abs(missing) < 500_000
                                || (rounding is Rounding.HalfEven ? of.IsEven : missing.Sign == amount.CompareTo(0))
                        );
                    }
                );
            },
            times: 500
        );
    }

    [Theory]
    [InlineData("-0.0001")]
    [InlineData("1000.0001")]
    [InlineData("12.34567")]
    public void A_percentage_outside_its_bounds_is_none(string percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Percent(Decimal(percent)));

    private static Currency CurrencyOf(string code) =>
        Currency.TryFind(code, out var currency) ? currency : throw new ArgumentException(code, nameof(code));

    private static decimal Decimal(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
