using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

/// <summary>A small file without problems, and variations on it.</summary>
internal static class ShopFile
{
    public const string Small = """
        {
          "id": "pen-shop",
          "name": "Pens",
          "currency": "EUR",
          "tax": { "included": true, "default": "standard", "rates": { "standard": { "NL": 21, "*": 21 } } },
          "shipping": { "default": "post", "methods": { "post": { "name": "Post", "price": "4.95" } } },
          "inputs": { "logo": { "type": "url", "label": "Your logo" } },
          "products": {
            "pen": {
              "name": "Pen",
              "price": "1.00",
              "options": { "ink": { "name": "Ink", "default": "blue", "choices": { "blue": { "name": "Blue" } } } }
            }
          },
          "steps": [
            {
              "id": "pens",
              "kind": "choose",
              "title": "Pens",
              "offers": [ { "id": "pen", "add": { "product": "pen" } } ]
            },
            {
              "id": "words",
              "kind": "form",
              "title": "Words",
              "fields": [ { "id": "words", "type": "text", "label": "Your words" } ]
            }
          ]
        }
        """;

    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static DefinitionReading Read(string json) => DefinitionReader.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>The small file with a value, written as JSON, in place of the one at a pointer or added there.</summary>
    public static string With(string pointer, string json, string file = Small)
    {
        var root = JsonNode.Parse(file)!;
        var parent = Parent(root, pointer, out var name);
        if (parent is JsonArray list)
        {
            list[Index(name)] = JsonNode.Parse(json);
        }
        else
        {
            parent[name] = JsonNode.Parse(json);
        }

        return root.ToJsonString();
    }

    public static string Without(string pointer, string file = Small)
    {
        var root = JsonNode.Parse(file)!;
        ((JsonObject)Parent(root, pointer, out var name)).Remove(name);
        return root.ToJsonString();
    }

    /// <summary>The problems of the small file with a value at a pointer, as code and pointer.</summary>
    public static IEnumerable<string> ProblemsWith(string pointer, string json) =>
        Read(With(pointer, json)).Problems.Select(problem => $"{problem.Code} {problem.Pointer}");

    /// <summary>What is read at a pointer and written back; fails where the file has a problem.</summary>
    public static string RoundTrip(string pointer, string json)
    {
        var reading = Read(With(pointer, json));
        Assert.Empty(reading.Problems);
        var written = JsonNode.Parse(DefinitionWriter.Write(reading.Definition!))!;
        var parent = Parent(written, pointer, out var name);
        return (parent is JsonArray list ? list[Index(name)] : parent[name])?.ToJsonString(Compact) ?? "";
    }

    private static int Index(string segment) => int.Parse(segment, CultureInfo.InvariantCulture);

    private static JsonNode Parent(JsonNode root, string pointer, out string name)
    {
        var segments = pointer[1..].Split('/');
        name = segments[^1];
        return segments[..^1]
            .Aggregate(root, (node, segment) => node is JsonArray list ? list[Index(segment)]! : node[segment]!);
    }
}
