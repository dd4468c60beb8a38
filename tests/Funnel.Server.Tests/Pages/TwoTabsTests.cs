using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages;

/// <summary>An order that is open in two places is one order, and neither place is left in the dark.</summary>
public sealed class TwoTabsTests(SharedServer shared, SharedBrowser browser)
{
    private const string ChangedElsewhere = "This order was changed somewhere else";

    [Fact]
    public async Task What_one_tab_answers_the_other_shows()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Sees("Your business cards");
        var other = await shopper.OpenTab("/f/print-shop");
        await other.GetByRole(AriaRole.Heading, new() { Name = "Your business cards" }).WaitForAsync();

        await shopper.Page.BringToFrontAsync();
        await shopper.Accept();
        await other.BringToFrontAsync();
        await other.GetByRole(AriaRole.Heading, new() { Name = "A thicker paper?" }).WaitForAsync();
        await other.GetByText(ChangedElsewhere).WaitForAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "No, thanks" }).ClickAsync();
        await shopper.Sees("A finishing touch?");
        Assert.Equal(3, (await (await shopper.Order(shared.Api, "print-shop")).View()).Revision);
        Assert.Empty(shopper.Complaints);
    }

    [Fact]
    public async Task An_answer_to_what_has_changed_meanwhile_is_refused_in_words_and_changes_nothing()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Sees("Your business cards");
        var order = await shopper.Order(shared.Api, "print-shop");
        await order.Take("cards", Answers.Accept("cards", 1000));
        var elsewhere = await order.Take("paper", Answers.Accept("soft-touch"));

        await shopper.Accept();
        await shopper.Sees("A finishing touch?");
        await shopper.Reads(ChangedElsewhere);
        await shopper.Look("print-shop-changed-elsewhere");
        var now = await order.View();
        Assert.Equal(elsewhere.Revision, now.Revision);
        Assert.Equal(1000, now.Line("cards").GetProperty("quantity").GetInt32());
    }

    [Fact]
    public async Task A_new_order_in_one_tab_is_not_taken_for_the_one_that_the_other_shows()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Accept();
        await shopper.DeclineUntil("Look it over, then order");
        var other = await shopper.OpenTab("/f/print-shop");
        await other.GetByRole(AriaRole.Heading, new() { Name = "Look it over, then order" }).WaitForAsync();
        await shopper.Page.BringToFrontAsync();
        await shopper.GoOnBy(shopper.Primary());
        await other.GetByRole(AriaRole.Heading, new() { Name = "Thank you for your order" }).WaitForAsync();

        await shopper.GoOnBy(shopper.Button("Start a new order"));
        await shopper.Accept();
        var second = await shopper.Order(shared.Api, "print-shop");
        Assert.Equal("Thank you for your order", await other.Locator("h1").InnerTextAsync());
        await other.BringToFrontAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Start a new order" }).ClickAsync();
        await other.GetByRole(AriaRole.Heading, new() { Name = "A thicker paper?" }).WaitForAsync();
        Assert.Equal(second.Id, (await shopper.Order(shared.Api, "print-shop")).Id);
        Assert.Equal(2, (await second.View()).Revision);
        Assert.Empty(shopper.Complaints);
    }

    [Fact]
    public async Task A_total_that_changed_under_the_review_is_shown_before_anything_is_ordered()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Accept();
        await shopper.DeclineUntil("Look it over, then order");
        var order = await shopper.Order(shared.Api, "print-shop");
        var now = await order.Take("paper", Answers.Accept("silk"));

        await shopper.Primary().ClickAsync();
        await shopper.Button($"Order and pay {now.TextAt("/totals/total/display")}").WaitForAsync();
        await shopper.Reads(ChangedElsewhere);
        Assert.Equal("open", (await order.View()).TextAt("/status"));

        // The total is guarded by itself, too.
        var later = await order.Take("paper", Answers.Decline);
        await shopper.Page.RouteAsync(
            "**/complete",
            route =>
            {
                var headers = new Dictionary<string, string>(route.Request.Headers);
                headers.Remove("if-match");
                return route.ContinueAsync(new() { Headers = headers });
            },
            new() { Times = 1 }
        );
        await shopper.Primary().ClickAsync();
        await shopper.Reads("The total has changed since you saw it.");
        await shopper.Button($"Order and pay {later.TextAt("/totals/total/display")}").ClickAsync();
        await shopper.Sees("Thank you for your order");
        Assert.Equal(later.Total, (await order.View()).Total);
    }
}
