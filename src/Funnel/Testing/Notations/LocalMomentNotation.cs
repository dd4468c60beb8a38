using System.Globalization;
using System.Text.Json.Nodes;
using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Definitions.Notations;
using Funnel.Definitions.Schema;

namespace Funnel.Testing.Notations;

/// <summary>
/// <c>"2026-12-05"</c>, at noon; <c>"2026-12-05T14:30"</c>, in the funnel's time zone; or <c>"2026-12-05T14:30+01:00"</c>.
/// </summary>
internal sealed class LocalMomentNotation : TextNotation<LocalMoment>
{
    public static readonly LocalMomentNotation Instance = new();

    private const string Day = "yyyy-MM-dd";

    private static readonly string[] OnTheClock = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    private static readonly string[] Anywhere = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"];

    // Far from the ends of the calendar, where a time zone would lead out of it.
    private static readonly (int First, int Last) Years = (1970, 2999);

    public override string Expected => "a moment such as \"2026-12-05T14:30\", or a day";

    public override LocalMoment Fallback => LocalMoment.Usual;

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        SchemaOf.Text(
            "^[12][0-9]{3}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?([+-][0-9]{2}:[0-9]{2})?)?$",
            Expected
        );

    protected override bool TryParse(Node.String text, ReadContext context, out LocalMoment value)
    {
        if (TryParse(text.Content, out value) && value.Clock.Year >= Years.First && value.Clock.Year <= Years.Last)
        {
            return true;
        }

        context.Report(
            ProblemCodes.InvalidValue,
            text,
            $"{Quoted.Value(text.Content)} is not a moment. Write it as \"2026-12-05T14:30\", by the funnel's clock, or a day as \"2026-12-05\"."
        );
        return false;
    }

    protected override string Format(LocalMoment value) =>
        value.Offset is { } offset
            ? new DateTimeOffset(value.Clock, offset).ToString(Anywhere[1], CultureInfo.InvariantCulture)
            : value.Clock.ToString(OnTheClock[1], CultureInfo.InvariantCulture);

    private static bool TryParse(string text, out LocalMoment value)
    {
        value = default;
        if (DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            value = new(day.ToDateTime(new(12, 0)), null);
        }
        else if (
            DateTime.TryParseExact(text, OnTheClock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
        )
        {
            value = new(clock, null);
        }
        else if (
            DateTimeOffset.TryParseExact(
                text,
                Anywhere,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var moment
            )
        )
        {
            value = new(moment.DateTime, moment.Offset);
        }
        else
        {
            return false;
        }

        return true;
    }
}
