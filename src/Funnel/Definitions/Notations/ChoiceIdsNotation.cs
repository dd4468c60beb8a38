using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>["silk", "soft-touch"]</c>.</summary>
internal sealed class ChoiceIdsNotation : Notation<ChoiceIds>
{
    public static readonly ChoiceIdsNotation Instance = new();

    private static readonly ListNotation<string> Ids = new(new IdNotation(), atLeastOne: true, oneOrMany: false);

    public override string Expected => "a list of choices such as [\"silk\", \"soft-touch\"]";

    public override ChoiceIds Fallback { get; } = new([]);

    public override JsonObject Schema(SchemaDefinitions definitions) => Ids.Schema(definitions);

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out ChoiceIds value)
    {
        value = Ids.TryRead(node, context, out var ids) ? new(ids) : null;
        return value is not null;
    }

    public override void Write(ChoiceIds value, Utf8JsonWriter writer, Currency currency) =>
        Ids.Write(value.Ids, writer, currency);
}
