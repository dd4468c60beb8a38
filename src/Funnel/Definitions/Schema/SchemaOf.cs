using System.Text.Json.Nodes;

namespace Funnel.Definitions.Schema;

/// <summary>The schemas of single values, with what an editor says where a value is not so.</summary>
internal static class SchemaOf
{
    /// <param name="pattern">A regular expression of ECMA-262 that somewhere in the text matches; the whole text where it is anchored.</param>
    /// <param name="expected">What should stand there.</param>
    public static JsonObject Text(string pattern, string expected) =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = pattern,
            ["errorMessage"] = Message(expected),
        };

    /// <summary>One of a few words.</summary>
    public static JsonObject Word(IEnumerable<string> words) => new() { ["type"] = "string", ["enum"] = Texts(words) };

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    public static string Message(string expected) => $"Expected {expected}.";
}
