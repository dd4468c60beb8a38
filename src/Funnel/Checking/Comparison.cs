using System.Globalization;
using Funnel.Definitions;
using Funnel.Definitions.Notations;

namespace Funnel.Checking;

/// <summary>Which tests fit a fact of some type, and what it can be held against.</summary>
internal static class Comparison
{
    private static readonly Test[] Equality = [Test.Is, Test.IsNot, Test.In, Test.NotIn];
    private static readonly Test[] Ordering = [Test.AtLeast, Test.AtMost, Test.MoreThan, Test.LessThan];

    /// <summary>
    /// The types that a fact has: more than one where inputs of the same name differ, none where there is no such input or its
    /// type could not be read.
    /// </summary>
    public static IReadOnlyList<FactType> TypesOf(Subject subject, Fact fact)
    {
        if (fact is not Fact.Input input)
        {
            return [fact.Type];
        }

        var declared = subject.Inputs.Where(site => site.Name == input.Name).ToList();
        return declared.Any(site => subject.File.IsMissing($"{site.Pointer}/type"))
            ? []
            : [.. declared.Select(site => Fact.TypeOf(site.Input.Type)).Distinct()];
    }

    public static bool Fits(Subject subject, Fact fact, Test test) =>
        TypesOf(subject, fact).Any(type => TestsOf(fact, type).Contains(test));

    /// <param name="type">One of the fact's types.</param>
    public static IReadOnlyList<Test> TestsOf(Fact fact, FactType type) =>
        type switch
        {
            FactType.Presence => [Test.Exists],
            FactType.Set => [Test.Contains, Test.Exists],
            FactType.Id or FactType.Text or FactType.Flag or FactType.Weekday => [.. Equality, Test.Exists],
            FactType.Date when fact is Fact.Date => [.. Equality, .. Ordering, Test.Season, Test.Exists],
            FactType.Customer => [.. Equality, .. Ordering, Test.Contains, Test.Exists],
            _ => [.. Equality, .. Ordering, Test.Exists],
        };

    /// <summary>What the operand should be, where it is something else; null where it fits.</summary>
    public static string? Misfit(FactType type, Test test, Value operand, Currency currency) =>
        (test, type) switch
        {
            (Test.Exists, _) => operand is Value.Flag ? null : "true or false",
            (Test.Season, _) => IsText(operand, text => CalendarText.TryMonthDay(text, out _))
                ? null
                : "a day of the year such as \"12-31\"",
            (_, FactType.Customer) when Ordering.Contains(test) => operand is Value.Number ? null : "a number",
            (Test.Contains, FactType.Customer) => operand is Value.Text ? null : "a text",
            (_, FactType.Customer) => operand is Value.List ? "one text, one number, true or false" : null,
            (_, FactType.Money) => IsAmount(operand, currency) ? null : Amount(currency),
            (_, FactType.Count or FactType.Quantity) => operand is Value.Number { Content: >= 0 } number
            && decimal.IsInteger(number.Content)
                ? null
                : "a whole number such as 2",
            (_, FactType.Percent or FactType.Number) => operand is Value.Number ? null : "a number such as 12.5",
            (_, FactType.Flag) => operand is Value.Flag ? null : "true or false",
            (_, FactType.Date) => IsText(operand, text => CalendarText.TryDate(text, out _))
                ? null
                : "a date such as \"2026-12-01\"",
            (_, FactType.Time) => IsText(operand, text => CalendarText.TryTime(text, out _))
                ? null
                : "a time such as \"14:30\"",
            (_, FactType.Weekday) => IsText(operand, text => CalendarText.TryWeekday(text, out _))
                ? null
                : $"one of {Quoted.List(CalendarText.Weekdays)}",
            (_, FactType.Id or FactType.Set) => operand is Value.Text ? null : "an id in quotes",
            _ => operand is Value.Text ? null : "a text",
        };

    private static bool IsText(Value operand, Func<string, bool> isRight) =>
        operand is Value.Text text && isRight(text.Content);

    private static bool IsAmount(Value operand, Currency currency) =>
        operand switch
        {
            Value.Text text => MoneyNotation.Instance.TryParse(text.Content, currency, out _, out _),
            // With the decimals that are written, needless zeros included, as everywhere else in the file.
            Value.Number number => MoneyNotation.Instance.TryParse(
                number.Content.ToString(CultureInfo.InvariantCulture),
                currency,
                out _,
                out _
            ),
            _ => false,
        };

    private static string Amount(Currency currency) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"an amount with at most {currency.Decimals} decimals such as \"{Money.FromMajor(40, currency, Rounding.HalfUp).ToText(currency)}\""
        );
}
