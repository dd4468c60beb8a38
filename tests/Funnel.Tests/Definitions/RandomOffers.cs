using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

/// <summary>Random offers of one step with all effects, each on something that may be there.</summary>
/// <param name="lines">The lines that steps before may add.</param>
internal sealed class RandomOffers(
    RandomShop shop,
    RandomCatalogue catalogue,
    RandomConditions conditions,
    RandomLines lines
)
{
    private static readonly string[] LineNames = ["main", "extra", "gift"];

    public OfferDefinition Offer(Dice dice, StepKind kind, string id)
    {
        var adds = kind is not StepKind.Upsell || !lines.Any;
        // At most one effect of an offer asks.
        var asks = dice.Chance(40);
        var swap = !adds && dice.Chance(40) ? Swap(dice) : null;
        var sets = !adds && (swap is null || dice.Chance(20)) ? Sets(dice, asks) : [];
        var added = adds ? Adds(dice, asks) : [];
        var offer = new OfferDefinition
        {
            Id = id,
            Title = NamesItself(swap, sets, added) && dice.Chance(50) ? null : shop.Text(dice),
            Benefit = dice.Maybe(50, () => shop.Text(dice)),
            Badge = dice.Maybe(10, () => shop.Text(dice)),
            Image = dice.Maybe(10, () => "/images/offer.svg"),
            When = conditions.Maybe(dice, 20, ofOffer: true),
            Swap = swap,
            Set = sets,
            Add = added,
            Price = added.Count > 0 ? dice.Maybe(30, () => Price(dice)) : null,
            Ship = shop.ShippingMethods.Count > 0 ? dice.Maybe(15, () => dice.One(shop.ShippingMethods)) : null,
        };
        var there = lines.With([offer]);
        return offer with
        {
            Discount = dice.Chance(25) ? Discount(dice, offer, there) : null,
            Multiply =
                dice.Chance(15) && there.Products.Any(product => catalogue.Products[product].Multipliable)
                    ? Multiply(dice)
                    : null,
        };
    }

    /// <summary>The last offer of many funnels: everything once more.</summary>
    public OfferDefinition? Everything(Dice dice, string id) =>
        lines.Products.Any(product => catalogue.Products[product].Multipliable)
            ? new()
            {
                Id = id,
                Title = shop.Text(dice),
                Multiply = Multiply(dice),
            }
            : null;

    private SwapDefinition Swap(Dice dice)
    {
        var products = catalogue.Ids.Where(id => catalogue.Products[id].Price is not PriceDefinition.Percentage);
        return new() { Line = dice.One(lines.PlainNames), Product = dice.One([.. products]) };
    }

    private IReadOnlyList<SetDefinition> Sets(Dice dice, bool asks)
    {
        var first = Set(dice, asks);
        return dice.Chance(20) ? [first, Set(dice, asks: false)] : [first];
    }

    private SetDefinition Set(Dice dice, bool asks)
    {
        var line = dice.One(lines.Names);
        var product = catalogue.Products[dice.One(lines.ProductsOf(line))];
        var options = Options(dice, product, asks, isNew: false);
        return new()
        {
            Line = line,
            Options = options,
            Quantity = options.Count == 0 || dice.Chance(30) ? Quantity(dice, product, asks) : null,
        };
    }

    private IReadOnlyList<AddDefinition> Adds(Dice dice, bool asks)
    {
        var first = Add(dice, asks, lines);
        if (!dice.Chance(30))
        {
            return [first];
        }

        // What an offer adds may be for what it adds before.
        var with = lines.With([new() { Id = "first", Add = [first] }]);
        return [first, Add(dice, asks: false, with)];
    }

    private AddDefinition Add(Dice dice, bool asks, RandomLines there)
    {
        var id = dice.One([.. catalogue.Ids.Where(id => MayBeAdded(catalogue.Products[id], there))]);
        var product = catalogue.Products[id];
        return new()
        {
            Product = id,
            Quantity = dice.Chance(50) ? Quantity(dice, product, asks) : null,
            Options = Options(dice, product, asks, isNew: true),
            As = dice.Maybe(30, () => dice.One(LineNames)),
            For = there.Any ? dice.Maybe(30, () => dice.One(there.Names)) : null,
        };
    }

    private static bool MayBeAdded(ProductDefinition product, RandomLines there) =>
        product.Price is not PriceDefinition.Percentage { Of: PercentageBase.Line line }
        || there.PlainNames.Contains(line.Name);

    private static QuantityTerm Quantity(Dice dice, ProductDefinition product, bool asks) =>
        asks && dice.Chance(60) ? default : new(dice.One(RandomCatalogue.QuantitiesOf(product)));

    /// <param name="isNew">Whether options that are not named have their default, rather than what the line has.</param>
    private static IReadOnlyDictionary<string, ChoiceTerm> Options(
        Dice dice,
        ProductDefinition product,
        bool asks,
        bool isNew
    )
    {
        var terms = RandomShop.Entries(
            dice.Some([.. product.Options.Keys], 0, 2),
            option =>
                asks && dice.Chance(60) ? default : new ChoiceTerm(dice.One([.. product.Options[option].Choices.Keys]))
        );
        // Choices that do not go together are let go, so that what remains can be sold.
        return GoTogether(product, terms, isNew)
            ? terms
            : RandomShop.Entries(terms.Keys, option => new ChoiceTerm(product.Options[option].Default));
    }

    private static bool GoTogether(ProductDefinition product, IReadOnlyDictionary<string, ChoiceTerm> terms, bool isNew)
    {
        return product.Options.All(option =>
            Chosen(option.Key) is not { } choice
            || option
                .Value.Choices[choice]
                .Requires.All(required => Chosen(required.Key) is not { } other || required.Value.Ids.Contains(other))
        );

        string? Chosen(string option) =>
            terms.TryGetValue(option, out var term) ? term.Fixed
            : isNew ? product.Options[option].Default
            : null;
    }

    private OfferPriceDefinition Price(Dice dice) =>
        dice.Between(0, 2) switch
        {
            0 => new() { Flat = shop.Money(dice) },
            1 => new() { AmountOff = shop.Money(dice, 10) },
            _ => new() { PercentOff = RandomShop.Percent(dice, 100) },
        };

    private DiscountDefinition? Discount(Dice dice, OfferDefinition offer, RandomLines there)
    {
        List<DiscountTarget> targets = [];
        if (there.Any)
        {
            targets.Add(new DiscountTarget.Order());
            targets.Add(new DiscountTarget.Line(dice.One(there.Names)));
        }

        if (offer.Add.Count > 0)
        {
            targets.Add(new DiscountTarget.Added());
        }

        var categories = there.Products.Select(product => catalogue.Products[product].Category).OfType<string>();
        targets.AddRange(categories.Select(category => new DiscountTarget.Category(category)));
        if (targets.Count == 0)
        {
            return null;
        }

        var isPercentage = dice.Chance(60);
        return new()
        {
            PercentOff = isPercentage ? RandomShop.Percent(dice, 100) : null,
            AmountOff = isPercentage ? null : shop.Money(dice, 20),
            On = dice.One(targets),
            Label = dice.Maybe(40, () => shop.Text(dice)),
        };
    }

    private static MultiplyDefinition Multiply(Dice dice) =>
        new()
        {
            By = dice.Between(2, 4),
            Percent = RandomShop.Percent(dice, 120),
            Of = dice.One([MultiplyBase.List, MultiplyBase.Net]),
        };

    /// <summary>Whether a title can be taken from these effects: of just one product, or of just one choice.</summary>
    private static bool NamesItself(
        SwapDefinition? swap,
        IReadOnlyList<SetDefinition> sets,
        IReadOnlyList<AddDefinition> adds
    ) =>
        (swap, sets, adds) switch
        {
            (not null, [], []) => true,
            (null, [], [_]) => true,
            (null, [{ Options: { Count: 1 } options }], []) => options.Single().Value.Fixed is not null,
            _ => false,
        };
}
