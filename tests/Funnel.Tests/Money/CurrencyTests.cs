namespace Funnel.Tests;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("GBP", 2)]
    [InlineData("HUF", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KRW", 0)]
    [InlineData("ISK", 0)]
    [InlineData("KWD", 3)]
    [InlineData("TND", 3)]
    [InlineData("CLF", 4)]
    public void A_currency_has_the_decimals_of_its_minor_unit(string code, int decimals)
    {
        Assert.True(Currency.TryFind(code, out var currency));
        Assert.Equal(code, currency.Code);
        Assert.Equal(decimals, currency.Decimals);
    }

    [Theory]
    [InlineData("eur")]
    [InlineData("XXX")]
    [InlineData("XAU")]
    [InlineData("EURO")]
    [InlineData("")]
    public void What_is_no_currency_is_not_found(string code) => Assert.False(Currency.TryFind(code, out _));
}
