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
    public required string Fact { get; init; }

    public Value? Is { get; init; }

    public Value? IsNot { get; init; }

    [AtLeastOne]
    public IReadOnlyList<Value>? In { get; init; }

    [AtLeastOne]
    public IReadOnlyList<Value>? NotIn { get; init; }

    public Value? AtLeast { get; init; }

    public Value? AtMost { get; init; }

    public Value? MoreThan { get; init; }

    public Value? LessThan { get; init; }

    public Value? Contains { get; init; }

    public bool? Exists { get; init; }

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
    [MonthDay]
    public required string From { get; init; }

    [MonthDay]
    public required string To { get; init; }
}
