using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

/// <summary>
/// Random funnels that are right in every respect: all that they name exists, and every walk of them ends. The same seed is
/// the same funnel.
/// </summary>
/// <param name="Steps">How many steps it has, 1 to <see cref="MostSteps"/>.</param>
public sealed record GeneratedFunnel(int Seed, int Steps)
{
    public const int MostSteps = 8;

    /// <summary>Shrinks to fewer steps; those that remain say the same but for where they lead.</summary>
    public static Arbitrary<GeneratedFunnel> Arbitrary { get; } =
        Arb.From(
            from seed in Gen.Choose(0, int.MaxValue)
            from steps in Gen.Choose(1, MostSteps)
            select new GeneratedFunnel(seed, steps),
            funnel => Enumerable.Range(1, funnel.Steps - 1).Select(steps => new GeneratedFunnel(funnel.Seed, steps))
        );

    public FunnelDefinition Definition => field ??= Generate();

    /// <summary>For a failed test: the whole funnel, and how to have it again.</summary>
    public override string ToString() =>
        $"new GeneratedFunnel({Seed}, {Steps}): {Encoding.UTF8.GetString(DefinitionWriter.Write(Definition))}";

    private FunnelDefinition Generate()
    {
        var shop = new RandomShop(Seed);
        var dice = Dice.For(Seed, "funnel");
        var inputs = RandomInputs.OfStart(shop);
        var catalogue = new RandomCatalogue(shop, [.. inputs.Keys]);
        return new()
        {
            Schema = dice.Maybe(30, () => "./funnel.schema.json"),
            Id = dice.One(["shop", "print-shop-2", "0"]),
            Name = shop.Text(dice),
            Currency = shop.Currency,
            Locales = shop.Locales,
            TimeZone = dice.One(["UTC", "Europe/Amsterdam", "America/New_York", "Asia/Kathmandu"]),
            Rounding = shop.Rounding,
            ExpiresAfter = TimeSpan.FromSeconds(dice.One([1, 90, 3_600, 604_800, 1_000_000])),
            AbandonedAfter = TimeSpan.FromMinutes(dice.One([1, 60, 1_440])),
            Tax = shop.Tax(),
            Shipping = shop.Shipping(),
            Inputs = inputs,
            Products = catalogue.Products,
            Steps = new RandomSteps(shop, catalogue, [.. inputs.Values.Select(input => input.Type)], Steps).Steps(),
            Lint = RandomShop.Entries(
                dice.Some(["FNL105", "FNL150"], 0, 2),
                _ => new LintDefinition { Level = dice.One(Enum.GetValues<LintLevel>()), Because = "It is meant so." }
            ),
        };
    }
}
