using System.Globalization;
using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>What must hold wherever an offer is shown: the leaves of its conditions with no <c>any</c> or <c>not</c> around them.</summary>
internal sealed class Requirements
{
    private readonly IReadOnlyList<Condition.Leaf> _leaves;

    public Requirements(LintSubject subject, OfferSite offer)
    {
        var step = subject.StepOf(offer).Step;
        _leaves = [.. Leaves(step.When), .. Leaves(step.OffersWhen), .. Leaves(offer.Offer.When)];
    }

    /// <summary>The least that a number can be; null where nothing says.</summary>
    public decimal? Least(string fact) => Least(written => written == fact);

    /// <summary>The most that a number can be; null where nothing says.</summary>
    public decimal? Most(string fact) =>
        Numbers(written => written == fact, test => test is Test.AtMost or Test.LessThan or Test.Is).Min();

    /// <summary>The least that the order can come to, in major units, as its sums and those of its lines are asked; null where none is.</summary>
    public decimal? LeastSum => Least(written => Fact.Parse(written) is Fact.OrderAmount or Fact.LineAmount);

    /// <summary>Whether a fact can be this id.</summary>
    public bool Allow(string fact, string id) =>
        _leaves
            .Where(leaf => leaf.Fact == fact)
            .All(leaf =>
                leaf.Test switch
                {
                    Test.Is or Test.In => Names(leaf, id),
                    Test.IsNot or Test.NotIn => !Names(leaf, id),
                    _ => true,
                }
            );

    /// <summary>The leaves of a condition that must hold for it to hold.</summary>
    public static IEnumerable<Condition.Leaf> Leaves(Condition? condition) =>
        condition switch
        {
            Condition.Leaf leaf => [leaf],
            Condition.All all => all.Of.SelectMany(Leaves),
            _ => [],
        };

    private static bool Names(Condition.Leaf leaf, string id) =>
        leaf.Operands.OfType<Value.Text>().Any(operand => operand.Content == id);

    private decimal? Least(Func<string, bool> fact) =>
        Numbers(fact, test => test is Test.AtLeast or Test.MoreThan or Test.Is).Max();

    private IEnumerable<decimal?> Numbers(Func<string, bool> fact, Func<Test, bool> test) =>
        _leaves.Where(leaf => test(leaf.Test) && fact(leaf.Fact)).Select(leaf => (decimal?)NumberOf(leaf.Operands[0]));

    /// <summary>Money is written as text or as a number.</summary>
    private static decimal NumberOf(Value operand) =>
        operand is Value.Number number
            ? number.Content
            : decimal.Parse(operand.ToString()!, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
