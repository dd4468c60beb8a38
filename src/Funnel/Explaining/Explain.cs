using Funnel.Definitions;
using Funnel.Orders;
using Funnel.Pricing;

namespace Funnel.Explaining;

/// <summary>Explains orders. Its pointers are those of the longest way to write a definition, see <see cref="DefinitionReading.Nearest"/>.</summary>
public static class Explain
{
    /// <param name="now">The moment at which the current step is looked at.</param>
    public static OrderExplanation Order(Walk walk, DateTimeOffset now)
    {
        var funnel = walk.Machine.Definition;
        var basket = walk.Basket;
        var stories = new LineStories(walk);
        var taxes = new TaxWords(funnel, walk.Start.Country);
        return new(
            [
                .. basket.Lines.Select(line => new LineExplanation(
                    line.Name,
                    stories.ListOf(line),
                    stories.AdjustmentsOf(line),
                    taxes.Of(line)
                )),
            ],
            Shipping(funnel, basket),
            basket.ShippedBy is null || basket.Shipping.IsZero ? null : taxes.OfShipping(basket.Shipping),
            [.. new WalkedSteps(walk.Machine).Of(walk, now)]
        );
    }

    private static Reason? Shipping(FunnelDefinition funnel, Basket basket)
    {
        if (basket.ShippedBy is not { } method)
        {
            return null;
        }

        var pointer = $"/shipping/methods/{basket.Method}";
        var subtotal = basket.Subtotal.ToText(funnel.Currency);
        return method.FreeFrom is not { } free
                ? new(ReasonKind.Shipping, basket.Shipping, "what this way of shipping costs", $"{pointer}/price")
            : basket.Subtotal >= free
                ? new(
                    ReasonKind.Shipping,
                    Money.Zero,
                    $"free from {free.ToText(funnel.Currency)}, and the subtotal is {subtotal}",
                    $"{pointer}/freeFrom"
                )
            : new(
                ReasonKind.Shipping,
                basket.Shipping,
                $"what this way of shipping costs below {free.ToText(funnel.Currency)}; the subtotal is {subtotal}",
                $"{pointer}/price"
            );
    }
}

/// <summary>How tax comes to its amount.</summary>
internal sealed class TaxWords(FunnelDefinition funnel, string? country)
{
    private readonly PriceWords _prices = new(funnel);

    public Reason? Of(Line line) =>
        funnel.Tax is { } tax ? Of(line.Net, line.Product.Definition.Tax ?? tax.Default) : null;

    public Reason? OfShipping(Money shipping) =>
        funnel is { Tax: { } tax, Shipping: { } method } ? Of(shipping, method.Tax ?? tax.Default) : null;

    private Reason Of(Money amount, string category)
    {
        var rates = funnel.Tax!.Rates[category].ByCountry;
        var key = country is not null && rates.ContainsKey(country) ? country : TaxDefinition.AnyCountry;
        var rate = rates[key];
        var text = amount.ToText(funnel.Currency);
        var major = amount.ToMajor(funnel.Currency) * rate.Value;
        var (tax, words) = funnel.Tax.Included
            ? (rate.Within(amount, funnel.Rounding), $"the part of {text} that is {rate} % on top of the rest")
            : (rate.Of(amount, funnel.Rounding), $"{rate} % of {text}");
        var exact = major / (funnel.Tax.Included ? 100 + rate.Value : 100);
        return new(ReasonKind.Tax, tax, words + _prices.Rounded(exact, tax), $"/tax/rates/{category}/{key}");
    }
}
