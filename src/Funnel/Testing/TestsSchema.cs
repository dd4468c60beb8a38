using System.Text;
using System.Text.Json.Nodes;
using Funnel.Definitions.Notations;
using Funnel.Definitions.Schema;

namespace Funnel.Testing;

/// <summary>The JSON schema (draft 2020-12) of a file of tests, made from the model as that of a funnel is.</summary>
public static class TestsSchema
{
    /// <summary>Indented UTF-8, without a byte order mark; the same bytes each time.</summary>
    public static ReadOnlyMemory<byte> Utf8 { get; } = Encoding.UTF8.GetBytes(SchemaText.Of(Make()) + "\n");

    private static JsonObject Make()
    {
        var definitions = new SchemaDefinitions();
        var root = RecordSchema.Of(RecordNotation<FunnelTests>.Instance.Shape, definitions);
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", "Tests of a funnel");
        root["$defs"] = definitions.ToJson();
        return root;
    }
}
