using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages.Studio;

/// <summary>The editor knows how a funnel is written, and can be left again.</summary>
public sealed class EditorTests(StudioServer server, SharedBrowser browser)
{
    [Fact]
    public async Task What_may_stand_somewhere_is_offered_and_explained()
    {
        await server.Api.Funnel("studio-blank").Save("{\n  \n}\n");
        await using var merchant = await Merchant.Open(browser, server, "/studio/studio-blank");
        await merchant.Editor.FocusAsync();
        await merchant.Page.Keyboard.PressAsync("Control+Home");
        await merchant.Page.Keyboard.PressAsync("ArrowDown");
        await merchant.Page.Keyboard.PressAsync("End");
        await merchant.Page.Keyboard.PressAsync("Control+Space");

        var offered = merchant.Page.GetByRole(AriaRole.Option);
        await Assertions.Expect(offered.Filter(new() { HasText = "currency" })).ToBeVisibleAsync();
        await offered.Filter(new() { HasText = "steps" }).ClickAsync();

        await Assertions.Expect(merchant.Editor).ToContainTextAsync("\"steps\": [");
        await merchant.Editor.GetByText("\"steps\"").HoverAsync();
        await Assertions.Expect(merchant.Page.Locator(".cm-help")).ToContainTextAsync("The screens of the walk.");
        Assert.Empty(merchant.Complaints);
    }

    [Fact]
    public async Task What_is_wrong_is_marked_where_it_stands_however_the_text_is_written()
    {
        var written = WrittenFunnel
            .Mugs("studio-letters", "🍵🍵 für zwei\", \"currency\": \"EURO")
            .Replace("  \"currency\": \"EUR\",\n", "", StringComparison.Ordinal)
            .Replace("\n", "\r\n", StringComparison.Ordinal);
        await server.Api.Funnel("studio-letters").Save(written);
        await server.Api.Funnel("studio-deep").Save(new string('[', 100_000));
        await using var merchant = await Merchant.Open(browser, server, "/studio/studio-letters");
        await Assertions.Expect(merchant.Squiggles).ToHaveTextAsync(["\"EURO\""]);
        await merchant.Replace("EURO", "EUR");
        await merchant.SeesErrors(0);
        await merchant.Page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(merchant.Status).ToContainTextAsync("by anna");
        Assert.Equal(
            written.Replace("EURO", "EUR", StringComparison.Ordinal),
            (await server.Api.Funnel("studio-letters").Draft()).Body
        );

        await merchant.Visitor.Go("/studio/studio-deep");
        await merchant.SeesErrors(1);
        await merchant.Button("Format").ClickAsync();
        await merchant.Page.GetByText("Only valid JSON can be laid out.").WaitForAsync();
        Assert.Empty(merchant.Complaints);
    }

    [Fact]
    public async Task Who_has_a_keyboard_only_gets_out_of_the_editor_again()
    {
        await server.Api.Funnel("studio-keyboard").Save(WrittenFunnel.Mugs("studio-keyboard"));
        await using var merchant = await Merchant.Open(browser, server, "/studio/studio-keyboard");
        await merchant.SeesErrors(0);
        await merchant.Tab("Picture").FocusAsync();
        await merchant.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(merchant.Tab("Try it")).ToBeFocusedAsync();
        await merchant.TryOut.GetByRole(AriaRole.Heading, new() { Name = "A mug" }).WaitForAsync();
        await merchant.Page.Keyboard.PressAsync("ArrowLeft");

        foreach (var name in new[] { "Format", "Search" })
        {
            await merchant.Page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(merchant.Button(name)).ToBeFocusedAsync();
        }

        await merchant.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(merchant.Editor).ToBeFocusedAsync();
        await merchant.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(merchant.Status).ToHaveTextAsync("Not saved yet");
        await Assertions.Expect(merchant.Editor).ToBeFocusedAsync();
        await merchant.Page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(merchant.Status).ToContainTextAsync("by anna");
        await merchant.Page.Keyboard.PressAsync("Escape");
        await merchant.Page.Keyboard.PressAsync("Tab");

        var picture = merchant.Page.GetByRole(AriaRole.Group, new() { Name = "Picture of Mugs" });
        await Assertions.Expect(picture).ToBeFocusedAsync();
        await merchant.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(picture.GetByRole(AriaRole.Button, new() { Name = "A mug" })).ToBeFocusedAsync();
        await merchant.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(merchant.Editor).ToBeFocusedAsync();
        await Assertions.Expect(merchant.CursorLine).ToHaveTextAsync("10");
        Assert.Empty(merchant.Complaints);
    }
}
