using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>"Europe/Amsterdam"</c>.</summary>
internal sealed class TimeZoneNotation : TextNotation<string>
{
    public static readonly TimeZoneNotation Instance = new();

    // Keeps out what systems store beside the zones (localtime, posix/…) and anything that is no name at all.
    private static readonly TextForm ZoneName = new("[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)*");

    public override string Expected => "a time zone such as \"Europe/Amsterdam\"";

    public override string Fallback => "UTC";

    public override JsonObject Schema(SchemaDefinitions definitions) => SchemaOf.Text(ZoneName.Pattern, Expected);

    protected override bool TryParse(Node.String text, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = text.Content;
        if (
            ZoneName.IsMatch(value)
            && TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone)
            && zone.HasIanaId
            && zone.Id == value
        )
        {
            return true;
        }

        context.Report(
            ProblemCodes.InvalidValue,
            text,
            $"{Quoted.Value(value)} is not a time zone of the IANA list. Write one such as \"Europe/Amsterdam\" or \"UTC\"."
        );
        return false;
    }

    protected override string Format(string value) => value;
}
