using System.Globalization;
using System.Text.Json.Nodes;

namespace Funnel.Tests.Definitions.Schema;

/// <summary>Where a value stands in a file.</summary>
internal sealed record Place(IReadOnlyList<string> Path)
{
    private static readonly string[] Maps =
    [
        "products",
        "options",
        "choices",
        "methods",
        "inputs",
        "rates",
        "requires",
        "lint",
    ];

    private static readonly string[] Conditions = ["when", "offersWhen", "all", "any", "not"];
    private static readonly string[] Languages = ["en", "nl", "de"];

    /// <summary>The path without what tells one id, country, language or item from another; within a condition, from there.</summary>
    public string Kind =>
        string.Join(
            '/',
            Path.Select((segment, index) => IsIndex(segment) || IsKey(index) ? "*" : segment)
                .Skip(Path.ToList().FindLastIndex(segment => Conditions.Contains(segment)))
        );

    /// <summary>All places of a file but its root.</summary>
    public static IEnumerable<Place> All(JsonNode? node, params IReadOnlyList<string> path)
    {
        var members = node switch
        {
            JsonObject map => map.AsEnumerable(),
            JsonArray list => list.Select(
                (item, index) => KeyValuePair.Create(index.ToString(CultureInfo.InvariantCulture), item)
            ),
            _ => [],
        };
        return members.SelectMany(member =>
            All(member.Value, [.. path, member.Key]).Prepend(new([.. path, member.Key]))
        );
    }

    public JsonNode In(JsonNode file) =>
        Path.Aggregate(
            file,
            (node, segment) =>
                node is JsonArray list ? list[int.Parse(segment, CultureInfo.InvariantCulture)]! : node[segment]!
        );

    public override string ToString() => $"/{string.Join('/', Path)}";

    private bool IsKey(int index) =>
        (index > 0 && Maps.Contains(Path[index - 1]))
        || (index > 1 && Path[index - 2] == "rates")
        || Languages.Contains(Path[index]);

    private static bool IsIndex(string segment) => segment.All(char.IsAsciiDigit);
}
