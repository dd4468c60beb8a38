using System.Globalization;
using System.Text.Json;
using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Api.OpenApi;

/// <summary>The page at <c>/swagger</c> lets a person walk an order by hand.</summary>
public sealed class ApiPageTests(SharedServer shared, SharedBrowser browser)
{
    [Fact]
    public async Task A_person_starts_an_order_and_answers_two_steps_in_the_page()
    {
        await using var visitor = await browser.Visit(shared.Api.Address);
        var page = visitor.Page;

        await visitor.Go("/swagger");
        var start = await Open(page, "startOrder");
        Assert.Equal("Orders", await page.Locator(".opblock-tag").First.GetAttributeAsync("data-tag"));
        var started = await Execute(page, start);
        Assert.Equal("cards", started.TextAt("/step/id"));

        await Authorize(page, started.TextAt("/token")!);

        var answer = await Open(page, "answerStep");
        await Fill(answer, "orderId", started.TextAt("/id")!);
        await Choose(answer, "acceptQuantity");
        var cards = await Execute(page, answer);
        Assert.Equal(250, cards.At("/lines/0/quantity").GetInt32());
        Assert.Equal("paper", cards.TextAt("/step/id"));

        await Fill(answer, "stepId", "paper");
        await Choose(answer, "decline");
        var paper = await Execute(page, answer);
        Assert.Equal("finish", paper.TextAt("/step/id"));

        Assert.Empty(visitor.Complaints);
        // What was sent as a key, a merchant's perhaps, goes with the page.
        Assert.DoesNotContain(
            started.TextAt("/token")!,
            await page.EvaluateAsync<string>("JSON.stringify(localStorage)")
        );
    }

    private static async Task Authorize(IPage page, string token)
    {
        await page.Locator(".auth-wrapper .authorize").First.ClickAsync();
        var scheme = page.Locator(".auth-container").Filter(new() { HasText = "orderToken" });
        await scheme.Locator("input").FillAsync(token);
        await scheme.GetByRole(AriaRole.Button, new() { Name = "Apply credentials" }).ClickAsync();
        await scheme.Locator(".btn-done").ClickAsync();
    }

    private static async Task<ILocator> Open(IPage page, string operation)
    {
        var block = page.Locator($"#operations-Orders-{operation}");
        await block.Locator(".opblock-summary-control").ClickAsync();
        await block.Locator(".execute").WaitForAsync();
        return block;
    }

    private static Task Fill(ILocator operation, string parameter, string value) =>
        operation.Locator($"tr[data-param-name='{parameter}'] input").FillAsync(value);

    private static async Task Choose(ILocator operation, string example) =>
        await operation.Locator(".examples-select select").First.SelectOptionAsync(example);

    private static async Task<JsonElement> Execute(IPage page, ILocator operation)
    {
        var reply = await page.RunAndWaitForResponseAsync(() => operation.Locator(".execute").ClickAsync(), "**/v1/**");
        var body = await reply.TextAsync();
        Assert.True(reply.Ok, body);
        var status = operation.Locator(".live-responses-table .response-col_status");
        await status.Filter(new() { HasText = reply.Status.ToString(CultureInfo.InvariantCulture) }).WaitForAsync();
        return JsonElement.Parse(body);
    }
}
