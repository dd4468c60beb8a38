using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

public sealed class CalendarTextTests
{
    [Theory]
    [InlineData("2026-12-01", true)]
    [InlineData("2024-02-29", true)]
    [InlineData("2026-02-29", false)]
    [InlineData("2026-2-1", false)]
    [InlineData("01-12-2026", false)]
    [InlineData("", false)]
    public void Date_is_year_month_and_day(string text, bool isOne) =>
        Assert.Equal(isOne, CalendarText.TryDate(text, out _));

    [Theory]
    [InlineData("00:00", true)]
    [InlineData("23:59", true)]
    [InlineData("24:00", false)]
    [InlineData("9:00", false)]
    [InlineData("09:00:00", false)]
    public void Time_is_hours_and_minutes_of_a_day(string text, bool isOne) =>
        Assert.Equal(isOne, CalendarText.TryTime(text, out _));

    [Theory]
    [InlineData("12-31", 12, 31)]
    [InlineData("02-29", 2, 29)]
    public void Day_of_the_year_is_month_and_day(string text, int month, int day)
    {
        Assert.True(CalendarText.TryMonthDay(text, out var monthDay));
        Assert.Equal((month, day), monthDay);
    }

    [Theory]
    [InlineData("02-30")]
    [InlineData("13-01")]
    [InlineData("1-1")]
    [InlineData("2024-12-31")]
    public void Day_that_no_year_has_is_none(string text) => Assert.False(CalendarText.TryMonthDay(text, out _));

    [Theory]
    [InlineData("mon", DayOfWeek.Monday)]
    [InlineData("sat", DayOfWeek.Saturday)]
    [InlineData("sun", DayOfWeek.Sunday)]
    public void Weekday_has_three_letters(string text, DayOfWeek weekday)
    {
        Assert.True(CalendarText.TryWeekday(text, out var found));
        Assert.Equal(weekday, found);
    }

    [Theory]
    [InlineData("Mon")]
    [InlineData("monday")]
    [InlineData("")]
    public void Anything_else_is_no_weekday(string text) => Assert.False(CalendarText.TryWeekday(text, out _));
}
