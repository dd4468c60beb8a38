using System.ComponentModel;

namespace Funnel.Definitions.Notations;

/// <summary>A leaf of a condition as it is written: a fact, and one test as a property of its own.</summary>
[ExactlyOneOf(
    nameof(Is),
    nameof(IsNot),
    nameof(In),
    nameof(NotIn),
    nameof(AtLeast),
    nameof(AtMost),
    nameof(MoreThan),
    nameof(LessThan),
    nameof(Contains),
    nameof(Exists),
    nameof(Season)
)]
internal sealed record LeafForm
{
    [Description(
        "What is asked: of the order, of one of its lines, of the offer, what was filled in, what is "
            + "known of the shopper, or when it is."
    )]
    [Examples(
        "order.subtotal",
        "order.list",
        "order.total",
        "order.lines",
        "order.accepted",
        "order.declined",
        "order.products",
        "order.categories",
        "order.tags",
        "order.offers",
        "line.cards",
        "line.cards.quantity",
        "line.cards.list",
        "line.cards.net",
        "line.cards.product",
        "line.cards.option.paper",
        "offer.price",
        "offer.share",
        "input.company",
        "customer.segment",
        "context.locale",
        "context.country",
        "context.channel",
        "context.device",
        "context.referrer",
        "date",
        "weekday",
        "time"
    )]
    public required string Fact { get; init; }

    [Description("The fact equals this.")]
    [Examples("silk", true)]
    public Value? Is { get; init; }

    [Description("The fact does not equal this, or is not there.")]
    [Examples("silk")]
    public Value? IsNot { get; init; }

    [Description("The fact is one of these.")]
    [Examples("""["NL", "BE"]""")]
    [AtLeastOne]
    public IReadOnlyList<Value>? In { get; init; }

    [Description("The fact is none of these, or is not there.")]
    [Examples("""["NL", "BE"]""")]
    [AtLeastOne]
    public IReadOnlyList<Value>? NotIn { get; init; }

    [Description(
        "The fact is this or more: \"40.00\" for an amount, 3 for a count, \"2026-12-01\" for a date, "
            + "\"14:30\" for a time."
    )]
    [Examples("40.00", 3, "2026-12-01")]
    public Value? AtLeast { get; init; }

    [Description("The fact is this or less.")]
    [Examples("40.00", 25)]
    public Value? AtMost { get; init; }

    [Description("The fact is more than this.")]
    [Examples("40.00", 3)]
    public Value? MoreThan { get; init; }

    [Description("The fact is less than this.")]
    [Examples("40.00", "18:00")]
    public Value? LessThan { get; init; }

    [Description("The fact is a set or list with this in it.")]
    [Examples("mug")]
    public Value? Contains { get; init; }

    [Description("Whether the fact is there: true or false.")]
    [Examples(true)]
    public bool? Exists { get; init; }

    [Description("The date lies between two days of any year, both included, over new year too.")]
    [Examples("""{ "from": "11-01", "to": "12-31" }""")]
    public SeasonForm? Season { get; init; }

    /// <summary>Null where the fact or its test is not there.</summary>
    public Condition.Leaf? ToLeaf() =>
        this switch
        {
            { Fact: "" } => null,
            { Is: { } operand } => new(Fact, Test.Is, [operand]),
            { IsNot: { } operand } => new(Fact, Test.IsNot, [operand]),
            { In: { } operands } => new(Fact, Test.In, operands),
            { NotIn: { } operands } => new(Fact, Test.NotIn, operands),
            { AtLeast: { } operand } => new(Fact, Test.AtLeast, [operand]),
            { AtMost: { } operand } => new(Fact, Test.AtMost, [operand]),
            { MoreThan: { } operand } => new(Fact, Test.MoreThan, [operand]),
            { LessThan: { } operand } => new(Fact, Test.LessThan, [operand]),
            { Contains: { } operand } => new(Fact, Test.Contains, [operand]),
            { Exists: { } flag } => new(Fact, Test.Exists, [new Value.Flag(flag)]),
            { Season: { } season } => new(Fact, Test.Season, [new Value.Text(season.From), new Value.Text(season.To)]),
            _ => null,
        };

    public static LeafForm Of(Condition.Leaf leaf) =>
        (leaf.Test, leaf.Operands) switch
        {
            (Test.Is, [var operand]) => new() { Fact = leaf.Fact, Is = operand },
            (Test.IsNot, [var operand]) => new() { Fact = leaf.Fact, IsNot = operand },
            (Test.In, var operands) => new() { Fact = leaf.Fact, In = operands },
            (Test.NotIn, var operands) => new() { Fact = leaf.Fact, NotIn = operands },
            (Test.AtLeast, [var operand]) => new() { Fact = leaf.Fact, AtLeast = operand },
            (Test.AtMost, [var operand]) => new() { Fact = leaf.Fact, AtMost = operand },
            (Test.MoreThan, [var operand]) => new() { Fact = leaf.Fact, MoreThan = operand },
            (Test.LessThan, [var operand]) => new() { Fact = leaf.Fact, LessThan = operand },
            (Test.Contains, [var operand]) => new() { Fact = leaf.Fact, Contains = operand },
            (Test.Exists, [Value.Flag flag]) => new() { Fact = leaf.Fact, Exists = flag.Content },
            (Test.Season, [Value.Text from, Value.Text to]) => new()
            {
                Fact = leaf.Fact,
                Season = new() { From = from.Content, To = to.Content },
            },
            _ => throw new InvalidOperationException(
                $"The test {leaf.Test} does not take {leaf.Operands.Count} operands."
            ),
        };
}

/// <summary>Days of the year, both included; over new year where the first comes after the last.</summary>
internal sealed record SeasonForm
{
    [Description("The first day: month and day.")]
    [Examples("11-01")]
    [MonthDay]
    public required string From { get; init; }

    [Description("The last day: month and day.")]
    [Examples("12-31")]
    [MonthDay]
    public required string To { get; init; }
}
