using System.Text.Json;
using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages.Studio;

/// <summary>A funnel's words are shown as they are: they neither run nor break the page.</summary>
public sealed class HostileTextTests(StudioServer server, SharedBrowser browser)
{
    private const string Id = "studio-hostile";

    private const string Markup = "</script><img src=x onerror=\"document.title='ran'\"><b>";

    private static readonly string Long = new('W', 500);

    [Fact]
    public async Task Markup_endless_words_and_other_directions_are_only_words()
    {
        await server.Api.Funnel(Id).Publish(Funnel("A spoon"));
        await server.Api.Funnel(Id).Save(Funnel("\u202eA spoon \u05d0\u05d1\u05d2"), ("If-Match", "*"));
        await using var merchant = await Merchant.Open(browser, server, $"/studio/{Id}");
        await merchant.SeesErrors(0);

        await Assertions
            .Expect(merchant.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToContainTextAsync(Markup);
        await Assertions
            .Expect(merchant.Page.Locator(".pane.picture").GetByRole(AriaRole.Button, new() { Name = Long }).First)
            .ToBeVisibleAsync();
        await merchant.Tab("Try it").ClickAsync();
        await merchant.TryOut.GetByRole(AriaRole.Heading, new() { Name = Markup }).WaitForAsync();
        await merchant.Tab("Picture").ClickAsync();
        await merchant.Visitor.Look("studio-hostile");
        var offer = merchant.Page.Locator(".pane.report .fares li").First;
        Assert.True(await offer.EvaluateAsync<bool>("offer => offer.scrollWidth <= offer.clientWidth"));
        await merchant.Button("Publish…").ClickAsync();
        await merchant.Button("Publish as version 2").ClickAsync();
        await merchant.Button("Go on writing").ClickAsync();
        await merchant.Visitor.Go("/studio");
        await merchant.Page.GetByText(Markup).WaitForAsync();
        Assert.Equal(1440, await merchant.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        Assert.Equal("Funnel studio", await merchant.Page.TitleAsync());
        Assert.Empty(merchant.Complaints);
    }

    private static string Funnel(string spoon) =>
        $$"""
            {
              "id": "{{Id}}",
              "name": {{JsonSerializer.Serialize($"{Markup} {Long}")}},
              "currency": "EUR",
              "products": {
                "mug": { "name": "{{Long}}", "price": "5.00", "shipped": false },
                "spoon": { "name": {{JsonSerializer.Serialize(spoon)}}, "price": "1.00", "shipped": false }
              },
              "steps": [
                {
                  "id": "mug", "kind": "choose", "title": {{JsonSerializer.Serialize(Markup)}},
                  "offers": [ { "id": "mug", "add": { "product": "mug", "quantity": 1 } } ]
                },
                {
                  "id": "spoon", "kind": "crossSell", "title": "{{Long}}",
                  "when": { "fact": "order.total", "atLeast": "2.00" },
                  "offers": [ { "id": "spoon", "benefit": "{{Long}}", "add": { "product": "spoon" } } ]
                }
              ]
            }

            """;
}
