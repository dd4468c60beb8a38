using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>"12-31"</c>: a day of any year.</summary>
internal sealed class MonthDayNotation : TextNotation<string>
{
    private const string Pattern =
        "^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$";

    public static readonly MonthDayNotation Instance = new();

    public override string Expected => "a month and day such as \"12-31\"";

    public override string Fallback => "01-01";

    public override string? SchemaName => "dayOfYear";

    public override JsonObject Schema(SchemaDefinitions definitions) => SchemaOf.Text(Pattern, Expected);

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
