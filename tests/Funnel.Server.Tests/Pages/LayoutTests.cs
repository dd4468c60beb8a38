using System.Text.Json;
using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages;

/// <summary>The storefront is light, stands still, and holds whatever texts a funnel has.</summary>
public sealed class LayoutTests(SharedServer shared, SharedBrowser browser)
{
    private const int MostBytes = 100 * 1024;

    [Fact]
    public async Task Less_than_a_hundred_kilobytes_come_before_it_can_be_used()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Primary().WaitForAsync();
        var bytes = await shopper.Page.EvaluateAsync<int>(
            """
            () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
              .filter(({ name }) => !/\.svg$/.test(name))
              .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
            """
        );
        Assert.InRange(bytes, 10 * 1024, MostBytes);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task Nothing_moves_when_another_quantity_has_another_price(int width)
    {
        await using var shopper = await browser.Visit(shared.Api.Address, new() { Width = width });
        await shopper.Go("/f/print-shop");
        await shopper.Reads("What this does to your order");
        await shopper.Page.EvaluateAsync(
            """
            () => {
              window.moved = 0;
              new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.moved += value)))
                .observe({ type: "layout-shift" });
            }
            """
        );
        foreach (var (quantity, price) in ((string, string)[])[("1000", "€46.95"), ("250", "€14.95")])
        {
            await shopper.Choose(quantity);
            await shopper.Button($"Choose this + {price}").WaitForAsync();
            await shopper.Page.Locator(".effect").GetByText($"{quantity} ×").WaitForAsync();
        }

        // Shifts are told once they are painted.
        await shopper.Page.EvaluateAsync(
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
        );
        Assert.InRange(await shopper.Page.EvaluateAsync<double>("window.moved"), 0, 0.01);
    }

    [Fact]
    public async Task A_wall_of_glass_shows_one_composed_page()
    {
        await using var shopper = await browser.Visit(shared.Api.Address, new() { Width = 3840 });
        await shopper.Page.SetViewportSizeAsync(3840, 2160);
        await shopper.Go("/f/print-shop");
        await shopper.Accept();
        await shopper.Sees("A thicker paper?");
        await shopper.Photograph("print-shop-paper-3840");
        var page = (await shopper.Page.Locator("#page").BoundingBoxAsync())!;
        Assert.InRange(page.Width, 3840 / 2.5, 3840);
        Assert.Equal(3840 - page.X - page.Width, page.X, 1f);
    }

    [Fact]
    public async Task A_hostile_funnels_texts_are_only_shown_and_fit_on_a_telephone()
    {
        using var funnels = TemporaryFolder.With(("hostile.json", Hostile()));
        await using var server = RunningServer.Start(new() { FunnelsDirectory = funnels.Path });
        await using var shopper = await browser.Visit(server.Api.Address, new() { Width = 360 });
        await shopper.Go("/");
        await shopper.Reads("<img src=x onerror=");
        await shopper.Look("hostile-list");
        await shopper.Go("/f/hostile");
        await shopper.Page.Locator(".offer").Nth(39).WaitForAsync();
        await shopper.Button("Add your logo").ClickAsync();
        await shopper.Page.Locator("input[type=file]").SetInputFilesAsync(await shopper.Draw());
        await shopper.Page.Locator(".logo-seen img").WaitForAsync();
        await shopper.Button("Save").ClickAsync();
        await shopper.Page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await shopper.Look("hostile-offers");
        await shopper.Page.Locator(".offer-head > input").Nth(1).CheckAsync();
        await shopper.Accept();
        await shopper.Page.Locator("form.form").WaitForAsync();
        await shopper.Look("hostile-form");
        await shopper.Page.Locator("form.form input").First.FillAsync("x");
        await shopper.Accept();
        await shopper.Page.Locator(".pay").WaitForAsync();
        await shopper.Look("hostile-review");
        Assert.Contains("¥", await shopper.Primary().InnerTextAsync(), StringComparison.Ordinal);
        Assert.False(await shopper.Page.EvaluateAsync<bool>("'ran' in window"));
        // Its pictures are not there, or what the page's policy does not let in; nothing else went wrong.
        Assert.All(shopper.Complaints, complaint => Assert.Matches("404|violates", complaint));
    }

    /// <summary>Markup, words without end, forty offers, a currency without cents, words from right to left.</summary>
    private static string Hostile()
    {
        var word = new string('W', 300);
        const string Markup = "<img src=x onerror=window.ran=1><script>window.ran=1</script>";
        const string Hebrew = "כרטיסי ביקור מודפסים";
        var texts = new[] { Markup, word, Hebrew, "‮desrever", "{{7*7}}" };
        var images = new[] { "https://[", "javascript:window.ran=1", "/images/\"><script>window.ran=1</script>.svg" };
        return JsonSerializer.Serialize(
            new
            {
                id = "hostile",
                name = Markup,
                currency = "JPY",
                inputs = new { logo = new { type = "url", label = word } },
                products = new
                {
                    thing = new
                    {
                        name = word,
                        price = "123456789",
                        shipped = false,
                        image = "/images/\"><script>window.ran=1</script>.svg",
                    },
                },
                steps = new object[]
                {
                    new
                    {
                        id = "offers",
                        kind = "choose",
                        title = word,
                        description = Markup + word,
                        offers = Enumerable
                            .Range(0, 40)
                            .Select(i => new
                            {
                                id = $"offer-{i}",
                                title = texts[i % texts.Length],
                                benefit = texts[(i + 1) % texts.Length],
                                badge = texts[(i + 2) % texts.Length],
                                image = images[i % images.Length],
                                add = new { product = "thing", quantity = "choose" },
                            }),
                    },
                    new
                    {
                        id = "form",
                        kind = "form",
                        title = Hebrew,
                        fields = new object[]
                        {
                            new
                            {
                                id = "name",
                                type = "text",
                                label = word,
                                help = Markup + word,
                                required = true,
                            },
                            new
                            {
                                id = "kind",
                                type = "choice",
                                label = Hebrew,
                                choices = new Dictionary<string, string> { ["a"] = word, ["b"] = Markup },
                            },
                            new
                            {
                                id = "ok",
                                type = "checkbox",
                                label = word,
                            },
                        },
                    },
                },
            }
        );
    }
}
