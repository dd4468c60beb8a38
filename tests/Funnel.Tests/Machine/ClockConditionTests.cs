namespace Funnel.Tests.Machine;

/// <summary>Conditions on the moment, which is read in the funnel's time zone.</summary>
public sealed class ClockConditionTests
{
    [Theory]
    [InlineData("2026-10-31", false)]
    [InlineData("2026-11-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void A_season_has_its_first_and_its_last_day(string day, bool holds) =>
        Assert.Equal(
            holds,
            Asked("""{ "fact": "date", "season": { "from": "11-01", "to": "12-31" } }""", $"{day}T12:00:00Z")
        );

    [Theory]
    [InlineData("2026-11-14", false)]
    [InlineData("2026-11-15", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", true)]
    [InlineData("2027-02-28", true)]
    [InlineData("2027-03-01", false)]
    [InlineData("2028-02-29", true)]
    public void A_season_can_run_over_new_year(string day, bool holds) =>
        Assert.Equal(
            holds,
            Asked("""{ "fact": "date", "season": { "from": "11-15", "to": "02-29" } }""", $"{day}T12:00:00Z")
        );

    [Theory]
    [InlineData("06-15", "06-15", true)]
    [InlineData("06-14", "06-14", false)]
    public void A_season_can_be_one_day(string from, string to, bool holds) =>
        Assert.Equal(
            holds,
            Asked($$"""{ "fact": "date", "season": { "from": "{{from}}", "to": "{{to}}" } }""", "2026-06-15T12:00:00Z")
        );

    [Theory]
    // 22:59 UTC is 23:59 in Amsterdam in winter, and 00:59 of the next day in summer.
    [InlineData("2026-12-31T22:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    [InlineData("2026-06-30T21:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T22:00:00Z", "2026-07-01")]
    [InlineData("2026-07-01T05:00:00+07:00", "2026-07-01")]
    public void A_date_is_that_of_the_time_zone(string moment, string date)
    {
        Assert.True(Asked($$"""{ "fact": "date", "is": "{{date}}" }""", moment));
        Assert.True(Asked($$"""{ "fact": "date", "atLeast": "{{date}}" }""", moment));
        Assert.False(Asked($$"""{ "fact": "date", "lessThan": "{{date}}" }""", moment));
        Assert.True(Asked($$"""{ "fact": "date", "in": [ "2001-01-01", "{{date}}" ] }""", moment));
    }

    [Theory]
    // A Sunday in Amsterdam begins at 23:00 UTC of Saturday.
    [InlineData("2026-01-03T22:59:00Z", "sat")]
    [InlineData("2026-01-03T23:00:00Z", "sun")]
    [InlineData("2026-01-05T12:00:00Z", "mon")]
    public void A_weekday_is_that_of_the_time_zone(string moment, string weekday)
    {
        Assert.True(Asked($$"""{ "fact": "weekday", "is": "{{weekday}}" }""", moment));
        Assert.True(Asked($$"""{ "fact": "weekday", "notIn": [ "tue", "wed" ] }""", moment));
        Assert.False(Asked($$"""{ "fact": "weekday", "isNot": "{{weekday}}" }""", moment));
    }

    [Theory]
    [InlineData("2026-06-15T12:29:59Z", false, true)]
    [InlineData("2026-06-15T12:30:00Z", true, true)]
    // A minute lasts till its end.
    [InlineData("2026-06-15T12:30:59Z", true, true)]
    [InlineData("2026-06-15T12:31:00Z", true, false)]
    [InlineData("2026-06-15T22:00:00Z", false, true)]
    public void A_time_is_that_of_the_time_zone_to_the_minute(string moment, bool atLeast, bool atMost)
    {
        Assert.Equal(atLeast, Asked("""{ "fact": "time", "atLeast": "14:30" }""", moment));
        Assert.Equal(atMost, Asked("""{ "fact": "time", "atMost": "14:30" }""", moment));
        Assert.Equal(atLeast && atMost, Asked("""{ "fact": "time", "is": "14:30" }""", moment));
    }

    [Fact]
    public void Without_a_time_zone_it_is_utc()
    {
        var shop = Selling("""{ "fact": "date", "is": "2026-12-31" }""", "");

        Assert.Equal("asked", shop.Visit("2026-12-31T23:59:59Z").At);
        Assert.Equal("end", shop.Visit("2027-01-01T00:00:00Z").At);
    }

    private static bool Asked(string when, string moment) =>
        Selling(when, "\"timeZone\": \"Europe/Amsterdam\"").Visit(moment).At == "asked";

    private static Shop Selling(string when, string more) =>
        Shop.Selling(
            """ "box": { "name": "Box", "price": "5" } """,
            $$"""
            { "id": "asked", "kind": "crossSell", "title": "Asked", "when": {{when}},
              "offers": [ { "id": "box", "add": { "product": "box" } } ] }
            """,
            more
        );
}
