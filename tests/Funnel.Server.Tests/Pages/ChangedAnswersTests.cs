using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Pages;

/// <summary>A shopper changes what was answered before, and is told what that does.</summary>
public sealed class ChangedAnswersTests(SharedServer shared, SharedBrowser browser)
{
    [Fact]
    public async Task What_falls_away_is_told_before_and_after()
    {
        await using var shopper = await AtPensWithSpotUv();
        await shopper.Button("Change: A thicker paper?").ClickAsync();
        await shopper.Sees("A thicker paper?");
        await shopper.Reads("You are changing an earlier answer");
        Assert.True(await shopper.Page.GetByLabel("350 g silk").IsCheckedAsync());

        await shopper.Choose("400 g soft-touch");
        await shopper.Reads("400 g soft-touch");
        await shopper.Button("Keep it as it is").ClickAsync();
        await shopper.Sees("Pens to go with your cards?");
        var order = await shopper.Order(shared.Api, "print-shop");
        Assert.Equal("silk", (await order.View()).Line("cards").TextAt("/options/paper"));

        await shopper.Button("Change: A thicker paper?").ClickAsync();
        await shopper.Reads("If you say no, these answers no longer fit and fall away:");
        Assert.Equal(
            ["A finishing touch?", "Something to keep them in?"],
            await shopper.Page.Locator(".drops li").AllInnerTextsAsync()
        );
        await shopper.Look("print-shop-change-drops");
        await shopper.Decline();
        await shopper.Sees("A finishing touch?");
        await shopper.Reads("No longer in your order: Pocket case, aluminium.");
        Assert.Equal(
            ["A finishing touch?", "Something to keep them in?"],
            await shopper.Page.Locator(".note li").AllInnerTextsAsync()
        );
        Assert.Empty(shopper.Complaints);
    }

    [Fact]
    public async Task Another_answer_that_leaves_a_later_one_no_place_says_so_before_it_is_given()
    {
        await using var shopper = await AtPensWithSpotUv();
        await shopper.Decline();
        await shopper.Sees("A handful of pens, perhaps?");
        await shopper.Accept();
        await shopper.Sees("Notepads for the desk?");
        var order = await shopper.Order(shared.Api, "print-shop");

        await shopper.Button("Change: Pens to go with your cards?").ClickAsync();
        await shopper.Sees("Pens to go with your cards?");
        var preview = await order.Preview("""{"step":"pens","accept":[{"offer":"pens-25"}]}""");
        var change = shopper.Button($"Change, new total {preview.TextAt("/totals/total/display")}");
        await change.WaitForAsync();
        await shopper.Reads("With this change, these answers no longer fit and fall away:");
        Assert.Equal("A handful of pens, perhaps?", await shopper.Page.Locator(".drops li").InnerTextAsync());
        await shopper.GoOnBy(change);
        await shopper.Reads("These answers no longer fitted and fell away:");
        Assert.Equal("A handful of pens, perhaps?", await shopper.Page.Locator(".note li").InnerTextAsync());
        Assert.Equal(preview.Total, (await order.View()).Total);
    }

    [Fact]
    public async Task Back_and_forward_lead_through_the_steps_and_lose_nothing()
    {
        await using var shopper = await AtPensWithSpotUv();
        var order = await shopper.Order(shared.Api, "print-shop");
        var before = await order.View();

        await shopper.Page.GoBackAsync();
        await shopper.Sees("Shall we look at your design first?");
        await shopper.Page.GoBackAsync();
        await shopper.Sees("Something to keep them in?");
        Assert.True(await shopper.Page.GetByLabel("Pocket case, aluminium").IsCheckedAsync());
        await shopper.Page.GoForwardAsync();
        await shopper.Sees("Shall we look at your design first?");
        await shopper.Page.GoForwardAsync();
        await shopper.Sees("Pens to go with your cards?");
        Assert.Equal(before.Revision, (await order.View()).Revision);

        await shopper.Page.GoBackAsync();
        await shopper.Page.GoBackAsync();
        await shopper.Page.GoBackAsync();
        await shopper.Sees("A finishing touch?");
        await shopper.Decline();
        await shopper.Sees("Pens to go with your cards?");
        var after = await order.View();
        Assert.Equal("none", after.Line("cards").TextAt("/options/finish"));
        Assert.Equal(1, after.Line("box").GetProperty("quantity").GetInt32());
        Assert.Empty(shopper.Complaints);
    }

    [Fact]
    public async Task A_reload_in_the_middle_shows_the_same_step_of_the_same_order()
    {
        await using var shopper = await AtPensWithSpotUv();
        var order = await shopper.Order(shared.Api, "print-shop");
        var before = await order.View();

        await shopper.Page.ReloadAsync();
        await shopper.Sees("Pens to go with your cards?");
        await shopper.Reads(before.TextAt("/totals/total/display")!);
        Assert.Equal(order.Id, (await shopper.Order(shared.Api, "print-shop")).Id);
        Assert.Equal(before.Revision, (await order.View()).Revision);

        await shopper.Page.GoBackAsync();
        await shopper.Sees("Shall we look at your design first?");
        await shopper.Page.ReloadAsync();
        await shopper.Sees("Pens to go with your cards?");
        Assert.Empty(shopper.Complaints);
    }

    /// <summary>A thousand cards on silk with spot UV, and a pocket case.</summary>
    private async Task<Visitor> AtPensWithSpotUv()
    {
        var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Choose("1000");
        await shopper.Accept();
        await shopper.Choose("350 g silk");
        await shopper.Accept();
        await shopper.Choose("Spot UV");
        await shopper.Accept();
        await shopper.Choose("Pocket case, aluminium");
        await shopper.Accept();
        await shopper.DeclineUntil("Pens to go with your cards?");
        return shopper;
    }
}
