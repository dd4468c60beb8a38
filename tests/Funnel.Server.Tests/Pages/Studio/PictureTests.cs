using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages.Studio;

/// <summary>A merchant sees a whole shop at a glance.</summary>
public sealed class PictureTests(StudioServer server, SharedBrowser browser)
{
    [Fact]
    public async Task The_print_shop_is_drawn_and_its_ways_and_figures_are_told_in_words()
    {
        await using var merchant = await Merchant.Open(browser, server, "/studio/print-shop");
        await merchant.SeesErrors(0);
        await merchant.Tab("Picture").ClickAsync();

        var pens = merchant.Page.Locator(".pane.picture [data-box='step pens']");
        await Assertions.Expect(pens).ToContainTextAsync("Then, on no or not shown: A handful of pens, perhaps?");
        await Assertions.Expect(merchant.Status).ToHaveTextAsync("As published in version 1");
        await merchant.Visitor.Look("studio-picture");
        await merchant.Page.SetViewportSizeAsync(768, 1024);
        await merchant.Tab("Report").ClickAsync();
        await merchant.Page.GetByText("72,036").WaitForAsync();
        await merchant.Visitor.Look("studio-report");
        Assert.Empty(merchant.Complaints);
    }
}
