using System.Text;
using System.Text.Json.Nodes;
using Funnel.Definitions.Notations;

namespace Funnel.Definitions.Schema;

/// <summary>
/// The JSON schema (draft 2020-12) of a funnel's file, made from the model: editors complete and judge a file by it. It refuses
/// what <see cref="DefinitionReader"/> refuses, save what no schema can say; <c>funnels/README.md</c> lists that.
/// </summary>
public static class FunnelSchema
{
    /// <summary>Indented UTF-8, without a byte order mark; the same bytes each time.</summary>
    public static ReadOnlyMemory<byte> Utf8 { get; } = Encoding.UTF8.GetBytes(SchemaText.Of(Make()) + "\n");

    private static JsonObject Make()
    {
        var definitions = new SchemaDefinitions();
        var root = RecordSchema.Of(RecordNotation<FunnelDefinition>.Instance.Shape, definitions);
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", "Funnel");
        root["$defs"] = definitions.ToJson();
        return root;
    }
}
