using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Definitions.Notations;
using Funnel.Definitions.Schema;
using Funnel.Orders;

namespace Funnel.Testing.Notations;

/// <summary><c>"offer-unavailable"</c>.</summary>
internal sealed class RefusalCodeNotation : TextNotation<string>
{
    public static readonly RefusalCodeNotation Instance = new();

    private static readonly string[] Codes =
    [
        .. typeof(RefusalCodes).GetFields().Select(code => (string)code.GetRawConstantValue()!),
    ];

    public override string Expected => "the code of a refusal such as \"offer-unavailable\"";

    public override string Fallback => "";

    public override JsonObject Schema(SchemaDefinitions definitions) => SchemaOf.Word(Codes);

    protected override bool TryParse(Node.String text, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = text.Content;
        if (Codes.Contains(value))
        {
            return true;
        }

        context.Report(
            ProblemCodes.InvalidValue,
            text,
            $"{Quoted.Value(value)} is no code of a refusal.{Suggestion.Sentence(value, Codes)} Write one of {Quoted.List(Codes)}."
        );
        return false;
    }

    protected override string Format(string value) => value;
}
