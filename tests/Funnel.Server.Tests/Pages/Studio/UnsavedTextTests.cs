using System.Net;
using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages.Studio;

/// <summary>What a merchant has written is not lost, whatever happens.</summary>
public sealed class UnsavedTextTests(StudioServer server, SharedBrowser browser)
{
    private const string BroughtBack = "What you had not saved was brought back";

    [Fact]
    public async Task It_is_there_after_a_reload_until_it_is_discarded()
    {
        await using var merchant = await Open("studio-reload");
        await merchant.Replace("A spoon", "A long spoon");
        await merchant.Page.ReloadAsync();

        await merchant.Page.GetByText(BroughtBack).WaitForAsync();
        await Assertions.Expect(merchant.Editor).ToContainTextAsync("A long spoon");
        await merchant.Button("Discard it").ClickAsync();
        await Assertions.Expect(merchant.Editor).Not.ToContainTextAsync("A long spoon");
        await Assertions.Expect(merchant.Status).ToContainTextAsync("Saved");
        await merchant.Page.EvaluateAsync("localStorage.setItem('funnel.unsaved.studio-reload', '{ of another')");
        await merchant.Page.ReloadAsync();

        await Assertions.Expect(merchant.Editor).ToContainTextAsync("A spoon");
        await Assertions.Expect(merchant.Page.GetByText(BroughtBack)).ToHaveCountAsync(0);
        Assert.Empty(merchant.Complaints);
    }

    [Fact]
    public async Task It_is_there_after_the_key_was_asked_for_again()
    {
        await using var merchant = await Open("studio-key-lost");
        // What the server says of a key that it no longer knows.
        const string calls = "**/v1/**";
        await merchant.Page.RouteAsync(
            calls,
            route =>
                route.ContinueAsync(
                    new()
                    {
                        Headers = new Dictionary<string, string>(route.Request.Headers)
                        {
                            ["authorization"] = "Bearer a-key-that-was-taken-away",
                        },
                    }
                )
        );
        await merchant.Replace("\"kind\": \"choose\"", "\"kind\": \"chose\"");
        await merchant.Page.GetByText("The server does not know that key.").WaitForAsync();
        await merchant.Page.UnrouteAsync(calls);

        await merchant.GiveKey(StudioServer.AnnasKey);

        await merchant.SeesErrors(1);
        await Assertions.Expect(merchant.Squiggles).ToHaveTextAsync("\"chose\"");
        Assert.Empty(merchant.Complaints);
    }

    [Fact]
    public async Task It_is_saved_once_the_server_is_found_again()
    {
        await using var merchant = await Open("studio-offline");
        await merchant.Visitor.GoOffline();
        await merchant.Replace("A spoon", "A long spoon");
        await merchant.Page.Keyboard.PressAsync("Control+s");
        await merchant.Page.GetByText("The server cannot be reached.").WaitForAsync();
        await merchant.Replace("A long spoon", "A longer spoon");
        await merchant.Visitor.GoOffline(false);

        await Assertions.Expect(merchant.Page.GetByText("The server cannot be reached.")).ToHaveCountAsync(0);
        await Assertions
            .Expect(
                merchant.Page.Locator(".pane.picture").GetByRole(AriaRole.Button, new() { Name = "A longer spoon" })
            )
            .ToBeVisibleAsync();
        await Assertions.Expect(merchant.Status).ToHaveTextAsync("Not saved yet");
        Assert.Contains("A long spoon", (await Draft("studio-offline")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_taken_for_a_draft_that_it_did_not_begin_from()
    {
        await using var merchant = await Open("studio-discarded");
        await merchant.Replace("A spoon", "A long spoon");
        await merchant.Page.GotoAsync("about:blank");
        var bens = WrittenFunnel.Mugs("studio-discarded", "Mugs of Ben");
        var saved = await server.Api.Funnel("studio-discarded", StudioServer.BensKey).Save(bens, ("If-Match", "*"));
        saved.Expect(HttpStatusCode.OK);
        await merchant.Visitor.Go("/studio/studio-discarded");

        await merchant.Page.GetByText(BroughtBack).WaitForAsync();
        await merchant.Page.GetByText("ben saved this draft").WaitForAsync();
        await merchant.Button("Discard it").ClickAsync();
        await Assertions.Expect(merchant.Editor).ToContainTextAsync("Mugs of Ben");
        await Assertions.Expect(merchant.Page.GetByText("ben saved this draft")).ToHaveCountAsync(0);
        await merchant.Replace("A spoon", "A short spoon");
        await merchant.Page.Keyboard.PressAsync("Control+s");

        await Assertions.Expect(merchant.Status).ToContainTextAsync("by anna");
        Assert.Contains("A short spoon", (await Draft("studio-discarded")).Body, StringComparison.Ordinal);
        Assert.Empty(merchant.Complaints);
    }

    private Task<Reply> Draft(string id) => server.Api.Funnel(id).Draft();

    private async Task<Merchant> Open(string id)
    {
        await server.Api.Funnel(id).Save(WrittenFunnel.Mugs(id));
        var merchant = await Merchant.Open(browser, server, $"/studio/{id}");
        await merchant.SeesErrors(0);
        return merchant;
    }
}
