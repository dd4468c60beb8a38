using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>"P2D"</c>, <c>"PT48H"</c>: an ISO 8601 duration of weeks, days, hours, minutes and seconds.</summary>
internal sealed class DurationNotation : TextNotation<TimeSpan>
{
    public static readonly DurationNotation Instance = new();

    private const string Units =
        "P((?<weeks>[0-9]{1,9})W)?((?<days>[0-9]{1,9})D)?"
        + "(T((?<hours>[0-9]{1,9})H)?((?<minutes>[0-9]{1,9})M)?((?<seconds>[0-9]{1,9})S)?)?";

    private static readonly TextForm Written = new(Units);

    // Years, or months, whose M stands before the T.
    private static readonly TextForm CalendarUnits = new("P[0-9WD]*[0-9][YM].*");

    private static readonly TimeSpan Most = TimeSpan.FromDays(366);

    public override string Expected => "a duration such as \"P2D\" or \"PT48H\"";

    public override TimeSpan Fallback => TimeSpan.FromHours(1);

    public override string? SchemaName => "duration";

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        // At least one digit is not 0, and after a T there is something.
        SchemaOf.Text($"^(?=.*[1-9])(?!.*T$){Units}$", Expected);

    protected override bool TryParse(Node.String text, ReadContext context, out TimeSpan value)
    {
        value = default;
        var fault = Fault(text.Content, ref value);
        if (fault is not null)
        {
            context.Report(
                ProblemCodes.InvalidValue,
                text,
                $"{Quoted.Value(text.Content)} is not a duration here: {fault}"
            );
        }

        return fault is null;
    }

    protected override string Format(TimeSpan value)
    {
        var days = Part(value.Days, 'D');
        var time = Part(value.Hours, 'H') + Part(value.Minutes, 'M') + Part(value.Seconds, 'S');
        return $"P{days}{(time.Length > 0 ? "T" : "")}{time}";
    }

    private static string? Fault(string text, ref TimeSpan value)
    {
        if (CalendarUnits.IsMatch(text))
        {
            return "years and months are not the same length every time. Write days: \"P30D\".";
        }

        var match = Written.Match(text);
        if (!match.Success || text[^1] is 'P' or 'T')
        {
            return "write weeks, days, hours, minutes and seconds as in \"P2D\", \"PT48H\" or \"P1DT12H\".";
        }

        var seconds =
            Number(match, "weeks") * 604_800
            + Number(match, "days") * 86_400
            + Number(match, "hours") * 3_600
            + Number(match, "minutes") * 60
            + Number(match, "seconds");
        if (seconds is 0 || seconds > (long)Most.TotalSeconds)
        {
            return $"it must be longer than nothing and at most {Most.Days} days.";
        }

        value = TimeSpan.FromSeconds(seconds);
        return null;
    }

    private static long Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits }
            ? long.Parse(digits, CultureInfo.InvariantCulture)
            : 0;

    private static string Part(int number, char unit) =>
        number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number}{unit}");
}
