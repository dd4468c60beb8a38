using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages;

/// <summary>The storefront walks a shopper through an order.</summary>
public sealed class StorefrontTests(SharedServer shared, SharedBrowser browser)
{
    [Fact]
    public async Task A_shopper_says_no_to_all_but_the_cards_and_orders_them()
    {
        await using var shopper = await browser.Visit(shared.Api.Address, new() { Locale = "nl" });

        await shopper.Go("/f/print-shop");
        await shopper.Sees("Je visitekaartjes");
        await shopper.Look("print-shop-cards-nl");
        await shopper.Page.GetByRole(AriaRole.Radio, new() { Name = "250 + € 14,95" }).CheckAsync();
        await shopper.Button("Dit kies ik + € 14,95").ClickAsync();
        await shopper.Sees("Een steviger papier?");

        while (await shopper.Button("Nee, bedankt").IsVisibleAsync())
        {
            var asked = await shopper.Heading();
            await shopper.Button("Nee, bedankt").ClickAsync();
            await shopper.Page.Locator("h1").Filter(new() { HasNotText = asked }).WaitForAsync();
        }

        await shopper.Sees("Kijk het na en bestel");
        await shopper.Look("print-shop-review-nl");
        await shopper.Button("Bestel en betaal € 14,95").ClickAsync();
        await shopper.Sees("Bedankt voor je bestelling");
        await shopper.Look("print-shop-done-nl");
        Assert.Empty(shopper.Complaints);
    }
}
