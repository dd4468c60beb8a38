using System.Globalization;
using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

/// <summary>Random steps. Each leads to the one after it, maybe to others beyond, so that all are reached and every walk ends.</summary>
internal sealed class RandomSteps(
    RandomShop shop,
    RandomCatalogue catalogue,
    IReadOnlyList<FieldType> inputs,
    int count
)
{
    public IReadOnlyList<StepDefinition> Steps()
    {
        var lines = new RandomLines();
        List<StepDefinition> steps = [];
        while (steps.Count < count)
        {
            var step = Step(Dice.For(shop.Seed, "step", steps.Count), steps, lines);
            lines = lines.With(step.Offers ?? []);
            steps.Add(step);
        }

        return steps;
    }

    private StepDefinition Step(Dice dice, List<StepDefinition> before, RandomLines lines)
    {
        var index = before.Count;
        var kind =
            index == 0 ? StepKind.Choose
            : dice.Chance(10) ? StepKind.Choose
            : dice.One([StepKind.Upsell, StepKind.CrossSell, StepKind.CrossSell, StepKind.Form]);
        var conditions = new RandomConditions(
            shop,
            catalogue,
            lines,
            [.. before.SelectMany(step => (step.Offers ?? []).Select(offer => $"{step.Id}/{offer.Id}"))],
            [.. inputs.Concat(before.SelectMany(step => step.Fields ?? []).Select(field => field.Type)).Distinct()]
        );
        var step = new StepDefinition
        {
            Id = IdOf(index),
            Kind = kind,
            Title = shop.Text(dice),
            Description = dice.Maybe(20, () => shop.Text(dice)),
            When = index == 0 ? null : conditions.Maybe(dice, 20),
            Next = Next(dice, conditions, index),
            OnPass = Forward(dice, 10, index),
        };
        return kind is StepKind.Form
            ? step with
            {
                Fields = RandomInputs.OfForm(shop, dice),
            }
            : WithOffers(dice, step, conditions, lines, index);
    }

    private StepDefinition WithOffers(
        Dice dice,
        StepDefinition step,
        RandomConditions conditions,
        RandomLines lines,
        int index
    )
    {
        var random = new RandomOffers(shop, catalogue, conditions, lines);
        var everything = step.Kind is StepKind.Upsell && dice.Chance(25) ? random.Everything(dice, "everything") : null;
        IReadOnlyList<OfferDefinition> offers = everything is not null
            ? [everything]
            :
            [
                .. Enumerable
                    .Range(0, dice.Between(1, 4))
                    .Select(number => random.Offer(dice, step.Kind, $"o{number}")),
            ];
        if (index == 0)
        {
            // A price may be a percentage of this line, and a condition may ask for it.
            offers = [.. offers, new() { Id = "main", Add = [new() { Product = RandomCatalogue.Main }] }];
        }

        var pick = dice.Chance(40) ? Pick(dice, step.Kind, offers.Count) : null;
        var most = pick?.Max ?? Math.Max(pick?.Min ?? 0, step.Kind is StepKind.CrossSell ? offers.Count : 1);
        // Of accepting and being passed by, one still leads to the next step.
        return step with
        {
            OffersWhen = index == 0 ? null : conditions.Maybe(dice, 15, ofOffer: true),
            Pick = pick,
            Offers = offers,
            SelectionDiscounts = offers.Any(offer => offer.Add.Count > 0) && dice.Chance(30) ? Rungs(dice, most) : [],
            OnAccept = step.OnPass is null ? Forward(dice, 20, index) : null,
            OnDecline = step.Kind is StepKind.Choose ? null : Forward(dice, 20, index),
        };
    }

    private static PickDefinition Pick(Dice dice, StepKind kind, int offers)
    {
        var max = dice.Between(1, offers);
        int? min = dice.Chance(50) ? dice.Between(kind is StepKind.Choose ? 1 : 0, max) : null;
        return new() { Min = min, Max = min is null || dice.Chance(50) ? max : null };
    }

    private static IReadOnlyList<SelectionDiscountDefinition> Rungs(Dice dice, int most) =>
        [
            .. dice.Some([.. Enumerable.Range(1, most)], 1, 3)
                .Select(atLeast => new SelectionDiscountDefinition
                {
                    AtLeast = atLeast,
                    PercentOff = RandomShop.Percent(dice, 60),
                }),
        ];

    private Edge? Next(Dice dice, RandomConditions conditions, int index) =>
        dice.Between(0, 4) switch
        {
            0 => new([new() { To = IdOf(index + 1) }]),
            1 => new([
                .. Enumerable
                    .Range(0, dice.Between(1, 2))
                    .Select(_ => new EdgeCase { When = conditions.Any(dice), To = Beyond(dice, index) }),
                new() { To = IdOf(index + 1) },
            ]),
            _ => null,
        };

    private Edge? Forward(Dice dice, int percent, int index) =>
        dice.Maybe(percent, () => new Edge([new() { To = Beyond(dice, index) }]));

    private string Beyond(Dice dice, int index) => IdOf(dice.Between(index + 1, count));

    private string IdOf(int index) =>
        index >= count ? Edge.End : string.Create(CultureInfo.InvariantCulture, $"step-{index}");
}
