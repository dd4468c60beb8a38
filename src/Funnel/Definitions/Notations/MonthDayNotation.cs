using System.Diagnostics.CodeAnalysis;
using Funnel.Definitions.Json;

namespace Funnel.Definitions.Notations;

/// <summary><c>"12-31"</c>: a day of any year.</summary>
internal sealed class MonthDayNotation : TextNotation<string>
{
    public static readonly MonthDayNotation Instance = new();

    public override string Expected => "a month and day such as \"12-31\"";

    public override string Fallback => "01-01";

    protected override bool TryParse(Node.String text, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = text.Content;
        if (CalendarText.TryMonthDay(value, out _))
        {
            return true;
        }

        context.Report(
            ProblemCodes.InvalidValue,
            text,
            $"{Quoted.Value(value)} is not a day of the year. Write month and day with two digits each, such as \"12-31\"."
        );
        return false;
    }

    protected override string Format(string value) => value;
}
