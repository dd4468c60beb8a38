using FsCheck.Fluent;
using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

/// <summary>Properties of random funnels say little unless everything that a funnel can say occurs among them.</summary>
public sealed class GeneratedFunnelTests
{
    private static readonly IReadOnlyList<FunnelDefinition> Funnels =
    [
        .. Enumerable
            .Range(0, 400)
            .Select(seed => new GeneratedFunnel(seed, seed % GeneratedFunnel.MostSteps + 1).Definition),
    ];

    private static IEnumerable<StepDefinition> Steps => Funnels.SelectMany(funnel => funnel.Steps);

    private static IEnumerable<OfferDefinition> Offers => Steps.SelectMany(step => step.Offers ?? []);

    private static IEnumerable<ProductDefinition> Products => Funnels.SelectMany(funnel => funnel.Products.Values);

    private static IEnumerable<ChoiceDefinition> Choices =>
        Products.SelectMany(product => product.Options.Values).SelectMany(option => option.Choices.Values);

    [Fact]
    public void Every_kind_of_step_occurs() =>
        Assert.Equal(Enum.GetValues<StepKind>(), Steps.Select(step => step.Kind).Distinct().Order());

    [Fact]
    public void Currencies_with_none_two_and_three_decimals_occur() =>
        Assert.Equal([0, 2, 3], Funnels.Select(funnel => funnel.Currency.Decimals).Distinct().Order());

    [Fact]
    public void Every_form_of_price_occurs()
    {
        var prices = Products
            .Select(product => product.Price)
            .Concat(Choices.Select(choice => choice.Price))
            .OfType<PriceDefinition>()
            .ToList();

        Assert.Equal(5, prices.Select(price => price.GetType()).Distinct().Count());
        Assert.Equal(
            3,
            prices.OfType<PriceDefinition.Percentage>().Select(price => price.Of.GetType()).Distinct().Count()
        );
        Assert.Equal(2, prices.OfType<PriceDefinition.Tiers>().Select(price => price.Graduated).Distinct().Count());
    }

    [Fact]
    public void Every_effect_occurs()
    {
        Assert.Contains(Offers, offer => offer.Swap is not null);
        Assert.Contains(Offers, offer => offer.Set.Count > 1);
        Assert.Contains(Offers, offer => offer.Add.Count > 1);
        Assert.Contains(Offers, offer => offer.Price is { Flat: not null });
        Assert.Contains(Offers, offer => offer.Multiply is not null);
        Assert.Contains(Offers, offer => offer.Ship is not null);
        Assert.Equal(4, Offers.Select(offer => offer.Discount?.On.GetType()).OfType<Type>().Distinct().Count());
        Assert.Contains(Offers, offer => offer.Set.Any(set => set.Quantity is { Fixed: null }));
        Assert.Contains(Offers, offer => offer.Add.Any(add => add.Options.Values.Any(choice => choice.Fixed is null)));
        Assert.Contains(Offers, offer => offer.Add.Any(add => add.For is not null));
    }

    [Fact]
    public void Every_test_of_a_condition_occurs() =>
        Assert.Equal(
            Enum.GetValues<Test>(),
            Steps
                .SelectMany(step =>
                    Leaves(step.When).Concat((step.Offers ?? []).SelectMany(offer => Leaves(offer.When)))
                )
                .Select(leaf => leaf.Test)
                .Distinct()
                .Order()
        );

    [Fact]
    public void Tax_and_shipping_occur_and_are_left_out()
    {
        Assert.Equal([null, false, true], Funnels.Select(funnel => funnel.Tax?.Included).Distinct().Order());
        Assert.Contains(Funnels, funnel => funnel.Shipping is null);
        Assert.Contains(Funnels, funnel => funnel.Shipping is { Methods.Count: > 1 });
    }

    [Fact]
    public void Steps_branch_and_choices_require_others()
    {
        Assert.Contains(Steps, step => step.Next is { Cases.Count: > 1 });
        Assert.Contains(Steps, step => step.OnDecline is not null && step.OnAccept is not null);
        Assert.Contains(Steps, step => step.SelectionDiscounts.Count > 1);
        Assert.Contains(Choices, choice => choice.Requires.Count > 0);
    }

    [Fact]
    public void The_same_seed_is_the_same_funnel() =>
        Property.Holds(
            GeneratedFunnel.Arbitrary,
            funnel =>
                Assert.Equal(
                    DefinitionWriter.Write(funnel.Definition),
                    DefinitionWriter.Write(new GeneratedFunnel(funnel.Seed, funnel.Steps).Definition)
                ),
            times: 20
        );

    private static IEnumerable<Condition.Leaf> Leaves(Condition? condition) =>
        condition switch
        {
            Condition.Leaf leaf => [leaf],
            Condition.Not not => Leaves(not.Of),
            Condition.All all => all.Of.SelectMany(Leaves),
            Condition.Any any => any.Of.SelectMany(Leaves),
            _ => [],
        };
}
