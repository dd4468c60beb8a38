using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Machine;

/// <summary>Turns conditions into guards: facts are found and operands read once.</summary>
internal sealed class GuardCompiler
{
    private readonly FunnelDefinition _funnel;
    private readonly LineNames _names;
    private readonly Dictionary<string, int> _offerNumbers;

    public GuardCompiler(FunnelDefinition funnel, LineNames names)
    {
        _funnel = funnel;
        _names = names;
        _offerNumbers = funnel
            .Steps.SelectMany(step => (step.Offers ?? []).Select(offer => $"{step.Id}/{offer.Id}"))
            .Select((id, number) => (id, number))
            .ToDictionary(offer => offer.id, offer => offer.number);
    }

    public Guard? Compile(Condition? condition) => condition is null ? null : CompileOne(condition);

    /// <summary>One guard for all of them; null for none.</summary>
    public Guard? CompileAll(IEnumerable<Condition> conditions) =>
        conditions.Select(CompileOne).ToArray() switch
        {
            [] => null,
            [var only] => only,
            var guards => new AllGuard(guards),
        };

    private Guard CompileOne(Condition condition) =>
        condition switch
        {
            Condition.All all => new AllGuard([.. all.Of.Select(CompileOne)]),
            Condition.Any any => new AnyGuard([.. any.Of.Select(CompileOne)]),
            Condition.Not not => new NotGuard(CompileOne(not.Of)),
            Condition.Leaf leaf => CompileLeaf(leaf),
            _ => throw new InvalidOperationException($"A condition of an unknown form: {condition.GetType()}."),
        };

    private Guard CompileLeaf(Condition.Leaf leaf)
    {
        var fact = Fact.Parse(leaf.Fact);
        var (test, operands) = (leaf.Test, leaf.Operands);
        var line = fact switch
        {
            Fact.Line { Name: var name } => _names[name],
            Fact.LineQuantity { Name: var name } => _names[name],
            Fact.LineAmount { Name: var name } => _names[name],
            Fact.LineProduct { Name: var name } => _names[name],
            Fact.LineOption { Name: var name } => _names[name],
            _ => null,
        };
        var exists = test is Test.Exists && operands is [Value.Flag { Content: true }];

        return (fact.Type, test) switch
        {
            (FactType.Presence, _) => new LineGuard(line!, exists),
            (_, Test.Season) => new SeasonGuard(
                SeasonGuard.DayOf(TextOf(operands[0])),
                SeasonGuard.DayOf(TextOf(operands[1]))
            ),
            (FactType.Set or FactType.Customer, Test.Contains) => new ContainsGuard(
                fact,
                TextOf(operands[0]),
                _offerNumbers.GetValueOrDefault(TextOf(operands[0]), -1)
            ),
            // A set of the order is always there, if empty.
            (FactType.Set, _) => exists ? new AllGuard([]) : new AnyGuard([]),
            (FactType.Money, _) => new MoneyGuard(fact, line, test, Operands(value => AmountOf(value, _funnel)))
            {
                ExistsExpected = exists,
            },
            (FactType.Count or FactType.Quantity, _) => new CountGuard(fact, line, test, Operands(NumberOf))
            {
                ExistsExpected = exists,
            },
            (FactType.Percent, _) => new ShareGuard(test, Operands(value => Share.Of(NumberOf(value))))
            {
                ExistsExpected = exists,
            },
            (FactType.Id or FactType.Text, _) => new TextGuard(fact, line, test, Operands(TextOf))
            {
                ExistsExpected = exists,
            },
            (FactType.Date or FactType.Weekday or FactType.Time, _) => new ClockGuard(
                fact,
                test,
                Operands(value => ClockOf(fact, TextOf(value)))
            )
            {
                ExistsExpected = exists,
            },
            _ => new ValueGuard(fact, test, Operands(value => value)) { ExistsExpected = exists },
        };

        T[] Operands<T>(Func<Value, T> read) => test is Test.Exists ? [] : [.. operands.Select(read)];
    }

    private static string TextOf(Value value) => ((Value.Text)value).Content;

    private static decimal NumberOf(Value value) => ((Value.Number)value).Content;

    /// <summary>Money is written as text or as a number.</summary>
    public static Money AmountOf(Value value, FunnelDefinition funnel)
    {
        var major = value is Value.Number number
            ? number.Content
            : decimal.Parse(
                TextOf(value),
                System.Globalization.NumberStyles.AllowDecimalPoint,
                System.Globalization.CultureInfo.InvariantCulture
            );
        return Money.FromMajor(major, funnel.Currency, funnel.Rounding);
    }

    private static int ClockOf(Fact fact, string text) =>
        fact switch
        {
            Fact.Date when CalendarText.TryDate(text, out var date) => date.DayNumber,
            Fact.Weekday when CalendarText.TryWeekday(text, out var weekday) => (int)weekday,
            Fact.Time when CalendarText.TryTime(text, out var time) => time.Hour * 60 + time.Minute,
            _ => throw new FormatException($"\"{text}\" is no {fact.Type}."),
        };
}
