using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions;
using Funnel.Definitions.Json;

namespace Funnel.Comparing;

/// <summary>A property that is written otherwise.</summary>
/// <param name="Pointer">JSON Pointer to it, from what was compared.</param>
/// <param name="Before">As JSON on one line; null where it was not there.</param>
/// <param name="After">As JSON on one line; null where it is gone.</param>
public sealed record PropertyChange(string Pointer, string? Before, string? After);

/// <summary>Finds properties that differ in what they do. Both sides are written in one way first, so spelling is no difference.</summary>
internal static class PropertyChanges
{
    // What people read and see decides nothing.
    private static readonly HashSet<string> Shown =
    [
        "$schema",
        "name",
        "title",
        "label",
        "help",
        "description",
        "benefit",
        "badge",
        "image",
        "lint",
    ];

    private static readonly JsonSerializerOptions OnOneLine = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Everything but the steps, and the prices of products, which are compared by quantity.</summary>
    public static IEnumerable<PropertyChange> BesideSteps(FunnelDefinition before, FunnelDefinition after)
    {
        var (old, @new) = (Json(before), Json(after));
        foreach (var json in (JsonObject[])[old, @new])
        {
            json.Remove("steps");
            foreach (var product in json["products"]!.AsObject())
            {
                product.Value!.AsObject().Remove("price");
                foreach (var option in product.Value["options"]?.AsObject() ?? [])
                {
                    foreach (var choice in option.Value!["choices"]!.AsObject())
                    {
                        choice.Value!.AsObject().Remove("price");
                    }
                }
            }
        }

        return Between(old, @new);
    }

    public static JsonObject Json(FunnelDefinition funnel) =>
        JsonNode.Parse(DefinitionWriter.Write(funnel))!.AsObject();

    /// <summary>The smallest properties that differ; lists are compared whole.</summary>
    public static IEnumerable<PropertyChange> Between(JsonObject before, JsonObject after, string pointer = "")
    {
        foreach (var name in before.Select(property => property.Key).Union(after.Select(property => property.Key)))
        {
            if (Shown.Contains(name))
            {
                continue;
            }

            var (old, @new) = (before[name], after[name]);
            var at = $"{pointer}/{JsonPointer.Escape(name)}";
            if (old is JsonObject oldObject && @new is JsonObject newObject)
            {
                foreach (var change in Between(oldObject, newObject, at))
                {
                    yield return change;
                }
            }
            else if (!JsonNode.DeepEquals(old, @new))
            {
                yield return new(at, old?.ToJsonString(OnOneLine), @new?.ToJsonString(OnOneLine));
            }
        }
    }
}
