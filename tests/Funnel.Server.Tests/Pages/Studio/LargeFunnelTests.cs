using System.Text;
using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages.Studio;

/// <summary>The studio answers as quickly to who writes a lot.</summary>
public sealed class LargeFunnelTests(StudioServer server, SharedBrowser browser)
{
    private const string Id = "studio-large";

    [Fact]
    public async Task Typing_is_answered_at_once_in_a_funnel_of_200_KB()
    {
        var written = Funnel();
        Assert.InRange(Encoding.UTF8.GetByteCount(written), 200 * 1024, 256 * 1024);
        await server.Api.Funnel(Id).Save(written);
        await using var merchant = await Merchant.Open(browser, server, $"/studio/{Id}");
        await merchant.SeesErrors(0);
        await merchant.Mark("Question 20");
        await merchant.Page.Keyboard.PressAsync("ArrowRight");

        // From a key to the picture that shows it, in milliseconds.
        await merchant.Page.EvaluateAsync(
            """
            () => {
              window.waits = [];
              addEventListener("keydown", (event) => {
                requestAnimationFrame(() => setTimeout(() => window.waits.push(performance.now() - event.timeStamp)));
              }, true);
            }
            """
        );
        await merchant.Page.Keyboard.TypeAsync(", changed by");

        await Assertions
            .Expect(
                merchant
                    .Page.Locator(".pane.picture")
                    .GetByRole(AriaRole.Button, new() { Name = "Question 20, changed by" })
            )
            .ToBeVisibleAsync(new() { Timeout = 30_000 });
        var waits = await merchant.Page.EvaluateAsync<double[]>("window.waits.sort((a, b) => a - b)");
        Assert.Equal(12, waits.Length);
        Assert.InRange(waits[6], 0, 1_000);
        Assert.Empty(merchant.Complaints);
    }

    private static string Funnel()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 330));
        var products = Enumerable
            .Range(1, 40)
            .Select(i => $$"""    "p{{i}}": { "name": "Product {{i}}", "price": "{{i}}.00", "shipped": false }""");
        var steps = Enumerable
            .Range(1, 40)
            .Select(i =>
            {
                var offers = Enumerable
                    .Range(i, 3)
                    .Select(j =>
                        $$"""
                                    {
                                      "id": "o{{j}}",
                                      "benefit": "Good for {{i}}. {{words}}",
                                      "add": { "product": "p{{((j - 1) % 40) + 1}}" }
                                    }
                            """
                    );
                return $$"""
                        {
                          "id": "s{{i}}",
                          "kind": "{{(i == 1 ? "choose" : "crossSell")}}",
                          "title": "Question {{i}}",
                          "offers": [
                    {{string.Join(",\n", offers)}}
                          ]
                        }
                    """;
            });
        return $$"""
            {
              "id": "{{Id}}",
              "name": "Large",
              "currency": "EUR",
              "products": {
            {{string.Join(",\n", products)}}
              },
              "steps": [
            {{string.Join(",\n", steps)}}
              ]
            }

            """;
    }
}
