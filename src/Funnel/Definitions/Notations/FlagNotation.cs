using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class FlagNotation : Notation<bool>
{
    public static readonly FlagNotation Instance = new();

    public override string Expected => "true or false";

    public override bool Fallback => false;

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "boolean" };

    public override bool TryRead(Node node, ReadContext context, out bool value)
    {
        if (node is Node.Boolean flag)
        {
            value = flag.Content;
            return true;
        }

        context.ReportType(node, Expected);
        value = default;
        return false;
    }

    public override void Write(bool value, Utf8JsonWriter writer, Currency currency) => writer.WriteBooleanValue(value);
}
