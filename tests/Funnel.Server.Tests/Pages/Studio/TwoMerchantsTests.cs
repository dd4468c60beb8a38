using System.Net;
using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages.Studio;

/// <summary>Two people who write the same draft are told of each other, and neither is overwritten.</summary>
public sealed class TwoMerchantsTests(StudioServer server, SharedBrowser browser)
{
    private const string Id = "studio-two";

    private FunnelClient Funnel => server.Api.Funnel(Id);

    [Fact]
    public async Task Who_saves_second_sees_what_differs_and_decides()
    {
        await Funnel.Save(WrittenFunnel.Mugs(Id));
        await using var anna = await Merchant.Open(browser, server, $"/studio/{Id}");
        await using var ben = await Merchant.Open(browser, server, $"/studio/{Id}", StudioServer.BensKey);
        await anna.SeesErrors(0);
        await ben.SeesErrors(0);
        await anna.Replace("A spoon", "A spoon of Anna");

        await Save(ben, "A mug", "A mug of Ben");
        await HearsOfBen(anna);
        await TakesHis(anna);

        await Save(ben, "A mug of Ben", "A large mug of Ben");
        await Overwrites(anna);
        Assert.Empty(anna.Complaints.Concat(ben.Complaints));
    }

    [Fact]
    public async Task Who_publishes_second_looks_again_at_what_that_would_change()
    {
        const string id = "studio-overtaken";
        var ben = server.Api.Funnel(id, StudioServer.BensKey);
        await ben.Publish(WrittenFunnel.Mugs(id));
        await ben.Publish(WrittenFunnel.Mugs(id).Replace("5.00", "6.00", StringComparison.Ordinal));
        await using var anna = await Merchant.Open(browser, server, $"/studio/{id}");
        await anna.SeesErrors(0);
        await anna.Replace("6.00", "7.00");

        await anna.Button("Publish…").ClickAsync();
        await anna.Button("Publish as version 3").WaitForAsync();
        (await ben.Restore(1)).Expect(HttpStatusCode.Created);
        await anna.Button("Publish as version 3").ClickAsync();
        await anna.Dialog.GetByText("Somebody has published version 3 meanwhile").WaitForAsync();
        await anna.Dialog.GetByRole(AriaRole.Cell, new() { Name = "+€2.00" }).First.WaitForAsync();
        Assert.Equal(3, await ben.Newest());
        await anna.Button("Publish as version 4").ClickAsync();
        await anna.Button("Go on writing").ClickAsync();

        await anna.Button("Versions").ClickAsync();
        await anna
            .Dialog.GetByRole(AriaRole.Navigation)
            .GetByRole(AriaRole.Button, new() { Name = "Version 1" })
            .Last.ClickAsync();
        await anna.Button("Restore version 1…").ClickAsync();
        (await ben.Restore(2)).Expect(HttpStatusCode.Created);
        await anna.Button("Restore as version 5").ClickAsync();
        await anna.Dialog.GetByText("Somebody has published meanwhile").WaitForAsync();
        await anna.Dialog.GetByRole(AriaRole.Cell, new() { Name = "−€1.00" }).First.WaitForAsync();
        Assert.Equal(5, await ben.Newest());
        await anna.Button("Restore version 1…").ClickAsync();
        await anna.Button("Restore as version 6").ClickAsync();
        await anna.Dialog.GetByText("version 1 anew").Nth(1).WaitForAsync();
        Assert.Equal(6, await ben.Newest());
        Assert.Empty(anna.Complaints);
    }

    private static async Task Save(Merchant ben, string part, string by)
    {
        await ben.Replace(part, by);
        await ben.Page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(ben.Status).ToContainTextAsync("by ben");
    }

    private static async Task HearsOfBen(Merchant anna)
    {
        // As when she comes back to the tab; it would look by itself, too.
        await anna.Page.EvaluateAsync("dispatchEvent(new Event('focus'))");

        await anna.Page.GetByText("ben saved this draft 15 Jun 2026").WaitForAsync();
        await Assertions.Expect(anna.Editor).ToContainTextAsync("A spoon of Anna");
    }

    private async Task TakesHis(Merchant anna)
    {
        await anna.Button("Save draft").ClickAsync();
        await Assertions.Expect(anna.Dialog).ToContainTextAsync("Somebody else has saved this draft");
        await Assertions.Expect(anna.Dialog).ToContainTextAsync("by ben");
        await Assertions.Expect(anna.Dialog.Locator("code.removed")).ToContainTextAsync(["A mug of Ben", "A spoon\""]);
        await Assertions.Expect(anna.Dialog.Locator("code.added")).ToContainTextAsync(["A mug\"", "A spoon of Anna"]);
        await anna.Visitor.Look("studio-conflict");
        Assert.DoesNotContain("Anna", (await Funnel.Draft()).Body, StringComparison.Ordinal);

        await anna.Button("Take theirs").ClickAsync();
        await Assertions.Expect(anna.Editor).ToContainTextAsync("A mug of Ben");
        await Assertions.Expect(anna.Editor).Not.ToContainTextAsync("Anna");
        await Assertions.Expect(anna.Status).ToContainTextAsync("by ben");
        await anna.Editor.FocusAsync();
        await anna.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(anna.Editor).ToContainTextAsync("A spoon of Anna");
    }

    private async Task Overwrites(Merchant anna)
    {
        await anna.Page.Keyboard.PressAsync("Control+s");
        await anna.Button("Save mine over it").ClickAsync();

        await Assertions.Expect(anna.Status).ToContainTextAsync("by anna");
        var draft = (await Funnel.Draft()).Body;
        Assert.Contains("A spoon of Anna", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben", draft, StringComparison.Ordinal);
    }
}
