using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages.Studio;

/// <summary>The studio is for who has a merchant's key.</summary>
public sealed class SignInTests(StudioServer server, SharedBrowser browser)
{
    [Fact]
    public async Task A_key_that_is_not_known_is_refused_in_words_and_another_may_follow()
    {
        await server.Api.Funnel("only-drafted", StudioServer.BensKey).Save(WrittenFunnel.Mugs("only-drafted"));
        await using var merchant = await Merchant.Open(browser, server, "/studio", "a-key-that-nobody-has");

        await merchant.Page.GetByText("The server does not know that key.").WaitForAsync();
        await merchant.Visitor.Look("studio-key");

        await merchant.GiveKey(StudioServer.AnnasKey);
        var shop = merchant.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "print-shop" });
        await Assertions.Expect(shop).ToContainTextAsync("Version 1");
        await Assertions.Expect(shop).ToContainTextAsync("No draft");
        var drafted = merchant.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "only-drafted" });
        await Assertions.Expect(drafted).ToContainTextAsync("Never published");
        await Assertions.Expect(drafted).ToContainTextAsync("by ben");
        await merchant.Visitor.Look("studio-list");

        await merchant.Page.GetByRole(AriaRole.Link, new() { Name = "only-drafted" }).ClickAsync();
        await Assertions.Expect(merchant.Editor).ToContainTextAsync("\"id\": \"only-drafted\"");
        Assert.Empty(merchant.Complaints);
    }
}
