using System.Globalization;
using System.Net;
using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages;

/// <summary>The storefront walks each of the repository's own funnels, and these tests walk it knowing none of them.</summary>
public sealed class EveryShopTests(SharedServer shared, SharedBrowser browser)
{
    private const int MostSteps = 30;

    /// <summary>What fits a field that is not told by its kind.</summary>
    private static readonly Dictionary<string, string> Samples = new()
    {
        ["tax-number"] = "NL001234567B01",
        ["imei"] = "490154203237518",
    };

    [Theory]
    [InlineData("print-shop")]
    [InlineData("burger-menu")]
    [InlineData("phone-shop")]
    [InlineData("software-plans")]
    [InlineData("winter-coat")]
    public async Task It_is_walked_to_its_end_with_as_much_as_is_offered(string funnel)
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go($"/f/{funnel}");
        await shopper.Primary().WaitForAsync();
        await shopper.Look($"{funnel}-first");
        var done = 0.0;
        var seen = new HashSet<string>(StringComparer.Ordinal) { await shopper.Heading() };
        for (var steps = 0; await shopper.Page.Locator(".pay").CountAsync() == 0; steps++)
        {
            Assert.True(steps < MostSteps, "The walk does not end.");
            var now = await Progress(shopper);
            Assert.True(now >= done, $"It went back from {done} to {now} at {await shopper.Heading()}.");
            done = now;
            if (await shopper.Page.Locator("form.form").CountAsync() > 0)
            {
                await FillIn(shopper);
                if (seen.Add(await shopper.Heading()))
                {
                    await shopper.Look($"{funnel}-form");
                }
            }
            else
            {
                await ChooseMuch(shopper);
            }

            await shopper.Accept();
        }

        Assert.Equal(1, await Progress(shopper));
        await shopper.Look($"{funnel}-review");
        var order = await shopper.Order(shared.Api, funnel);
        var total = (await order.View()).TextAt("/totals/total/display");
        Assert.Equal($"Order and pay {total}", await shopper.Primary().InnerTextAsync());
        await shopper.Primary().ClickAsync();
        await shopper.Sees("Thank you for your order");
        var completed = (await order.View()).Expect(HttpStatusCode.OK);
        Assert.Equal("completed", completed.TextAt("/status"));
        Assert.Equal(total, completed.TextAt("/totals/total/display"));
        Assert.Empty(shopper.Complaints);
    }

    private static async Task<double> Progress(Visitor shopper) =>
        double.Parse(
            (await shopper.Page.Locator("progress").GetAttributeAsync("value"))!,
            CultureInfo.InvariantCulture
        );

    /// <summary>As many offers as may be had, each with the last of its choices, or three more where it is sold in a range.</summary>
    private static async Task ChooseMuch(Visitor shopper)
    {
        var many = shopper.Page.Locator(".offer-head > input[type=checkbox]");
        var one = shopper.Page.Locator(".offer-head > input[type=radio]");
        if (await one.CountAsync() > 0)
        {
            await one.Last.CheckAsync();
        }

        for (var i = 0; i < await many.CountAsync(); i++)
        {
            await many.Nth(i).CheckAsync();
            if (await shopper.Primary().GetAttributeAsync("aria-disabled") == "true")
            {
                await many.Nth(i).UncheckAsync();
            }
        }

        foreach (
            var more in await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true }).AllAsync()
        )
        {
            await more.ClickAsync(new() { ClickCount = 3 });
        }

        foreach (var choices in await shopper.Page.Locator(".pills").AllAsync())
        {
            await choices.Locator("label").Last.ClickAsync();
        }
    }

    private static async Task FillIn(Visitor shopper)
    {
        foreach (var field in await shopper.Page.Locator("form.form [name]").AllAsync())
        {
            var type = await field.EvaluateAsync<string>("one => one.type");
            if (type == "checkbox")
            {
                await field.CheckAsync();
            }
            else if (type == "select-one")
            {
                await field.SelectOptionAsync(new SelectOptionValue { Index = 1 });
            }
            else
            {
                var name = (await field.GetAttributeAsync("name"))!;
                await field.FillAsync(
                    type switch
                    {
                        "number" => await field.GetAttributeAsync("min") ?? "1",
                        "email" => "zoe@example.com",
                        "tel" => "+31 20 123 4567",
                        "date" => "2026-12-01",
                        "url" => "https://example.com/",
                        _ => Samples.GetValueOrDefault(name, "Zoë"),
                    }
                );
            }
        }
    }
}
