using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>"en"</c>, <c>"nl-BE"</c>.</summary>
internal sealed class LocaleNotation : TextNotation<string>
{
    public static readonly TextForm Form = new("[a-z]{2,3}(-[A-Z]{2})?");

    public static readonly LocaleNotation Instance = new();

    public override string Expected => "a language such as \"en\" or \"nl-BE\"";

    public override string Fallback => "en";

    public override string? SchemaName => "locale";

    public override JsonObject Schema(SchemaDefinitions definitions) => SchemaOf.Text(Form.Pattern, Expected);

    protected override bool TryParse(Node.String text, ReadContext context, out string value)
    {
        value = text.Content;
        if (!Form.IsMatch(value))
        {
            context.Report(
                ProblemCodes.InvalidValue,
                text,
                $"{Quoted.Value(value)} is not a language. Write it as \"en\" or, with its country, \"nl-BE\"."
            );
        }

        return true;
    }

    protected override string Format(string value) => value;
}
