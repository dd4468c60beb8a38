using Funnel.Definitions;
using Funnel.Testing.Notations;

namespace Funnel.Testing;

/// <summary>A moment as a merchant reads it off the clock.</summary>
/// <param name="Clock">Date and time of day.</param>
/// <param name="Offset">From UTC; null: the funnel's time zone decides.</param>
[WrittenAs(typeof(LocalMomentNotation))]
public readonly record struct LocalMoment(DateTime Clock, TimeSpan? Offset)
{
    /// <summary>A Monday, in no season in particular.</summary>
    public static readonly LocalMoment Usual = new(new(2026, 6, 15, 12, 0, 0), null);

    /// <summary>An hour that the clocks skip is taken as if they had not, and one that comes twice as its second.</summary>
    public DateTimeOffset In(TimeZoneInfo zone) => new(Clock, Offset ?? zone.GetUtcOffset(Clock));
}
