using System.Text.Json;
using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests;

/// <summary>The page at <c>/</c> lets a person walk an order.</summary>
public sealed class PageTests(SharedServer shared)
{
    [Fact]
    public async Task A_person_chooses_declines_and_completes_an_order_in_the_page()
    {
        await using var chromium = await Chromium.Start();
        var complaints = new List<string>();
        var page = await chromium.Open(complaints);

        await page.GotoAsync(shared.Api.Address.ToString());
        var shop = page.Locator(".card").Filter(new() { HasText = "Drukkerij Vierkleur" });
        await Click(page, shop.GetByText("Start (en)"));
        await page.GetByLabel("Quantity").SelectOptionAsync("250");
        await page.GetByText("→ €14.95").WaitForAsync();

        var order = await Click(page, page.GetByText("Yes, please"));
        while (order.TextAt("/step/title") is { } title)
        {
            await page.Locator("h2").Filter(new() { HasText = title }).WaitForAsync();
            order = await Click(page, page.GetByText("No, thanks"));
        }

        order = await Click(page, page.GetByText("Order and pay €14.95"));
        Assert.Equal("completed", order.TextAt("/status"));
        await page.GetByText("Thank you.").WaitForAsync();
        Assert.Empty(complaints);
    }

    /// <summary>Clicks, and gives what the server then answers.</summary>
    private static async Task<JsonElement> Click(IPage page, ILocator button)
    {
        var reply = await page.RunAndWaitForResponseAsync(() => button.ClickAsync(), "**/v1/**");
        return JsonElement.Parse(await reply.TextAsync());
    }
}
