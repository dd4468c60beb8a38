using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages.Studio;

/// <summary>Somebody at work in the studio.</summary>
internal sealed class Merchant : IAsyncDisposable
{
    private Merchant(Visitor visitor) => Visitor = visitor;

    public Visitor Visitor { get; }

    public IPage Page => Visitor.Page;

    /// <summary>What the page did wrong. That the server said no is no fault of it: that is what it is asked for.</summary>
    public IEnumerable<string> Complaints =>
        Visitor.Complaints.Where(one =>
            !one.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal)
        );

    /// <summary>The shop as a shopper sees it, of the text in the editor.</summary>
    public IFrameLocator TryOut => Page.FrameLocator("iframe");

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public ILocator Editor => Page.Locator(".pane.text .cm-content");

    /// <summary>What is underlined as an error.</summary>
    public ILocator Squiggles => Editor.Locator(".cm-lintRange-error");

    /// <summary>The number of the line that the cursor is in.</summary>
    public ILocator CursorLine => Page.Locator(".pane.text .cm-lineNumbers .cm-activeLineGutter");

    public ILocator Status => Page.Locator("header.top").GetByRole(AriaRole.Status);

    public static async Task<Merchant> Open(
        SharedBrowser browser,
        StudioServer server,
        string path,
        string key = StudioServer.AnnasKey
    )
    {
        var merchant = new Merchant(await browser.Visit(server.Api.Address));
        await merchant.Visitor.Go(path);
        await merchant.GiveKey(key);
        return merchant;
    }

    public async Task GiveKey(string key)
    {
        await Page.GetByLabel("Key", new() { Exact = true }).FillAsync(key);
        await Button("Open the studio").ClickAsync();
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Tab(string name) => Page.GetByRole(AriaRole.Tab, new() { Name = name });

    /// <summary>Marks the first such part of the text, by the editor's own search.</summary>
    public async Task Mark(string part)
    {
        await Editor.FocusAsync();
        await Page.Keyboard.PressAsync("Control+Home");
        await Page.Keyboard.PressAsync("Control+f");
        await Page.Locator(".cm-search input[name=search]").PressSequentiallyAsync(part);
        await Page.Keyboard.PressAsync("Enter");
        await Editor.Locator(".cm-searchMatch-selected").WaitForAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Editor).ToBeFocusedAsync();
    }

    public async Task Replace(string part, string by)
    {
        await Mark(part);
        await Page.Keyboard.InsertTextAsync(by);
    }

    /// <summary>Waits until the text was checked, with so many errors found.</summary>
    public Task SeesErrors(int number) =>
        Page.Locator(".pane.report .counts > :first-child")
            .GetByText(number == 1 ? "1 error" : $"{number} errors", new() { Exact = true })
            .WaitForAsync(new() { State = WaitForSelectorState.Attached });

    public ValueTask DisposeAsync() => Visitor.DisposeAsync();
}
