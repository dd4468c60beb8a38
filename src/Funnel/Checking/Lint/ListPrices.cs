using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Checking.Lint;

/// <summary>
/// What things are listed at by themselves, whatever else is in the order. An amount is null where it cannot be known: it is a
/// percentage of other lines, or more than exact money holds.
/// </summary>
internal sealed class ListPrices(FunnelDefinition funnel)
{
    private static readonly Pricing.LineNames NoNames = new([]);

    private readonly BasketEdit _nothing = new(new Basket(new Terms(funnel, country: null)));
    private readonly Dictionary<AddDefinition, Money?> _ofAdds = new(ReferenceEqualityComparer.Instance);

    /// <summary>What an add is listed at, in the least quantity and with the default choices where it leaves them open.</summary>
    public Money? Of(AddDefinition add)
    {
        if (!_ofAdds.TryGetValue(add, out var list))
        {
            var product = funnel.Products[add.Product];
            list = Of(product, add.Quantity?.Fixed ?? SoldQuantities.Of(product).Least, add.Options);
            _ofAdds.Add(add, list);
        }

        return list;
    }

    /// <param name="options">What is chosen; where it is open or not said, each option's default.</param>
    public Money? Of(ProductDefinition product, int quantity, IReadOnlyDictionary<string, ChoiceTerm> options) =>
        Exact(() =>
        {
            var own = AmountOf(product.Price, quantity, Money.Zero);
            return product.Options.Aggregate(
                own,
                (list, option) =>
                    list
                    + Surcharge(
                        option.Value.Choices[options.GetValueOrDefault(option.Key).Fixed ?? option.Value.Default],
                        quantity,
                        own
                    )
            );
        });

    /// <summary>What a choice adds to the list of a line.</summary>
    /// <param name="own">The line's base price.</param>
    public Money? Surcharge(ChoiceDefinition choice, int quantity, Money? own) =>
        choice.Price is null ? Money.Zero : Exact(() => AmountOf(choice.Price, quantity, own));

    /// <summary>What a product costs without its options.</summary>
    public Money? Base(ProductDefinition product, int quantity) =>
        Exact(() => AmountOf(product.Price, quantity, Money.Zero));

    /// <summary>What the lines of an offer are listed at together.</summary>
    /// <param name="main">What a percentage of other lines is taken of.</param>
    public Money? Normal(OfferSite offer, Money? main = null) =>
        Exact(() =>
            offer.Adds.Aggregate((Money?)Money.Zero, (sum, add) => sum + (Of(add.Add) ?? Share(add.Add, main)))
        );

    /// <summary>What the lines of an offer cost together: their lists or its own price, less its discount on them.</summary>
    /// <param name="main">What a percentage of other lines is taken of.</param>
    public Money? Charged(OfferSite offer, Money? main = null) =>
        Exact(() =>
        {
            if (Normal(offer, main) is not { } normal)
            {
                return null;
            }

            var charged = offer.Offer.Price is { } price
                ? normal + new OfferPriceEffect(price).DifferenceFrom(normal, funnel.Rounding)
                : normal;
            return offer.Offer.Discount is { On: DiscountTarget.Added } discount
                ? charged - Money.Min(charged, Off(discount, charged))
                : charged;
        });

    /// <summary>Whether a discount leaves nothing of an amount.</summary>
    public bool TakesAll(DiscountDefinition discount, Money? amount) =>
        amount is { } whole && Exact(() => Off(discount, whole)) >= whole;

    /// <summary>An amount, or null where it, or one that it is made of, is more than exact money holds.</summary>
    public static Money? Exact(Func<Money?> amount)
    {
        try
        {
            return amount();
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private Money Off(DiscountDefinition discount, Money of) =>
        discount.AmountOff ?? discount.PercentOff!.Value.Of(of, funnel.Rounding);

    private Money? Share(AddDefinition add, Money? main) =>
        main is not null && funnel.Products[add.Product].Price is PriceDefinition.Percentage price
            ? AmountOf(price with { Of = new PercentageBase.OwnLine() }, quantity: 1, main)
            : null;

    private Money? AmountOf(PriceDefinition price, int quantity, Money? own) =>
        price is PriceDefinition.Percentage && own is null
        || price is PriceDefinition.Percentage { Of: not PercentageBase.OwnLine }
            ? null
            : PriceForm
                .Compile(price, funnel.Currency, funnel.Rounding, NoNames)
                .For(quantity, new(own ?? Money.Zero, _nothing, self: -1));
}
