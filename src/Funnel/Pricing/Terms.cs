using Funnel.Definitions;

namespace Funnel.Pricing;

/// <summary>What one order is priced by besides its lines: rounding, the tax rates of its country, and shipping.</summary>
internal sealed class Terms
{
    private readonly Percent[] _rates;
    private readonly Percent _shippingRate;
    private readonly bool _taxed;

    /// <param name="country">ISO 3166-1 alpha-2; null or unknown falls to each category's <c>*</c>.</param>
    public Terms(FunnelDefinition funnel, string? country)
    {
        Rounding = funnel.Rounding;
        Shipping = funnel.Shipping;
        _taxed = funnel.Tax is not null;
        TaxIncluded = funnel.Tax is null or { Included: true };
        _rates = [.. TaxCategories(funnel).Select(category => RateOf(funnel.Tax!.Rates[category], country))];
        if (_taxed && Shipping is not null)
        {
            _shippingRate = RateOf(funnel.Tax!.Rates[Shipping.Tax ?? funnel.Tax.Default], country);
        }
    }

    public Rounding Rounding { get; }

    public ShippingDefinition? Shipping { get; }

    /// <summary>Whether prices include their tax. Without tax they trivially do.</summary>
    public bool TaxIncluded { get; }

    /// <summary>The categories in the order of <see cref="Product.TaxCategory"/>.</summary>
    public static IEnumerable<string> TaxCategories(FunnelDefinition funnel) => funnel.Tax?.Rates.Keys ?? [];

    /// <summary>The rate on a product, or null where no tax is computed.</summary>
    public Percent? RateOn(Product product) =>
        product.TaxCategory is Product.Untaxed ? null : _rates[product.TaxCategory];

    /// <summary>The rate on shipping, or null where no tax is computed.</summary>
    public Percent? RateOnShipping => _taxed ? _shippingRate : null;

    /// <summary>How lines are sent; null while none is to be, or where the funnel ships nothing.</summary>
    /// <param name="method">Id of the chosen method.</param>
    public ShippingMethodDefinition? Ship(LineSums sums, string? method) =>
        sums.Shipped > 0 && method is not null ? Shipping!.Methods[method] : null;

    /// <summary>The rates, to tell whether two countries have the same.</summary>
    public string RatesInWords => string.Join(' ', _rates.Append(_shippingRate));

    public Money TaxOn(Money amount, Percent? rate) =>
        rate is not { } percent ? Money.Zero
        : TaxIncluded ? percent.Within(amount, Rounding)
        : percent.Of(amount, Rounding);

    private static Percent RateOf(TaxRates rates, string? country) =>
        country is not null && rates.ByCountry.TryGetValue(country, out var rate)
            ? rate
            : rates.ByCountry[TaxDefinition.AnyCountry];
}
