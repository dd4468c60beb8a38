using Funnel.Definitions;

namespace Funnel.Machine.Diagrams;

/// <summary>A condition in plain words, on one line: <c>order.subtotal ≥ 40.00 and paper of cards is silk or soft-touch</c>.</summary>
internal static class ConditionText
{
    public static string Of(Condition condition, Currency currency) =>
        condition switch
        {
            Condition.All { Of: [var only] } => Of(only, currency),
            Condition.Any { Of: [var only] } => Of(only, currency),
            Condition.All all => string.Join(" and ", all.Of.Select(part => Part(part, currency))),
            Condition.Any any => string.Join(" or ", any.Of.Select(part => Part(part, currency))),
            Condition.Not { Of: Condition.Leaf leaf } => Leaf(leaf, currency, negated: true),
            Condition.Not not => $"not ({Of(not.Of, currency)})",
            Condition.Leaf leaf => Leaf(leaf, currency, negated: false),
            _ => throw new InvalidOperationException($"A condition of an unknown form: {condition.GetType()}."),
        };

    /// <summary>One of several that are joined: in brackets where a reader could take its words for the joining ones.</summary>
    private static string Part(Condition condition, Currency currency)
    {
        var joins = condition switch
        {
            Condition.All { Of.Count: > 1 } or Condition.Any { Of.Count: > 1 } => true,
            Condition.Leaf { Operands.Count: > 1, Test: not Test.Season } => true,
            Condition.Not { Of: Condition.Leaf { Operands.Count: > 1, Test: not Test.Season } } => true,
            _ => false,
        };
        return joins ? $"({Of(condition, currency)})" : Of(condition, currency);
    }

    private static string Leaf(Condition.Leaf leaf, Currency currency, bool negated)
    {
        var fact = Fact.Parse(leaf.Fact);
        var name = NameOf(fact, leaf.Fact);
        var operands = leaf.Operands.Select(operand => Operand(operand, fact.Type, currency)).ToArray();
        var exists = leaf is { Test: Test.Exists, Operands: [Value.Flag { Content: var wanted }] } && wanted;
        return leaf.Test switch
        {
            Test.Is or Test.In => $"{name} {(negated ? "is not" : "is")} {AnyOf(operands)}",
            Test.IsNot or Test.NotIn => $"{name} {(negated ? "is" : "is not")} {AnyOf(operands)}",
            Test.Contains => $"{name} {(negated ? "does not contain" : "contains")} {operands[0]}",
            Test.Season => $"{name} is {(negated ? "not " : "")}from {operands[0]} to {operands[1]}",
            Test.Exists => $"{name} is {(exists == negated ? "not " : "")}there",
            // The opposite of an order is not the opposite order: where the fact is absent, neither holds.
            _ when negated => $"not ({name} {SignOf(leaf.Test)} {operands[0]})",
            _ => $"{name} {SignOf(leaf.Test)} {operands[0]}",
        };
    }

    private static string NameOf(Fact fact, string written) =>
        fact switch
        {
            Fact.Line { Name: var line } => line,
            Fact.LineQuantity { Name: var line } => $"quantity of {line}",
            Fact.LineAmount { Name: var line, Sum: LineSum.List } => $"list of {line}",
            Fact.LineAmount { Name: var line } => $"net of {line}",
            Fact.LineProduct { Name: var line } => $"product of {line}",
            Fact.LineOption { Name: var line, Option: var option } => $"{option} of {line}",
            _ => written,
        };

    private static string SignOf(Test test) =>
        test switch
        {
            Test.AtLeast => "≥",
            Test.AtMost => "≤",
            Test.MoreThan => ">",
            Test.LessThan => "<",
            _ => throw new InvalidOperationException($"{test} is no order."),
        };

    private static string AnyOf(string[] operands) =>
        operands.Length == 1 ? operands[0] : $"{string.Join(", ", operands[..^1])} or {operands[^1]}";

    private static string Operand(Value operand, FactType type, Currency currency) =>
        (operand, type) switch
        {
            (Value.Number { Content: var amount }, FactType.Money) => Money
                .FromMajor(amount, currency, Rounding.HalfUp)
                .ToText(currency),
            (Value.Number number, FactType.Percent) => $"{number} %",
            // Words that a reader could take for the sentence's own are quoted.
            (Value.Text { Content: var text }, _) => text.Length > 0 && text.All(IsOfAWord) ? text : $"\"{text}\"",
            _ => operand.ToString()!,
        };

    private static bool IsOfAWord(char character) =>
        char.IsLetterOrDigit(character) || character is '-' or '.' or ':' or '_';
}
