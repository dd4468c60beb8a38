using System.Collections.Immutable;
using System.Globalization;

namespace Funnel.Definitions;

/// <summary>How conditions and date inputs write dates, days of the year, weekdays and times.</summary>
internal static class CalendarText
{
    /// <summary><c>mon</c> to <c>sun</c>, in the order of ISO 8601.</summary>
    public static readonly ImmutableArray<string> Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    // A day of the year is read in a leap year, so that 02-29 is one.
    private const string LeapYear = "2024-";

    /// <summary><c>2026-12-01</c>.</summary>
    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary><c>14:30</c>, 00:00 to 23:59.</summary>
    public static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    /// <summary><c>12-31</c>, 02-29 included.</summary>
    public static bool TryMonthDay(string text, out (int Month, int Day) monthDay)
    {
        var isOne = TryDate(LeapYear + text, out var date);
        monthDay = isOne ? (date.Month, date.Day) : default;
        return isOne;
    }

    /// <summary><c>mon</c>.</summary>
    public static bool TryWeekday(string text, out DayOfWeek weekday)
    {
        var index = Weekdays.IndexOf(text);
        weekday = (DayOfWeek)((index + 1) % Weekdays.Length);
        return index >= 0;
    }
}
