using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Funnel.Tests.Definitions.Schema;

/// <summary>One thing that may be done to a value of a file.</summary>
/// <param name="What">What it is, for a failed test.</param>
internal sealed record Change(string What, Action<JsonNode> Make)
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonElement Stock = Read();

    private static readonly ILookup<JsonValueKind, string> ValuesByKind = Stock
        .GetProperty("values")
        .EnumerateArray()
        .ToLookup(value => value.ValueKind, value => value.GetRawText());

    private static readonly IReadOnlyList<string> OfAnyKind = ["null", "true", "7", "\"x\"", "[]", "{}"];

    public static readonly Change TakenOut = new("is taken out", TakeOut);

    /// <summary>All else that may be done to a value.</summary>
    public static IEnumerable<Change> Of(JsonNode value)
    {
        foreach (var other in OfAnyKind.Union(ValuesByKind[value.GetValueKind()]))
        {
            yield return new($"becomes {other}", node => Put(node, JsonNode.Parse(other)));
        }

        yield return new("becomes a text of 2000 characters", node => Put(node, new string('x', 1998) + "😀😀"));
        yield return new("becomes a text of 2001 characters", node => Put(node, new string('x', 2001)));
        if (value.Parent is JsonObject)
        {
            foreach (var key in Stock.GetProperty("keys").EnumerateArray().Select(key => key.GetString()!))
            {
                yield return new($"is called \"{key}\"", node => Rename(node, key));
            }
        }

        if (value is JsonArray { Count: > 0 })
        {
            yield return new("has its first item twice", node => node.AsArray().Add(node[0]!.DeepClone()));
            yield return new("has a stray item more", node => node.AsArray().Add((JsonNode)7));
        }

        if (value is JsonObject members)
        {
            foreach (
                var member in Stock
                    .GetProperty("members")
                    .EnumerateObject()
                    .Where(one => !members.ContainsKey(one.Name))
            )
            {
                yield return new(
                    $"has {member} as well",
                    node => node.AsObject().Add(member.Name, JsonNode.Parse(member.Value.GetRawText()))
                );
            }
        }
    }

    /// <summary>The file with the change made to the value at a place.</summary>
    public string To(JsonNode file, Place place)
    {
        var changed = file.DeepClone();
        Make(place.In(changed));
        return changed.ToJsonString(Plain);
    }

    private static void Put(JsonNode node, JsonNode? value)
    {
        if (node.Parent is JsonArray list)
        {
            list[node.GetElementIndex()] = value;
        }
        else
        {
            node.Parent!.AsObject()[node.GetPropertyName()] = value;
        }
    }

    private static void TakeOut(JsonNode node)
    {
        if (node.Parent is JsonArray list)
        {
            list.Remove(node);
        }
        else
        {
            node.Parent!.AsObject().Remove(node.GetPropertyName());
        }
    }

    private static void Rename(JsonNode node, string key)
    {
        var members = node.Parent!.AsObject();
        TakeOut(node);
        members[key] = node;
    }

    private static JsonElement Read([CallerFilePath] string here = "") =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "changes.json")));
}
