using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Definitions.Notations;
using Funnel.Definitions.Schema;

namespace Funnel.Testing.Notations;

/// <summary><c>true</c>: what is not so is left out.</summary>
internal sealed class YesNotation : Notation<bool>
{
    public static readonly YesNotation Instance = new();

    public override string Expected => "true, or nothing at all";

    public override bool Fallback => true;

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["const"] = true };

    public override bool TryRead(Node node, ReadContext context, out bool value)
    {
        value = node is Node.Boolean { Content: true };
        if (!value)
        {
            context.ReportType(node, Expected);
        }

        return value;
    }

    public override void Write(bool value, Utf8JsonWriter writer, Currency currency) => writer.WriteBooleanValue(value);
}
