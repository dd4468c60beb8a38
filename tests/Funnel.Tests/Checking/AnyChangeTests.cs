using System.Text.Json.Nodes;
using Funnel.Definitions;

namespace Funnel.Tests.Checking;

/// <summary>Every value of the shop, put out of shape in turn.</summary>
public sealed class AnyChangeTests
{
    public static TheoryData<string> Pointers => [.. PointersIn(JsonNode.Parse(CheckedShop.Json)!, "")];

    [Theory]
    [MemberData(nameof(Pointers))]
    public void What_is_out_of_shape_is_reported_once_and_by_reading(string pointer) =>
        Assert.All(
            CheckedShop.Check(CheckedShop.With(pointer, "null")).Problems,
            problem => Assert.StartsWith("FNL00", problem.Code, StringComparison.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Pointers))]
    public void Every_problem_has_its_place_and_the_list_is_in_the_file_s_order(string pointer)
    {
        foreach (var changed in (string[])["7", "\"x\"", "[]", "{}", "[{}]", "\"choose\"", "\"end\""])
        {
            AssertPlaced(CheckedShop.With(pointer, changed));
        }

        AssertPlaced(CheckedShop.Without(pointer));
    }

    private static void AssertPlaced(string json)
    {
        var (definition, problems) = CheckedShop.Check(json);
        var root = JsonNode.Parse(json)!;

        Assert.NotNull(definition);
        Assert.All(problems, problem => Assert.Contains(problem.Pointer, PointersIn(root, "").Append("")));
        Assert.All(problems, problem => Assert.Equal(Severity.Error, problem.Severity));
        Assert.Equal(problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column), problems);
        Assert.Equal(problems.Distinct(), problems);
    }

    private static IEnumerable<string> PointersIn(JsonNode node, string pointer) =>
        node switch
        {
            JsonObject map => map.SelectMany(member => Within(member.Value, $"{pointer}/{member.Key}")),
            JsonArray list => list.SelectMany((item, index) => Within(item, $"{pointer}/{index}")),
            _ => [],
        };

    private static IEnumerable<string> Within(JsonNode? node, string pointer) =>
        node is null ? [pointer] : PointersIn(node, pointer).Prepend(pointer);
}
