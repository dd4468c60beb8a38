using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

/// <summary>Random conditions about what there can be at one step.</summary>
/// <param name="lines">The lines that steps before may add.</param>
/// <param name="offers">The offers of steps before, as <c>step/offer</c>.</param>
/// <param name="inputs">The types of the inputs that the start or a form asks.</param>
internal sealed class RandomConditions(
    RandomShop shop,
    RandomCatalogue catalogue,
    RandomLines lines,
    IReadOnlyList<string> offers,
    IReadOnlyList<FieldType> inputs
)
{
    private static readonly Test[] Equality = [Test.Is, Test.IsNot, Test.In, Test.NotIn];
    private static readonly Test[] Ordering = [Test.AtLeast, Test.AtMost, Test.MoreThan, Test.LessThan];
    private static readonly string[] Days = ["mon", "wed", "sat", "sun"];
    private static readonly string[] Times = ["00:00", "09:30", "14:30", "23:59"];
    private static readonly string[] Dates = ["2026-01-01", "2026-06-15", "2028-02-29"];
    private static readonly string[] YearDays = ["01-01", "02-29", "06-15", "12-31"];

    public Condition? Maybe(Dice dice, int percent, bool ofOffer = false) =>
        dice.Maybe(percent, () => Any(dice, ofOffer));

    public Condition Any(Dice dice, bool ofOffer = false, int depth = 2) =>
        (depth == 0 ? 0 : dice.Between(0, 5)) switch
        {
            1 => new Condition.All(Several(dice, ofOffer, depth - 1)),
            2 => new Condition.Any(Several(dice, ofOffer, depth - 1)),
            3 => new Condition.Not(Any(dice, ofOffer, depth - 1)),
            _ => Leaf(dice, ofOffer),
        };

    private Condition[] Several(Dice dice, bool ofOffer, int depth) =>
        [.. Enumerable.Range(0, dice.Between(1, 3)).Select(_ => Any(dice, ofOffer, depth))];

    private Condition.Leaf Leaf(Dice dice, bool ofOffer) =>
        dice.Between(0, 5) switch
        {
            0 when ofOffer => dice.Chance(50)
                ? Compare(dice, "offer.price", () => Amount(dice))
                : Compare(dice, "offer.share", () => new Value.Number(dice.Between(0, 150))),
            1 when lines.Any => OfLine(dice),
            2 when inputs.Count > 0 => OfInput(dice),
            3 => OfMoment(dice),
            4 => OfShopper(dice),
            _ => OfOrder(dice),
        };

    private Condition.Leaf OfOrder(Dice dice) =>
        dice.Between(0, 5) switch
        {
            0 => Compare(dice, dice.One(["order.lines", "order.accepted", "order.declined"]), () => Count(dice, 4)),
            1 => Contains("order.products", dice.One(catalogue.Ids)),
            2 => Contains("order.categories", RandomCatalogue.Category),
            3 => Contains("order.tags", RandomCatalogue.Tag),
            4 when offers.Count > 0 => Contains("order.offers", dice.One(offers)),
            _ => Compare(dice, dice.One(["order.subtotal", "order.list", "order.total"]), () => Amount(dice)),
        };

    private Condition.Leaf OfLine(Dice dice)
    {
        var line = dice.One(lines.Names);
        var product = dice.One(lines.ProductsOf(line));
        return dice.Between(0, 4) switch
        {
            0 => Exists(dice, $"line.{line}"),
            1 => Compare(dice, $"line.{line}.quantity", () => Count(dice, 500)),
            2 => Compare(dice, dice.One([$"line.{line}.list", $"line.{line}.net"]), () => Amount(dice)),
            3
                when catalogue.Products[product].Options is { Count: > 0 } options
                    && dice.One([.. options]) is var (id, option) => Equal(
                dice,
                $"line.{line}.option.{id}",
                () => new Value.Text(dice.One([.. option.Choices.Keys]))
            ),
            _ => Equal(dice, $"line.{line}.product", () => new Value.Text(dice.One(catalogue.Ids))),
        };
    }

    private Condition.Leaf OfInput(Dice dice)
    {
        var type = dice.One(inputs);
        var fact = $"input.{RandomInputs.NameOf(type)}";
        return dice.Chance(20) ? Exists(dice, fact)
            : type is FieldType.Number or FieldType.Date ? Compare(dice, fact, () => RandomInputs.ValueOf(dice, type))
            : Equal(dice, fact, () => RandomInputs.ValueOf(dice, type));
    }

    private static Condition.Leaf OfMoment(Dice dice) =>
        dice.Between(0, 3) switch
        {
            0 => new("date", Test.Season, [new Value.Text(dice.One(YearDays)), new Value.Text(dice.One(YearDays))]),
            1 => Compare(dice, "date", () => new Value.Text(dice.One(Dates))),
            2 => Compare(dice, "time", () => new Value.Text(dice.One(Times))),
            _ => Equal(dice, "weekday", () => new Value.Text(dice.One(Days))),
        };

    private static Condition.Leaf OfShopper(Dice dice) =>
        dice.Between(0, 4) switch
        {
            0 => Contains("customer.segments", "gold"),
            1 => new("customer.satisfaction", dice.One(Ordering), [new Value.Number(dice.Between(0, 100) / 10m)]),
            2 => Equal(dice, "customer.loyal", () => new Value.Flag(dice.Chance(50))),
            3 => Exists(dice, "customer.segment"),
            _ => Equal(
                dice,
                dice.One(["context.country", "context.locale", "context.channel"]),
                () => new Value.Text(dice.One(["NL", "nl", "shop"]))
            ),
        };

    private Value Amount(Dice dice)
    {
        var amount = shop.Money(dice);
        return dice.Chance(70)
            ? new Value.Text(amount.ToText(shop.Currency))
            : new Value.Number(amount.ToMajor(shop.Currency));
    }

    private static Value.Number Count(Dice dice, int most) => new(dice.Between(0, most));

    private static Condition.Leaf Exists(Dice dice, string fact) =>
        new(fact, Test.Exists, [new Value.Flag(dice.Chance(70))]);

    private static Condition.Leaf Contains(string fact, string id) => new(fact, Test.Contains, [new Value.Text(id)]);

    private static Condition.Leaf Compare(Dice dice, string fact, Func<Value> operand) =>
        dice.Chance(70) ? new(fact, dice.One(Ordering), [operand()]) : Equal(dice, fact, operand);

    private static Condition.Leaf Equal(Dice dice, string fact, Func<Value> operand)
    {
        var test = dice.One(Equality);
        return new(fact, test, test is Test.In or Test.NotIn && dice.Chance(60) ? [operand(), operand()] : [operand()]);
    }
}
