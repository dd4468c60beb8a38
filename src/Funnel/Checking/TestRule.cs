using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>A leaf's test fits its fact, and what it is held against is of the fact's kind.</summary>
internal static class TestRule
{
    public static IEnumerable<Finding> Find(Subject subject)
    {
        foreach (var site in subject.Leaves)
        {
            if (
                !Fact.TryParse(site.Leaf.Fact, out var fact)
                || Comparison.TypesOf(subject, fact) is not { Count: > 0 } types
            )
            {
                continue;
            }

            var fitting = types.Where(type => Comparison.TestsOf(fact, type).Contains(site.Leaf.Test)).ToList();
            if (fitting.Count == 0)
            {
                var tests = types.SelectMany(type => Comparison.TestsOf(fact, type)).Distinct().Select(LeafSite.NameOf);
                yield return new(
                    CheckCodes.TestDoesNotFit,
                    site.TestPointer,
                    $"{Quoted.Value(LeafSite.NameOf(site.Leaf.Test))} does not fit {Quoted.Value(site.Leaf.Fact)}. Use {Quoted.List(tests)}."
                );
                continue;
            }

            for (var i = 0; i < site.Leaf.Operands.Count; i++)
            {
                var misfits = fitting
                    .Select(type =>
                        Comparison.Misfit(type, site.Leaf.Test, site.Leaf.Operands[i], subject.Funnel.Currency)
                    )
                    .ToList();
                if (!misfits.Contains(null))
                {
                    yield return new(
                        CheckCodes.OperandDoesNotFit,
                        site.OperandPointer(i),
                        $"{Written(site.Leaf.Operands[i])} is not what {Quoted.Value(site.Leaf.Fact)} is held against. "
                            + $"Write {string.Join(" or ", misfits.Distinct())}."
                    );
                }
            }
        }
    }

    private static string Written(Value operand) =>
        operand is Value.Text text ? Quoted.Value(text.Content) : Quoted.Bare(operand.ToString()!);
}
