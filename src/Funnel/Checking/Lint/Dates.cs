using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>What a condition asks of the calendar and the clock.</summary>
internal static class Dates
{
    /// <summary>Whether a date decides.</summary>
    public static bool Decide(Condition? condition) => Any(condition, (leaf, _) => leaf.Fact is "date");

    /// <summary>Whether there comes a moment that ends it: a last day, a season's, another day of the week, an hour.</summary>
    public static bool End(Condition? condition) =>
        Any(
            condition,
            (leaf, isDenied) =>
                leaf.Fact switch
                {
                    "weekday" or "time" => true,
                    "date" => leaf.Test switch
                    {
                        Test.Season => true,
                        Test.AtMost or Test.LessThan or Test.Is or Test.In => !isDenied,
                        Test.AtLeast or Test.MoreThan or Test.IsNot or Test.NotIn => isDenied,
                        _ => false,
                    },
                    _ => false,
                }
        );

    /// <param name="test">Is also told whether a <c>not</c> turns the leaf round.</param>
    private static bool Any(Condition? condition, Func<Condition.Leaf, bool, bool> test, bool isDenied = false) =>
        condition switch
        {
            Condition.Leaf leaf => test(leaf, isDenied),
            Condition.Not not => Any(not.Of, test, !isDenied),
            Condition.All all => all.Of.Any(part => Any(part, test, isDenied)),
            Condition.Any any => any.Of.Any(part => Any(part, test, isDenied)),
            _ => false,
        };
}
