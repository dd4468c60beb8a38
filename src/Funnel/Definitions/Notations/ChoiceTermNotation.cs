using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>"silk"</c>, or <c>"choose"</c>.</summary>
internal sealed class ChoiceTermNotation : TextNotation<ChoiceTerm>
{
    public static readonly ChoiceTermNotation Instance = new();

    private static readonly IdNotation Choice = new();

    public override string Expected => $"the id of a choice, or \"{ChoiceTerm.Choose}\"";

    public override ChoiceTerm Fallback => default;

    /// <summary>The word has the form of an id as well.</summary>
    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Of(Choice);

    protected override bool TryParse(Node.String text, ReadContext context, out ChoiceTerm value)
    {
        value = text.Content is ChoiceTerm.Choose ? default : new(Choice.ReadOrFallback(text, context));
        return true;
    }

    protected override string Format(ChoiceTerm value) => value.Fixed ?? ChoiceTerm.Choose;
}
