using System.Globalization;
using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Checking.Proofs;

/// <summary>Values of a fact among which there is one for each way in which conditions can answer.</summary>
internal static class Candidates
{
    // Lists are tried in every combination of what they are asked for, up to this many.
    private const int MostListed = 12;

    // A year has 14 calendars, and within 28 years each comes by.
    private const int YearsOfAllCalendars = 28;

    private const int DaysOfAWeek = 7;

    private const string SomethingElse = "something else";

    // In a leap year, and in no season in particular.
    private static readonly DateOnly SomeDay = new(2028, 6, 1);

    // ISO 3166 leaves it to its users.
    private const string AnotherCountry = "ZZ";

    /// <summary>Whether telling all cases of a fact apart would take too many.</summary>
    public static bool AreTooMany(IEnumerable<Condition.Leaf> leaves) => Listed(leaves).Count > MostListed;

    /// <returns>
    /// The likelier first, since it will stand for the others. With each, the form's field that can be answered so; null is what
    /// can be known at the start.
    /// </returns>
    public static IEnumerable<(Value? Value, InputField? From)> Of(
        Fact fact,
        IReadOnlyList<Condition.Leaf> leaves,
        FunnelMachine machine
    )
    {
        var operands = leaves.Where(leaf => leaf.Test is not Test.Exists).SelectMany(leaf => leaf.Operands).ToList();
        return fact switch
        {
            Fact.Customer => OfCustomer(leaves, operands).Select(AtStart),
            Fact.Context { Value: var of } => OfContext(of, operands, machine.Definition).Select(AtStart),
            Fact.Input input => OfInput(input.Name, operands, machine),
            Fact.Date => Days(leaves).Select(AtStart),
            _ => Times(operands).Select(AtStart),
        };
    }

    private static (Value?, InputField?) AtStart(Value? value) => (value, null);

    private static IEnumerable<Value?> OfCustomer(IReadOnlyList<Condition.Leaf> leaves, List<Value> operands)
    {
        yield return null;
        foreach (var value in Around(operands))
        {
            yield return value;
        }

        if (operands.OfType<Value.Flag>().Any())
        {
            yield return new Value.Flag(true);
            yield return new Value.Flag(false);
        }

        yield return new Value.Text(SomethingElse);
        var listed = Listed(leaves);
        for (var combination = 0; combination < 1 << listed.Count; combination++)
        {
            yield return new Value.List([.. listed.Where((_, place) => (combination & (1 << place)) != 0)]);
        }
    }

    private static List<string> Listed(IEnumerable<Condition.Leaf> leaves) =>
        [
            .. leaves
                .Where(leaf => leaf.Test is Test.Contains && Fact.Parse(leaf.Fact) is Fact.Customer)
                .Select(leaf => leaf.Operands[0].ToString()!)
                .Distinct(StringComparer.Ordinal),
        ];

    private static IEnumerable<Value?> OfContext(ContextValue of, List<Value> operands, FunnelDefinition funnel)
    {
        var texts = operands.Select(operand => operand.ToString()!);
        return of switch
        {
            ContextValue.Locale => funnel.Locales.Select(Text),
            ContextValue.Country =>
            [
                (Value?)null,
                .. texts
                    .Concat(funnel.Tax?.Rates.Values.SelectMany(rates => rates.ByCountry.Keys) ?? [])
                    .Where(country => country != TaxDefinition.AnyCountry)
                    .Append(AnotherCountry)
                    .Select(Text),
            ],
            _ => [(Value?)null, .. texts.Append(SomethingElse).Select(Text)],
        };
    }

    /// <summary>An input is known where the start or a form takes it, and is what its field takes.</summary>
    private static IEnumerable<(Value?, InputField?)> OfInput(string name, List<Value> operands, FunnelMachine machine)
    {
        yield return (null, null);
        if (machine.Inputs.GetValueOrDefault(name) is { } atStart)
        {
            foreach (var value in ValuesOf(atStart, operands))
            {
                yield return (value, null);
            }
        }

        foreach (var field in machine.States.SelectMany(state => state.Fields).Where(field => field.Id == name))
        {
            foreach (var value in ValuesOf(field, operands))
            {
                yield return (value, field);
            }
        }
    }

    /// <summary>What a field can be answered with. That its pattern takes something else than what is asked for is taken for granted.</summary>
    public static IEnumerable<Value> ValuesOf(InputField field, IReadOnlyList<Value> operands) =>
        ValuesOf(field.Definition, [.. operands])
            .Where(value => field.ProblemWith(value) is null || value == Else(field.Definition.Type))
            .Distinct();

    private static IEnumerable<Value> ValuesOf(InputDefinition field, List<Value> operands) =>
        field.Type switch
        {
            FieldType.Checkbox => [new Value.Flag(true), new Value.Flag(false)],
            FieldType.Choice => field.Choices.Keys.Select(Text),
            FieldType.Number => Around(operands)
                .Concat(new[] { field.Min, field.Max }.OfType<decimal>().Select(bound => new Value.Number(bound)))
                .Append(new Value.Number(1)),
            FieldType.Date => operands
                .OfType<Value.Text>()
                .SelectMany(operand => AroundDay(DayOf(operand)))
                .Select(TextOf)
                .Append(Else(FieldType.Date)),
            _ => operands.OfType<Value.Text>().Append(Else(field.Type)),
        };

    private static Value.Text Else(FieldType type) =>
        new(
            type switch
            {
                FieldType.Email => "someone@example.com",
                FieldType.Tel => "+31 20 123 4567",
                FieldType.Url => "https://example.com/something",
                FieldType.Date => "2027-06-01",
                _ => SomethingElse,
            }
        );

    /// <summary>Each operand, and what lies between, below and above them.</summary>
    private static IEnumerable<Value> Around(List<Value> operands)
    {
        var numbers = operands.OfType<Value.Number>().Select(number => number.Content).Distinct().Order().ToList();
        var between = numbers.Zip(numbers.Skip(1), (below, above) => (below + above) / 2);
        return numbers
            .Concat(numbers.SelectMany(number => new[] { number - 1, number + 1 }))
            .Concat(between)
            .Select(Value (number) => new Value.Number(number))
            .Concat(
                operands.OfType<Value.Text>().SelectMany(text => new[] { text, new Value.Text(text.Content + "~") })
            );
    }

    /// <summary>
    /// The days around each on which an answer can change. Where weekdays are asked as well, every one of them on both sides; and
    /// what comes back each year meets all weekdays within 28 years.
    /// </summary>
    private static IEnumerable<Value?> Days(IReadOnlyList<Condition.Leaf> leaves)
    {
        var days = leaves
            .Where(leaf => leaf.Test is not (Test.Season or Test.Exists))
            .SelectMany(leaf => leaf.Operands)
            .OfType<Value.Text>()
            .Where(text => CalendarText.TryDate(text.Content, out _))
            .Select(DayOf)
            .ToList();
        var seasons = leaves.Where(leaf => leaf.Test is Test.Season).SelectMany(leaf => leaf.Operands).ToList();
        var around = 1;
        var first = days.DefaultIfEmpty(SomeDay).Min().Year - 1;
        var last = days.DefaultIfEmpty(SomeDay).Max().Year + 1;
        if (leaves.Any(leaf => Fact.Parse(leaf.Fact) is Fact.Weekday))
        {
            around = DaysOfAWeek;
            (first, last) = (first - YearsOfAllCalendars / 2, last + YearsOfAllCalendars / 2);
        }

        var changes = seasons.SelectMany(season =>
            Enumerable
                .Range(first, last - first + 1)
                .Where(year => year is > 1 and < 9999)
                .Select(year => DayOf(season.ToString()!, year))
        );
        return days.Append(SomeDay)
            .Concat(changes)
            .Distinct()
            .Where(day => day.Year is > 1 and < 9999)
            .SelectMany(day => Enumerable.Range(-around, 2 * around + 1).Select(day.AddDays))
            .Distinct()
            .Select(TextOf);
    }

    /// <summary>A day of a season; the 28th of February stands in for the 29th.</summary>
    private static DateOnly DayOf(string monthDay, int year) =>
        CalendarText.TryDate($"{year:0000}-{monthDay}", out var day) ? day : new(year, 2, 28);

    /// <summary>The day itself and those beside it.</summary>
    private static IEnumerable<DateOnly> AroundDay(DateOnly day) =>
        day.Year is > 1 and < 9999 ? [day, day.AddDays(-1), day.AddDays(1)] : [];

    private static IEnumerable<Value?> Times(List<Value> operands)
    {
        var minutes = operands.Select(operand =>
            TimeOnly.ParseExact(operand.ToString()!, "HH:mm", CultureInfo.InvariantCulture)
        );
        return new[] { new TimeOnly(12, 0), TimeOnly.MinValue, new TimeOnly(23, 59) }
            .Concat(minutes.SelectMany(minute => new[] { minute, minute.AddMinutes(-1), minute.AddMinutes(1) }))
            .Select(Value? (minute) => new Value.Text(minute.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    private static DateOnly DayOf(Value.Text text) =>
        DateOnly.ParseExact(text.Content, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Value.Text TextOf(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static Value.Text Text(string text) => new(text);
}
