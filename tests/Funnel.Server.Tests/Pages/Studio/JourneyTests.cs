using System.Net;
using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages.Studio;

/// <summary>A merchant changes a funnel that is sold.</summary>
public sealed class JourneyTests(StudioServer server, SharedBrowser browser)
{
    private const string Id = "studio-journey";

    private static readonly string Written = WrittenFunnel.Mugs(Id);

    private FunnelClient Funnel => server.Api.Funnel(Id, StudioServer.BensKey);

    [Fact]
    public async Task A_merchant_breaks_a_funnel_mends_it_tries_it_publishes_it_and_takes_it_back()
    {
        await Funnel.Publish(Written);
        await using var merchant = await Merchant.Open(browser, server, $"/studio/{Id}");
        await merchant.SeesErrors(0);

        await Break(merchant);
        await Mend(merchant);
        await GoThroughThePicture(merchant);
        await GoAWalkOfTheReport(merchant);
        await TryItOut(merchant);
        await Publish(merchant);
        await Restore(merchant);
        Assert.Empty(merchant.Complaints);
    }

    private static async Task Break(Merchant merchant)
    {
        await merchant.Replace("\"kind\": \"choose\"", "\"kind\": \"chose\"");
        await merchant.Replace("\"quantity\": 1", "\"quantity\": 0");

        await merchant.SeesErrors(2);
        await Assertions.Expect(merchant.Squiggles).ToHaveTextAsync(["\"chose\"", "0"]);
        await Assertions.Expect(merchant.Page.GetByText("As it was before the errors.")).ToBeVisibleAsync();
        await merchant.Visitor.Look("studio-problems");

        var (kind, quantity) = (LineOf("\"kind\": \"choose\""), LineOf("\"quantity\": 1"));
        // On a telephone the text is behind another tab.
        await merchant.Page.SetViewportSizeAsync(360, 740);
        await merchant.Tab("Report").ClickAsync();
        await merchant.Page.GetByRole(AriaRole.Button, new() { Name = "0 is not a whole number" }).ClickAsync();
        await Assertions.Expect(merchant.CursorLine).ToHaveTextAsync(quantity);
        await Assertions.Expect(merchant.Editor).ToBeFocusedAsync();
        await merchant.Page.SetViewportSizeAsync(1440, 900);
        await merchant.Page.Keyboard.PressAsync("Control+Home");
        foreach (var (key, line) in new[] { ("F8", kind), ("F8", quantity), ("Shift+F8", kind) })
        {
            await merchant.Page.Keyboard.PressAsync(key);
            await Assertions.Expect(merchant.CursorLine).ToHaveTextAsync(line);
        }
    }

    private static async Task Mend(Merchant merchant)
    {
        await merchant.Replace("\"chose\"", "\"choose\"");
        await merchant.Replace("\"quantity\": 0", "\"quantity\": 1");
        await merchant.Replace("5.00", "6.00");

        await merchant.SeesErrors(0);
        await Assertions.Expect(merchant.Squiggles).ToHaveCountAsync(0);
        await Assertions.Expect(merchant.Status).ToHaveTextAsync("Not saved yet");
    }

    private static async Task GoThroughThePicture(Merchant merchant)
    {
        var picture = merchant.Page.Locator(".pane.picture");
        var step = picture.GetByRole(AriaRole.Button, new() { Name = "A spoon" });
        await step.ClickAsync();
        await Assertions.Expect(merchant.CursorLine).ToHaveTextAsync(LineOf("{\n      \"id\": \"spoon\""));
        await Assertions.Expect(step).ToHaveAttributeAsync("aria-current", "true");
        await picture.GetByRole(AriaRole.Button, new() { Name = "Spoon + €1.00" }).ClickAsync();
        await Assertions.Expect(merchant.CursorLine).ToHaveTextAsync(LineOf("{\n          \"id\": \"spoon\""));

        await merchant.Mark("A mug");
        await Assertions
            .Expect(picture.GetByRole(AriaRole.Button, new() { Name = "A mug" }))
            .ToHaveAttributeAsync("aria-current", "true");
    }

    private static async Task GoAWalkOfTheReport(Merchant merchant)
    {
        await merchant.Page.GetByRole(AriaRole.Button, new() { Name = "the largest total" }).ClickAsync();

        await merchant.TryOut.GetByRole(AriaRole.Button, new() { Name = "Order and pay €7.00" }).WaitForAsync();
        await merchant.Visitor.Look("studio-try");
    }

    private async Task TryItOut(Merchant merchant)
    {
        await merchant.Button("Start again").ClickAsync();
        await merchant.TryOut.GetByRole(AriaRole.Button, new() { Name = "Choose this + €6.00" }).ClickAsync();
        await merchant.TryOut.GetByRole(AriaRole.Button, new() { Name = "No, thanks" }).ClickAsync();
        await merchant.TryOut.GetByRole(AriaRole.Button, new() { Name = "Order and pay €6.00" }).WaitForAsync();
        // With another text the shopper goes on where they are.
        await merchant.Replace("6.00", "6.50");
        await merchant.TryOut.GetByRole(AriaRole.Button, new() { Name = "Order and pay €6.50" }).ClickAsync();
        await merchant.TryOut.GetByText("Thank you for your order").WaitForAsync();

        Assert.Equal(1, await Funnel.Newest());
        var orders = await server.Api.Send(HttpMethod.Get, $"/v1/orders?funnel={Id}", token: StudioServer.BensKey);
        Assert.Empty(orders.Expect(HttpStatusCode.OK).Json.GetProperty("orders").EnumerateArray());
    }

    private async Task Publish(Merchant merchant)
    {
        await merchant.Button("Publish…").ClickAsync();
        var price = merchant.Dialog.GetByRole(AriaRole.Row).Filter(new() { HasText = "mug" }).First;
        await Assertions.Expect(price.Locator("td")).ToHaveTextAsync(["1", "€5.00", "€6.50", "+€1.50"]);
        await merchant.Visitor.Look("studio-publish");
        await merchant.Button("Publish as version 2").ClickAsync();
        await merchant.Dialog.GetByText("Version 2 is published").WaitForAsync();
        await merchant.Button("Go on writing").ClickAsync();

        var shop = await merchant.Visitor.OpenTab($"/f/{Id}");
        await shop.GetByRole(AriaRole.Button, new() { Name = "Choose this + €6.50" }).WaitForAsync();
        await shop.CloseAsync();
    }

    private async Task Restore(Merchant merchant)
    {
        await merchant.Button("Versions").ClickAsync();
        var versions = merchant.Dialog.GetByRole(AriaRole.Navigation);
        await versions.GetByRole(AriaRole.Button, new() { Name = "Version 1" }).ClickAsync();
        await merchant.Button("Its text").ClickAsync();
        var text = merchant.Dialog.GetByRole(AriaRole.Textbox);
        await Assertions.Expect(text).ToContainTextAsync("\"price\": \"5.00\"");
        await Assertions.Expect(text).ToHaveAttributeAsync("aria-readonly", "true");
        await merchant.Button("What restoring it would change now").ClickAsync();
        await merchant.Button("Restore version 1…").ClickAsync();
        await merchant.Dialog.GetByRole(AriaRole.Cell, new() { Name = "−€1.50" }).First.WaitForAsync();
        await merchant.Visitor.Look("studio-restore");
        await merchant.Button("Restore as version 3").ClickAsync();
        var third = versions.GetByRole(AriaRole.Button, new() { Name = "Version 3" });
        await Assertions.Expect(third).ToContainTextAsync("by anna; version 1 anew");

        Assert.Equal(3, await Funnel.Newest());
        Assert.Equal(Written, (await Funnel.Version(3)).Body);
        Assert.Contains("6.50", (await Funnel.Draft()).Body, StringComparison.Ordinal);
    }

    private static string LineOf(string part) => WrittenFunnel.Line(Written, part);
}
