using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;

namespace Funnel.Benchmarks.Engine;

/// <summary>
/// Sixty cross-sell steps, each with one or two offers that add a line. An offer's condition asks what it would cost, so
/// that each is priced to be judged: the dearest kind that the format knows.
/// </summary>
internal sealed class LongFunnel
{
    private const int Steps = 60;
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The conditions on the last step's ways out, each of which holds once fifty steps are answered.</summary>
    private static readonly Condition[] Conditions =
    [
        Leaf("order.subtotal", Test.AtLeast, new Value.Text("40.00")),
        new Condition.All([
            Leaf("order.subtotal", Test.AtLeast, new Value.Text("40.00")),
            Leaf("context.country", Test.In, new Value.Text("BE"), new Value.Text("NL")),
            new Condition.Not(Leaf("customer.segment", Test.Is, new Value.Text("reseller"))),
        ]),
        Leaf("line.gadget-50.option.colour", Test.Is, new Value.Text("blue")),
    ];

    private LongFunnel() { }

    public static LongFunnel Instance { get; } = new();

    public FunnelMachine Machine { get; } = FunnelMachine.Compile(Define());

    /// <summary>The moment of every answer.</summary>
    public DateTimeOffset Now { get; } = Start.AddMinutes(5);

    /// <summary>An order whose shopper took the first offer of each step so far.</summary>
    /// <param name="step">The step that is to be answered next, from 1.</param>
    public Order OrderAt(int step)
    {
        var order = Order.Begin(
            Machine,
            new()
            {
                At = Start,
                Locale = "en",
                Country = "NL",
                Customer = new Dictionary<string, Value> { ["segment"] = new Value.Text("business") },
            }
        );
        for (var answered = 1; answered < step; answered++)
        {
            order = order.Answer(StepId(answered), AnswerTo(answered), Now) is Outcome.Changed changed
                ? changed.Order
                : throw new InvalidOperationException($"The answer to step {answered} changed nothing.");
        }

        return order;
    }

    /// <summary>Takes the first offer, in blue.</summary>
    public static Answer AnswerTo(int step) =>
        new Answer.Accept([new($"gadget-{step}", null, new Dictionary<string, string> { ["colour"] = "blue" })]);

    public static string StepId(int step) => $"step-{step}";

    private static FunnelDefinition Define() =>
        new()
        {
            Id = "long",
            Name = new("Gadgets without end"),
            Currency = Currency.TryFind("EUR", out var euro) ? euro : throw new InvalidOperationException(),
            TimeZone = "Europe/Amsterdam",
            Tax = new()
            {
                Included = true,
                Default = "standard",
                Rates = new Dictionary<string, TaxRates>
                {
                    ["standard"] = new(new Dictionary<string, Percent> { ["NL"] = new(21), ["*"] = new(19) }),
                },
            },
            Shipping = new()
            {
                Default = "standard",
                Methods = new Dictionary<string, ShippingMethodDefinition>
                {
                    ["standard"] = new()
                    {
                        Name = new("Post"),
                        Price = new(495),
                        FreeFrom = new(50_00),
                    },
                },
            },
            Products = Enumerable.Range(1, Steps).ToDictionary(n => $"gadget-{n}", Gadget),
            Steps = [.. Enumerable.Range(1, Steps).Select(Step)],
        };

    private static ProductDefinition Gadget(int number) =>
        new()
        {
            Name = new($"Gadget {number}"),
            Category = "gadgets",
            Price = new PriceDefinition.Each(new(4.95m + number % 7)),
            Options = new Dictionary<string, OptionDefinition>
            {
                ["colour"] = new()
                {
                    Name = new("Colour"),
                    Default = "white",
                    Choices = new Dictionary<string, ChoiceDefinition>
                    {
                        ["white"] = new() { Name = new("White") },
                        ["blue"] = new() { Name = new("Blue"), Price = new PriceDefinition.Flat(new(95)) },
                        ["gold"] = new() { Name = new("Gold"), Price = new PriceDefinition.Each(new(1.25m)) },
                    },
                },
                ["size"] = new()
                {
                    Name = new("Size"),
                    Default = "small",
                    Choices = new Dictionary<string, ChoiceDefinition>
                    {
                        ["small"] = new() { Name = new("Small") },
                        ["large"] = new()
                        {
                            Name = new("Large"),
                            Price = new PriceDefinition.Percentage(
                                new(25),
                                new PercentageBase.OwnLine(),
                                AtLeast: new(50),
                                AtMost: null
                            ),
                        },
                    },
                },
            },
        };

    private static StepDefinition Step(int number) =>
        new()
        {
            Id = StepId(number),
            Kind = StepKind.CrossSell,
            Title = new($"Gadget {number}?"),
            When = Leaf("customer.segment", Test.IsNot, new Value.Text("reseller")),
            OffersWhen = Leaf("offer.price", Test.AtMost, new Value.Text("50.00")),
            Offers = number % 2 == 0 ? [Single(number), Pair(number)] : [Single(number)],
            OnAccept = number == Steps ? new([.. Conditions.Select(Leaving), new() { To = Edge.End }]) : null,
        };

    private static EdgeCase Leaving(Condition when) => new() { When = when, To = Edge.End };

    private static OfferDefinition Single(int number) =>
        new()
        {
            Id = $"gadget-{number}",
            When = Leaf("order.subtotal", Test.AtMost, new Value.Text("5000.00")),
            Add =
            [
                new()
                {
                    Product = $"gadget-{number}",
                    Options = new Dictionary<string, ChoiceTerm> { ["colour"] = new(null), ["size"] = new("large") },
                },
            ],
        };

    private static OfferDefinition Pair(int number) =>
        new()
        {
            Id = $"pair-{number}",
            Title = new($"Two of gadget {number}"),
            Add =
            [
                new()
                {
                    Product = $"gadget-{number}",
                    Quantity = new(2),
                    As = $"pair-{number}",
                },
            ],
            Price = new() { PercentOff = new(10) },
        };

    private static Condition.Leaf Leaf(string fact, Test test, params Value[] operands) => new(fact, test, operands);
}
