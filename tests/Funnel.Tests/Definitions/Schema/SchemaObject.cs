using System.Text.Json.Nodes;
using Funnel.Definitions.Schema;

namespace Funnel.Tests.Definitions.Schema;

/// <summary>A part of the schema that says which properties an object has.</summary>
/// <param name="Name">Its name under <c>$defs</c>, or the property that it is the value of; <c>funnel</c> for the whole file.</param>
internal sealed record SchemaObject(string Name, JsonObject Schema)
{
    public static JsonObject Root { get; } = JsonNode.Parse(FunnelSchema.Utf8.Span)!.AsObject();

    public static JsonObject Definitions { get; } = Root["$defs"]!.AsObject();

    public static IReadOnlyList<SchemaObject> All { get; } = [.. In("funnel", Root)];

    /// <summary>By their names.</summary>
    public IReadOnlyDictionary<string, JsonObject> Properties =>
        Schema["properties"]!.AsObject().ToDictionary(property => property.Key, property => property.Value!.AsObject());

    public static SchemaObject Of(string name) => All.Single(one => one.Name == name);

    public override string ToString() => Name;

    private static IEnumerable<SchemaObject> In(string name, JsonNode? node)
    {
        if (node is JsonObject schema)
        {
            if (schema["properties"] is JsonObject)
            {
                yield return new(name, schema);
            }

            foreach (var part in schema.SelectMany(keyword => In(keyword.Key, keyword.Value)))
            {
                yield return part;
            }
        }
    }
}
