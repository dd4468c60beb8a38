using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Server.Tests.Running;
using Funnel.Tests;

namespace Funnel.Server.Tests.Commands;

public sealed class DiffCommandTests : IDisposable
{
    private readonly TemporaryFolder _files = TemporaryFolder.With(
        ("changed.json", Changed()),
        ("bad.json", SmallFunnel.Mug("5,00"))
    );

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Effects_are_told_in_words()
    {
        var diff = await Typed.Command("diff", Typed.Funnel("print-shop.json"), FileAt("changed.json"));

        Assert.Equal((0, ""), (diff.ExitCode, diff.Errors));
        Approved.Equal("diff-print-shop", "txt", diff.Anywhere);
    }

    [Fact]
    public async Task Exit_code_tells_differences_from_none_and_from_trouble()
    {
        var shop = Typed.Funnel("print-shop.json");

        var same = await Typed.Command("diff", "--exit-code", shop, shop);
        var different = await Typed.Command("diff", "--exit-code", "--json", shop, FileAt("changed.json"));
        var trouble = await Typed.Command("diff", "--exit-code", shop, FileAt("bad.json"));

        Assert.Equal((0, 1, 2), (same.ExitCode, different.ExitCode, trouble.ExitCode));
        Assert.Equal("The two do the same. Texts and pictures are not compared.\n", same.Output);
        using var document = JsonDocument.Parse(different.Output);
        Assert.False(document.RootElement.GetProperty("same").GetBoolean());
    }

    /// <summary>Packs are dearer, pens cheaper, a paper is gone, two steps change places, delivery is free later.</summary>
    private static string Changed()
    {
        var shop = JsonNode.Parse(File.ReadAllText(Typed.Funnel("print-shop.json")))!;
        shop["products"]!["business-cards"]!["price"]!["byQuantity"]!["250"] = "24.95";
        shop["products"]!["pens"]!["price"]!["byQuantity"]!["25"] = "15.00";
        shop["shipping"]!["methods"]!["standard"]!["freeFrom"] = "60.00";
        var steps = shop["steps"]!.AsArray();
        steps.Single(step => step!["id"]!.GetValue<string>() == "paper")!["offers"]!.AsArray().RemoveAt(0);
        var box = steps.Single(step => step!["id"]!.GetValue<string>() == "box")!;
        var place = steps.IndexOf(box);
        steps.RemoveAt(place);
        steps.Insert(place + 1, box);
        return shop.ToJsonString();
    }

    private string FileAt(string name) => Path.Combine(_files.Path, name);
}
