using System.Net;
using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages;

/// <summary>The storefront takes a shopper from the first step to the confirmation.</summary>
public sealed class ShoppersWalkTests(SharedServer shared, SharedBrowser browser)
{
    [Fact]
    public async Task A_shopper_takes_what_is_offered_doubles_it_and_orders_it_for_the_total_on_the_button()
    {
        await using var shopper = await browser.Visit(shared.Api.Address, new() { Locale = "en" });
        await shopper.Go("/f/print-shop");
        await shopper.Sees("Your business cards");
        await shopper.Choose("1000");
        await shopper.Reads("What this does to your order");
        await shopper.Accept();
        await shopper.Sees("A thicker paper?");
        await shopper.Choose("400 g soft-touch");
        await shopper.Reads("What this does to your order");
        await shopper.Look("print-shop-paper-chosen");
        await shopper.Accept();
        await shopper.Sees("A finishing touch?");
        await shopper.Choose("Rounded corners");
        await shopper.Accept();
        await shopper.DeclineUntil("Pens to go with your cards?");
        await shopper.Accept();
        await shopper.DeclineUntil("Everything twice?");

        var order = await shopper.Order(shared.Api, "print-shop");
        var offer = (await order.View()).Offer("double-it");
        await shopper.Reads($"You save {offer.TextAt("/saving/display")}");
        await shopper.Look("print-shop-double");
        await shopper.Accept();

        await shopper.Sees("Look it over, then order");
        var total = (await order.View()).TextAt("/totals/total/display");
        await shopper.Button($"Order and pay {total}").ClickAsync();
        await shopper.Sees("Thank you for your order");
        var completed = (await order.View()).Expect(HttpStatusCode.OK);
        Assert.Equal("completed", completed.TextAt("/status"));
        Assert.Equal(total, completed.TextAt("/totals/total/display"));
        await shopper.Reads(order.Id);
        await shopper.Reads("2000 × Business cards");
        await shopper.Reads("50 × Pens with your logo");

        await shopper.Page.ReloadAsync();
        await shopper.Sees("Thank you for your order");
        await shopper.Reads(order.Id);
        await shopper.Button("Start a new order").ClickAsync();
        await shopper.Sees("Your business cards");
        await shopper.Reads("Nothing yet.");
        Assert.Empty(shopper.Complaints);
    }

    [Fact]
    public async Task A_shopper_says_no_to_all_but_the_cards_and_orders_them()
    {
        await using var shopper = await browser.Visit(shared.Api.Address, new() { Locale = "nl" });

        await shopper.Go("/f/print-shop");
        await shopper.Sees("Je visitekaartjes");
        await shopper.Page.GetByRole(AriaRole.Radio, new() { Name = "250 + € 14,95" }).CheckAsync();
        await shopper.Button("Dit kies ik + € 14,95").ClickAsync();
        await shopper.Sees("Een steviger papier?");
        await shopper.DeclineUntil("Kijk het na en bestel", "Nee, bedankt");
        await shopper.Button("Bestel en betaal € 14,95").ClickAsync();
        await shopper.Sees("Bedankt voor je bestelling");
        await shopper.Look("print-shop-done-nl");

        var order = await shopper.Order(shared.Api, "print-shop");
        Assert.Equal("14.95", (await order.View()).Total);
        Assert.Empty(shopper.Complaints);
    }

    [Fact]
    public async Task The_second_of_a_double_click_does_not_answer_the_next_step()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Accept();
        await shopper.Sees("A thicker paper?");
        await shopper.Button("No, thanks").ClickAsync();
        await shopper.Sees("A finishing touch?");

        // By now the next step's button stands where the first click fell.
        await shopper.Button("No, thanks").HoverAsync();
        await shopper.Page.Mouse.DownAsync(new() { ClickCount = 2 });
        await shopper.Page.Mouse.UpAsync(new() { ClickCount = 2 });

        await shopper.Button("No, thanks").DblClickAsync();
        await shopper.Sees("Something to keep them in?");
        Assert.Equal(4, (await (await shopper.Order(shared.Api, "print-shop")).View()).Revision);
        Assert.Empty(shopper.Complaints);
    }
}
