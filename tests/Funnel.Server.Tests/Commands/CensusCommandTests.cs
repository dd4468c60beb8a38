using System.Text.Json;
using Funnel.Server.Tests.Running;
using Funnel.Tests;

namespace Funnel.Server.Tests.Commands;

public sealed class CensusCommandTests
{
    [Fact]
    public async Task Tables_tell_what_is_true_of_all_walks()
    {
        var census = await Typed.Command("census", Typed.Funnel("print-shop.json"));

        Assert.Equal(0, census.ExitCode);
        Approved.Equal("census-print-shop", "txt", census.Anywhere);
    }

    [Fact]
    public async Task Where_the_census_stopped_it_says_what_is_certain()
    {
        var census = await Typed.Command("census", Typed.Funnel("software-plans.json"));

        Assert.Equal(0, census.ExitCode);
        Assert.Contains("no total is above", census.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Walks_of_the_json_can_be_walked()
    {
        var census = await Typed.Command("census", "--json", Typed.Funnel("print-shop.json"));

        using var document = JsonDocument.Parse(census.Output);
        var largest = document.RootElement.GetProperty("census").GetProperty("largest");
        var walk = largest.GetProperty("walk");
        var walked = await Typed.WithInput(
            string.Join(
                '\n',
                walk.GetProperty("answers").EnumerateArray().Select(answer => JsonSerializer.Serialize(answer))
            ),
            [
                "walk",
                Typed.Funnel("print-shop.json"),
                "--at",
                walk.TextAt("/at")!,
                "--customer",
                $"segment={walk.TextAt("/start/customer/segment")}",
            ]
        );
        Assert.Equal((0, ""), (walked.ExitCode, walked.Errors));
        Assert.Contains(largest.TextAt("/amount/display")!, walked.Output, StringComparison.Ordinal);
    }
}
