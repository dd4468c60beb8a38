using System.Text.Json.Nodes;
using Funnel.Definitions.Notations;

namespace Funnel.Definitions.Schema;

/// <summary>
/// The schemas that stand once, under <c>$defs</c>, and are referred to. They say what a value looks like; what it means is said
/// where it is referred to, since editors show of the two what stands here.
/// </summary>
internal sealed class SchemaDefinitions
{
    private readonly OrderedDictionary<string, JsonObject> _byName = new(StringComparer.Ordinal);

    /// <summary>The schema of a notation, or a reference to it.</summary>
    public JsonObject Of(Notation notation)
    {
        if (notation.SchemaName is not { } name)
        {
            return notation.Schema(this);
        }

        // Conditions hold conditions: by its name it can be referred to before it is made.
        if (_byName.TryAdd(name, []))
        {
            var schema = notation.Schema(this);
            schema.Insert(0, "title", Title(name));
            _byName[name] = schema;
        }

        return new() { ["$ref"] = $"#/$defs/{name}" };
    }

    public JsonObject ToJson() =>
        new(_byName.Select(definition => KeyValuePair.Create<string, JsonNode?>(definition.Key, definition.Value)));

    /// <summary><c>offerPrice</c> as <c>Offer price</c>.</summary>
    private static string Title(string name) =>
        char.ToUpperInvariant(name[0])
        + string.Concat(
            name[1..].Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")
        );
}
