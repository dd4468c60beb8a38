using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages;

/// <summary>A connection that is lost costs a shopper nothing but the wait.</summary>
public sealed class LostConnectionTests(SharedServer shared, SharedBrowser browser)
{
    private const string Lost = "The server cannot be reached. Your order is safe; we keep trying.";

    [Fact]
    public async Task An_answer_that_did_not_reach_the_server_is_sent_again()
    {
        await using var shopper = await AtTheFirstStep();
        await shopper.Page.RouteAsync("**/answers/cards", route => route.AbortAsync(), new() { Times = 1 });

        await shopper.Primary().ClickAsync();
        await shopper.Reads(Lost);
        await shopper.Look("print-shop-lost");
        await shopper.Sees("A thicker paper?");
        await IsFine(shopper);
        Assert.Equal(2, (await (await shopper.Order(shared.Api, "print-shop")).View()).Revision);
    }

    [Fact]
    public async Task What_the_server_took_though_its_reply_was_lost_is_done_once_and_nobody_is_blamed()
    {
        await using var shopper = await AtTheFirstStep();
        var order = await shopper.Order(shared.Api, "print-shop");

        await LoseTheReply(shopper, "**/answers/cards");
        await shopper.Accept();
        await shopper.Sees("A thicker paper?");
        Assert.Equal(2, (await order.View()).Revision);

        await shopper.DeclineUntil("Something to keep them in?");
        await shopper.Accept();
        await shopper.DeclineUntil("Look it over, then order");
        await shopper.Button("Change: Something to keep them in?").ClickAsync();
        await shopper.Sees("Something to keep them in?");
        var before = await order.View();
        await LoseTheReply(shopper, "**/answers/box");
        await shopper.Decline();
        await shopper.Sees("Look it over, then order");
        Assert.Equal(before.Revision + 1, (await order.View()).Revision);

        await LoseTheReply(shopper, "**/complete");
        await shopper.Primary().ClickAsync();
        await shopper.Sees("Thank you for your order");
        await IsFine(shopper);
        Assert.Equal(before.Revision + 2, (await order.View()).Revision);
        Assert.Equal(0, await shopper.Page.GetByText("changed somewhere else").CountAsync());
    }

    [Fact]
    public async Task Who_is_offline_for_a_while_goes_on_where_they_were()
    {
        await using var shopper = await AtTheFirstStep();
        await shopper.GoOffline();
        await shopper.Primary().ClickAsync();
        await shopper.Reads(Lost);
        await shopper.GoOffline(false);

        await shopper.Sees("A thicker paper?");
        await IsFine(shopper);
        var order = await (await shopper.Order(shared.Api, "print-shop")).View();
        Assert.Equal(2, order.Revision);
        Assert.Single(order.Json.At("/lines").EnumerateArray());
    }

    [Fact]
    public async Task A_cancelled_order_stays_cancelled_though_the_reply_was_lost()
    {
        await using var shopper = await AtTheFirstStep();
        await LoseTheReply(shopper, "**/cancel");
        await shopper.Button("Cancel this order").ClickAsync();
        await shopper.Button("Yes, cancel it").ClickAsync();
        await shopper.Sees("This order is cancelled");
        Assert.Equal(0, await shopper.Page.GetByText("changed somewhere else").CountAsync());
    }

    [Fact]
    public async Task A_server_that_is_down_at_first_is_waited_for()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Page.RouteAsync("**/v1/**", route => route.AbortAsync());
        await shopper.Go("/f/print-shop");
        await shopper.Reads(Lost);
        await shopper.Look("down-at-first");
        await ReachAgain(shopper);
        await shopper.Sees("Your business cards");
        await IsFine(shopper);

        await shopper.Page.RouteAsync("**/v1/**", route => route.FulfillAsync(new() { Status = 502 }));
        await shopper.Go("/");
        await shopper.Reads(Lost);
        await ReachAgain(shopper);
        await shopper.Reads("Drukkerij Vierkleur: business cards");
    }

    private async Task<Visitor> AtTheFirstStep()
    {
        var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Sees("Your business cards");
        return shopper;
    }

    /// <summary>The server does what it is asked next at that address, and the browser is not told.</summary>
    private static Task<IAsyncDisposable> LoseTheReply(Visitor shopper, string address) =>
        shopper.Page.RouteAsync(
            address,
            async route =>
            {
                await route.FetchAsync();
                await route.AbortAsync();
            },
            new() { Times = 1 }
        );

    /// <summary>The network is back, and the browser tells the page.</summary>
    private static async Task ReachAgain(Visitor shopper)
    {
        await shopper.Page.UnrouteAllAsync();
        await shopper.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
    }

    private static Task IsFine(Visitor shopper) =>
        shopper.Page.GetByText(Lost).WaitForAsync(new() { State = WaitForSelectorState.Detached });
}
