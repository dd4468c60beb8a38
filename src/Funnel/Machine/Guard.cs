using Funnel.Definitions;

namespace Funnel.Machine;

/// <summary>A condition compiled. Judging it allocates nothing.</summary>
internal abstract class Guard
{
    public abstract bool Holds(in Facts facts);

    /// <summary>Whether the answer depends on what an offer would cost.</summary>
    public virtual bool AsksOfferPrice => false;
}

internal sealed class AllGuard(Guard[] guards) : Guard
{
    public override bool AsksOfferPrice { get; } = Array.Exists(guards, guard => guard.AsksOfferPrice);

    public override bool Holds(in Facts facts)
    {
        foreach (var guard in guards)
        {
            if (!guard.Holds(facts))
            {
                return false;
            }
        }

        return true;
    }
}

internal sealed class AnyGuard(Guard[] guards) : Guard
{
    public override bool AsksOfferPrice { get; } = Array.Exists(guards, guard => guard.AsksOfferPrice);

    public override bool Holds(in Facts facts)
    {
        foreach (var guard in guards)
        {
            if (guard.Holds(facts))
            {
                return true;
            }
        }

        return false;
    }
}

internal sealed class NotGuard(Guard guard) : Guard
{
    public override bool AsksOfferPrice => guard.AsksOfferPrice;

    public override bool Holds(in Facts facts) => !guard.Holds(facts);
}

/// <summary>One fact held against operands: how, and what comes out where the fact is absent.</summary>
/// <typeparam name="T">What the fact is.</typeparam>
internal abstract class LeafGuard<T>(Test test, T[] operands) : Guard
    where T : notnull
{
    public sealed override bool Holds(in Facts facts)
    {
        var present = TryAsk(facts, out var fact);
        return test switch
        {
            Test.Exists => present == ExistsExpected,
            Test.IsNot or Test.NotIn => !present || !IsAmong(fact!),
            _ => present && Passes(fact!),
        };
    }

    /// <summary>Of an <c>exists</c>, what it wants.</summary>
    public bool ExistsExpected { private get; init; }

    /// <summary>Reads the fact; false where it is absent or, at run time, of another type.</summary>
    protected abstract bool TryAsk(in Facts facts, out T? fact);

    protected abstract int Compare(T fact, T operand);

    private bool Passes(T fact) =>
        test switch
        {
            Test.Is or Test.In => IsAmong(fact),
            Test.AtLeast => Compare(fact, operands[0]) >= 0,
            Test.AtMost => Compare(fact, operands[0]) <= 0,
            Test.MoreThan => Compare(fact, operands[0]) > 0,
            Test.LessThan => Compare(fact, operands[0]) < 0,
            _ => throw new InvalidOperationException($"{test} is no test of a {typeof(T).Name}."),
        };

    private bool IsAmong(T fact)
    {
        foreach (var operand in operands)
        {
            if (Compare(fact, operand) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
