using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Funnel.Definitions.Schema;

/// <summary>Writes JSON for people: what fits on a line stands on one.</summary>
internal static class SchemaText
{
    private const int Longest = 120;

    // Texts are for people to read, and nobody puts them into a page unescaped.
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="column">How many columns of the line are taken.</param>
    public static string Of(JsonNode node, int indent = 0, int column = 0)
    {
        var line = OnOneLine(node);
        if (line.Length + column < Longest || node is not (JsonObject or JsonArray))
        {
            return line;
        }

        var margin = new string(' ', indent + 2);
        var parts = node is JsonObject map
            ? map.Select(member => Member(member.Key, member.Value!, indent + 2))
            : node.AsArray().Select(item => Of(item!, indent + 2, margin.Length));
        var (open, close) = node is JsonObject ? ('{', '}') : ('[', ']');
        return $"{open}\n{margin}{string.Join($",\n{margin}", parts)}\n{margin[2..]}{close}";
    }

    private static string Member(string name, JsonNode value, int indent) =>
        Key(name) + Of(value, indent, indent + Key(name).Length);

    private static string OnOneLine(JsonNode node) =>
        node switch
        {
            JsonObject { Count: > 0 } map =>
                $"{{ {string.Join(", ", map.Select(member => Key(member.Key) + OnOneLine(member.Value!)))} }}",
            JsonArray list => $"[{string.Join(", ", list.Select(item => OnOneLine(item!)))}]",
            _ => node.ToJsonString(Plain),
        };

    private static string Key(string name) => $"{JsonValue.Create(name).ToJsonString(Plain)}: ";
}
