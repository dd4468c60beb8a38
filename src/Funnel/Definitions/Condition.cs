namespace Funnel.Definitions;

/// <summary>A guard: when something is offered, shown or taken.</summary>
public abstract record Condition
{
    private Condition() { }

    /// <summary>Every one holds.</summary>
    public sealed record All(IReadOnlyList<Condition> Of) : Condition;

    /// <summary>At least one holds.</summary>
    public sealed record Any(IReadOnlyList<Condition> Of) : Condition;

    /// <summary>It does not hold.</summary>
    public sealed record Not(Condition Of) : Condition;

    /// <summary>One fact and one test.</summary>
    /// <param name="Fact">The fact's name as written: <c>line.cards.option.paper</c>.</param>
    /// <param name="Test">The test.</param>
    /// <param name="Operands">What it is held against: one value, many for <c>in</c> and <c>notIn</c>, from and to for a season.</param>
    public sealed record Leaf(string Fact, Test Test, IReadOnlyList<Value> Operands) : Condition;
}

/// <summary>The tests of a leaf.</summary>
public enum Test
{
    Is,
    IsNot,
    In,
    NotIn,
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
    Contains,
    Exists,
    Season,
}
