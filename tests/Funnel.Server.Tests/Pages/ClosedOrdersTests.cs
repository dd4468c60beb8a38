using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Pages;

/// <summary>An order that cannot go on says so, and another can be begun.</summary>
public sealed class ClosedOrdersTests(SharedServer shared, SharedBrowser browser)
{
    [Fact]
    public async Task An_order_that_expires_while_it_is_open_in_the_page_says_what_became_of_it()
    {
        await using var server = RunningServer.Start();
        await using var shopper = await browser.Visit(server.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Accept();
        await shopper.Sees("A thicker paper?");
        var order = await shopper.Order(server.Api, "print-shop");
        await shopper.Button("Change: Your business cards").ClickAsync();
        await shopper.Reads("You are changing an earlier answer");
        server.Clock.Advance(TimeSpan.FromDays(2));

        await shopper.Choose("250");
        await shopper.Accept();
        await shopper.Sees("This order has expired");
        await shopper.Look("print-shop-expired");
        Assert.Equal(0, await shopper.Page.GetByText("You are changing an earlier answer").CountAsync());
        Assert.Equal(0, await shopper.Page.GetByText("changed somewhere else").CountAsync());

        await shopper.Page.ReloadAsync();
        await shopper.Sees("This order has expired");
        await shopper.GoOnBy(shopper.Button("Start a new order"));
        await shopper.Sees("Your business cards");
        Assert.NotEqual(order.Id, (await shopper.Order(server.Api, "print-shop")).Id);
    }

    [Fact]
    public async Task An_order_that_was_only_left_alone_for_a_while_goes_on_without_a_word()
    {
        await using var server = RunningServer.Start();
        await using var shopper = await browser.Visit(server.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Accept();
        await shopper.Sees("A thicker paper?");
        var order = await shopper.Order(server.Api, "print-shop");
        server.Clock.Advance(TimeSpan.FromHours(2));
        await Eventually.Becomes(() => order.View(), view => view.Revision == 3);

        await shopper.Decline();
        await shopper.Sees("A finishing touch?");
        Assert.Equal(0, await shopper.Page.GetByText("changed somewhere else").CountAsync());
    }

    [Fact]
    public async Task An_order_is_cancelled_once_that_is_confirmed()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Accept();
        await shopper.Sees("A thicker paper?");
        await shopper.Button("Cancel this order").ClickAsync();
        await shopper.Look("print-shop-cancel-dialog");
        await shopper.Button("No, go on").ClickAsync();
        await shopper.Sees("A thicker paper?");

        await shopper.Button("Cancel this order").ClickAsync();
        await shopper.GoOnBy(shopper.Button("Yes, cancel it"));
        await shopper.Sees("This order is cancelled");
        await shopper.Page.ReloadAsync();
        await shopper.Sees("This order is cancelled");
        var order = await (await shopper.Order(shared.Api, "print-shop")).View();
        Assert.Equal("cancelled", order.TextAt("/status"));
        Assert.Empty(shopper.Complaints);
    }

    [Fact]
    public async Task What_is_not_sold_here_is_told_in_words()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        foreach (var path in (string[])["/f/no-such-shop", "/f/%25", "/f/a%20b"])
        {
            await shopper.Go(path);
            await shopper.Sees("There is no such shop");
        }

        await shopper.Look("no-such-shop");
        await shopper.Page.GetByText("All shops").ClickAsync();
        await shopper.Sees("What would you like to order?");
        await shopper.Reads("Drukkerij Vierkleur: business cards");
        await shopper.Look("all-shops");
    }
}
