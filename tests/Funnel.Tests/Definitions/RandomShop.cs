using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

/// <summary>What the parts of one random funnel have in common, and the values that they are made of.</summary>
internal sealed class RandomShop
{
    private static readonly string[] Words =
    [
        "Pens",
        "A “fine” one",
        "für dich",
        "Größe 😀",
        "Back\\slash",
        "two\nlines",
        "<b>&amp;</b>",
    ];

    public RandomShop(int seed)
    {
        Seed = seed;
        var dice = Dice.For(seed, "shop");
        Currency = Find(dice.One(["EUR", "USD", "JPY", "KWD"]));
        Rounding = dice.One([Rounding.HalfUp, Rounding.HalfEven]);
        Locales = dice.One<IReadOnlyList<string>>([
            ["en"],
            ["en", "nl"],
            ["de", "fr-BE", "nl"],
        ]);
        TaxCategories = dice.Chance(70) ? dice.Some(["standard", "reduced", "zero"], 1, 3) : [];
        ShippingMethods = dice.Chance(70) ? dice.Some(["post", "express", "pick-up"], 1, 3) : [];
    }

    public int Seed { get; }

    public Currency Currency { get; }

    public Rounding Rounding { get; }

    public IReadOnlyList<string> Locales { get; }

    /// <summary>Empty where no tax is computed.</summary>
    public IReadOnlyList<string> TaxCategories { get; }

    /// <summary>Empty where nothing is shipped.</summary>
    public IReadOnlyList<string> ShippingMethods { get; }

    public Text Text(Dice dice) =>
        dice.Chance(70)
            ? new(dice.One(Words))
            : new(
                new OrderedDictionary<string, string>(
                    Locales.Select(locale => KeyValuePair.Create(locale, $"{dice.One(Words)} ({locale})"))
                )
            );

    /// <param name="most">In major units of a currency with two decimals.</param>
    public Money Money(Dice dice, int most = 100) =>
        new(dice.Chance(5) ? 0 : dice.Between(1, most * Math.Max(100, Currency.MinorPerMajor)));

    public static UnitPrice UnitPrice(Dice dice) =>
        new(new decimal(dice.Between(0, 20_000), 0, 0, false, (byte)dice.One([0, 1, 2, 2, 3, 6])));

    /// <param name="most">At most 1000.</param>
    public static Percent Percent(Dice dice, int most) =>
        new(dice.Chance(70) ? dice.Between(0, most) : (decimal)dice.Between(0, most * 10_000) / 10_000);

    public TaxDefinition? Tax()
    {
        var dice = Dice.For(Seed, "tax");
        return TaxCategories.Count == 0
            ? null
            : new()
            {
                Included = dice.Chance(50),
                Default = dice.One(TaxCategories),
                Rates = Entries(
                    TaxCategories,
                    _ => new TaxRates(
                        Entries(
                            [.. dice.Some(["NL", "DE", "BE"], 0, 3), TaxDefinition.AnyCountry],
                            _ => Percent(dice, 30)
                        )
                    )
                ),
            };
    }

    public ShippingDefinition? Shipping()
    {
        var dice = Dice.For(Seed, "shipping");
        return ShippingMethods.Count == 0
            ? null
            : new()
            {
                Default = dice.One(ShippingMethods),
                Methods = Entries(
                    ShippingMethods,
                    _ => new ShippingMethodDefinition
                    {
                        Name = Text(dice),
                        Price = Money(dice, 10),
                        FreeFrom = dice.Chance(50) ? Money(dice) : null,
                        Days = dice.Chance(50) ? dice.Between(0, 14) : null,
                    }
                ),
                Tax = TaxCategories.Count > 0 ? dice.Maybe(50, () => dice.One(TaxCategories)) : null,
            };
    }

    public static IReadOnlyDictionary<TKey, T> Entries<TKey, T>(IEnumerable<TKey> keys, Func<TKey, T> value)
        where TKey : notnull =>
        new OrderedDictionary<TKey, T>(keys.Select(key => KeyValuePair.Create(key, value(key))));

    private static Currency Find(string code) =>
        Currency.TryFind(code, out var currency) ? currency : throw new ArgumentException(code, nameof(code));
}
