using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

/// <summary>Random products with all forms of prices and options. What conditions ask for by id exists in each.</summary>
internal sealed class RandomCatalogue
{
    public const string Category = "goods";
    public const string Tag = "print";

    private static readonly string[] Names = ["cards", "pens", "mug", "phone", "cover", "box"];
    private static readonly string[] OptionNames = ["paper", "finish", "size"];
    private static readonly string[] ChoiceNames = ["plain", "silk", "gold", "soft-touch"];

    private readonly RandomShop _shop;
    private readonly IReadOnlyList<string> _inputs;

    public RandomCatalogue(RandomShop shop, IReadOnlyList<string> inputs)
    {
        _shop = shop;
        _inputs = inputs;
        var dice = Dice.For(shop.Seed, "products");
        Ids = [Main, .. dice.Some(Names[1..], 1, Names.Length - 1)];
        Products = RandomShop.Entries(Ids, id => Product(Dice.For(shop.Seed, id), id));
    }

    /// <summary>The product that every funnel sells, under this name of a line too.</summary>
    public static string Main => Names[0];

    public IReadOnlyList<string> Ids { get; }

    public IReadOnlyDictionary<string, ProductDefinition> Products { get; }

    /// <summary>What the product is sold in, of a long range just some.</summary>
    public static IReadOnlyList<int> QuantitiesOf(ProductDefinition product) =>
        product switch
        {
            { Quantities: QuantitiesDefinition.List list } => list.Values,
            { Quantities: QuantitiesDefinition.Range range } => [range.Min, range.Min + range.Step, range.Max],
            { Price: PriceDefinition.ByQuantity packs } => [.. packs.Packs.Keys],
            _ => [1, 2, 3, 10, 9_999],
        };

    private ProductDefinition Product(Dice dice, string id)
    {
        var quantities = Quantities(dice);
        // Packs say themselves what is sold, unless it is said besides.
        var packs = quantities as QuantitiesDefinition.List ?? new([1, 5, 25]);
        var isPacked = quantities is not QuantitiesDefinition.Range && dice.Chance(30);
        var sold = isPacked ? packs.Values : (quantities as QuantitiesDefinition.List)?.Values;
        return new()
        {
            Name = _shop.Text(dice),
            Description = dice.Maybe(30, () => _shop.Text(dice)),
            Image = dice.Maybe(30, () => $"/images/{id}.svg"),
            Category = id == Main ? Category : dice.Maybe(60, () => dice.One([Category, "extras"])),
            Tags = id == Main ? [Tag] : dice.Some([Tag, "gift"], 0, 2),
            Tax = _shop.TaxCategories.Count > 0 ? dice.Maybe(40, () => dice.One(_shop.TaxCategories)) : null,
            Quantities = quantities,
            Price =
                isPacked ? Packs(dice, packs.Values)
                : id != Main && dice.Chance(20)
                    ? Percentage(
                        dice,
                        dice.One<PercentageBase>([new PercentageBase.OtherLines(), new PercentageBase.Line(Main)])
                    )
                : PerPiece(dice, quantities is QuantitiesDefinition.Range range ? range.Min : sold?[0] ?? 1),
            Options = Options(dice, sold),
            Multipliable = dice.Chance(85),
            Shipped = dice.Chance(80),
            Personalised = dice.Some(_inputs, 0, 1),
        };
    }

    private static QuantitiesDefinition? Quantities(Dice dice) =>
        dice.Between(0, 3) switch
        {
            0 => new QuantitiesDefinition.List([100, 250, 500]),
            1 => new QuantitiesDefinition.List([dice.Between(1, 5)]),
            2 => new QuantitiesDefinition.Range(dice.Between(1, 3) * 5, 50, 5),
            _ => null,
        };

    private IReadOnlyDictionary<string, OptionDefinition> Options(Dice dice, IReadOnlyList<int>? sold)
    {
        var names = dice.Some(OptionNames, 0, 2);
        var choices = names.ToDictionary(
            name => name,
            _ => dice.Some(ChoiceNames[1..], 1, 3).Prepend(ChoiceNames[0]).ToArray()
        );
        return RandomShop.Entries(
            names,
            name => new OptionDefinition
            {
                Name = _shop.Text(dice),
                Default = ChoiceNames[0],
                Choices = RandomShop.Entries(
                    choices[name],
                    choice => new ChoiceDefinition
                    {
                        Name = _shop.Text(dice),
                        Price = dice.Chance(60) ? Surcharge(dice, sold) : null,
                        // Only what is no default requires something, so that all defaults go together.
                        Requires = RandomShop.Entries(
                            choice == ChoiceNames[0] || !dice.Chance(30) ? [] : names.Where(other => other != name),
                            other => new ChoiceIds(dice.Some(choices[other], 1, 2))
                        ),
                    }
                ),
            }
        );
    }

    /// <param name="sold">Null where that is too much to name.</param>
    private PriceDefinition Surcharge(Dice dice, IReadOnlyList<int>? sold) =>
        dice.Between(0, 3) switch
        {
            0 => Percentage(dice, new PercentageBase.OwnLine()),
            1 when sold is not null => Packs(dice, sold),
            _ => PerPiece(dice, sold?[0] ?? 1),
        };

    /// <param name="least">The least quantity that is sold.</param>
    private PriceDefinition PerPiece(Dice dice, int least) =>
        dice.Between(0, 3) switch
        {
            0 => new PriceDefinition.Flat(_shop.Money(dice)),
            1 => new PriceDefinition.Tiers(Tiers(dice, dice.Between(1, least)), Graduated: false),
            2 => new PriceDefinition.Tiers(Tiers(dice, 1), Graduated: true),
            _ => new PriceDefinition.Each(RandomShop.UnitPrice(dice)),
        };

    private static IReadOnlyList<Tier> Tiers(Dice dice, int from) =>
        [
            .. Enumerable
                .Range(0, dice.Between(1, 3))
                .Select(index => new Tier { From = from + index * 10, Each = RandomShop.UnitPrice(dice) }),
        ];

    private PriceDefinition.ByQuantity Packs(Dice dice, IReadOnlyList<int> quantities) =>
        new(RandomShop.Entries(quantities, _ => _shop.Money(dice)));

    private PriceDefinition.Percentage Percentage(Dice dice, PercentageBase of)
    {
        var (one, other) = (_shop.Money(dice, 20), _shop.Money(dice, 20));
        return new(
            RandomShop.Percent(dice, 40),
            of,
            dice.Chance(50) ? Money.Min(one, other) : null,
            dice.Chance(50) ? Money.Max(one, other) : null
        );
    }
}
