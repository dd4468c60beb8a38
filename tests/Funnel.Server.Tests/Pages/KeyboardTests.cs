using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages;

/// <summary>Whoever has no mouse, or sees no page, gets through an order as others do.</summary>
public sealed class KeyboardTests(SharedServer shared, SharedBrowser browser)
{
    private const int MostTabs = 40;

    [Fact]
    public async Task A_whole_order_is_made_with_the_keyboard_alone()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Sees("Your business cards");
        await TabTo(shopper, "100 + €4.95");
        await shopper.Page.Keyboard.PressAsync("ArrowRight");
        await shopper.Button("Choose this + €14.95").WaitForAsync();
        await TabTo(shopper, "Choose this + €14.95");
        await shopper.Page.Keyboard.PressAsync("Enter");
        await IsReadFrom(shopper, "A thicker paper?");

        // Radio buttons: the first is reached, an arrow chooses the next.
        await shopper.Page.Keyboard.PressAsync("Tab");
        await shopper.Page.Keyboard.PressAsync("Space");
        await shopper.Page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await shopper.Page.GetByLabel("400 g soft-touch").IsCheckedAsync());
        await TabTo(shopper, "Yes, please + €8.95");
        await shopper.Page.Keyboard.PressAsync("Space");
        await IsReadFrom(shopper, "A finishing touch?");

        // Nothing is chosen yet: the way on says what is missing, and leads there.
        await TabTo(shopper, "Choose one above");
        await shopper.Page.Keyboard.PressAsync("Enter");
        await shopper.Page.GetByRole(AriaRole.Alert).GetByText("Choose one of these first, or say no.").WaitForAsync();
        Assert.StartsWith("Rounded corners", await Focused(shopper), StringComparison.Ordinal);

        // An earlier answer is looked at and kept.
        await TabTo(shopper, "Change: A thicker paper?");
        await shopper.Page.Keyboard.PressAsync("Enter");
        await IsReadFrom(shopper, "A thicker paper?");
        await TabTo(shopper, "Keep it as it is");
        await shopper.Page.Keyboard.PressAsync("Enter");
        await IsReadFrom(shopper, "A finishing touch?");

        for (var asked = "A finishing touch?"; asked != "Look it over, then order"; asked = await shopper.Heading())
        {
            await TabTo(shopper, "No, thanks");
            await shopper.Page.Keyboard.PressAsync("Enter");
            await shopper.Page.Locator("h1:focus").Filter(new() { HasNotText = asked }).WaitForAsync();
        }

        await TabTo(shopper, "Order and pay €23.90");
        await shopper.Page.Keyboard.PressAsync("Enter");
        await IsReadFrom(shopper, "Thank you for your order");
        Assert.Equal("23.90", (await (await shopper.Order(shared.Api, "print-shop")).View()).Total);
        Assert.Empty(shopper.Complaints);
    }

    [Fact]
    public async Task A_dialog_keeps_the_focus_and_gives_it_back()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Accept();
        foreach (
            var (opener, close) in ((string, string)[])[("Add your logo", "Close"), ("Cancel this order", "No, go on")]
        )
        {
            await TabTo(shopper, opener);
            await shopper.Page.Keyboard.PressAsync("Enter");
            await shopper.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
            for (var tabs = 0; tabs < 10; tabs++)
            {
                await shopper.Page.Keyboard.PressAsync("Tab");
                Assert.True(
                    await shopper.Page.EvaluateAsync<bool>(
                        "document.activeElement === document.body || document.querySelector('dialog').contains(document.activeElement)"
                    ),
                    await Focused(shopper)
                );
            }

            await shopper.Page.Keyboard.PressAsync("Escape");
            await shopper.Page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            Assert.Equal(opener, await Focused(shopper));

            await shopper.Page.Keyboard.PressAsync("Enter");
            await shopper.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
            await TabTo(shopper, close);
            await shopper.Page.Keyboard.PressAsync("Enter");
            await shopper.Page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            Assert.Equal(opener, await Focused(shopper));
        }
    }

    [Fact]
    public async Task A_screen_reader_is_told_the_total_and_the_connection_as_they_change()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/print-shop");
        var told = shopper.Page.GetByRole(AriaRole.Status);
        await told.GetByText("Total €0.00").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var total = await told.Filter(new() { HasText = "Total" }).ElementHandleAsync();
        var connection = await shopper.Page.Locator(".connection[role=status]").ElementHandleAsync();

        await shopper.Page.RouteAsync("**/answers/cards", route => route.AbortAsync(), new() { Times = 1 });
        await shopper.Primary().ClickAsync();
        await told.GetByText("The server cannot be reached.").WaitForAsync();
        await told.GetByText("Total €4.95").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        // A region that is put there anew is not read: both were there from the first.
        Assert.Equal("Total €4.95", await total!.InnerTextAsync());
        Assert.True(await connection!.EvaluateAsync<bool>("one => one.isConnected"));
        var bar = shopper.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Step 2 of at most 12" });
        await bar.WaitForAsync();
        Assert.Equal("en", await shopper.Page.Locator("html").GetAttributeAsync("lang"));
    }

    /// <summary>Presses Tab until the focus is on what has that name.</summary>
    private static async Task TabTo(Visitor shopper, string name)
    {
        for (var tabs = 0; await Focused(shopper) != name; tabs++)
        {
            Assert.True(tabs < MostTabs, $"No Tab leads to {name}: the focus is on {await Focused(shopper)}.");
            await shopper.Page.Keyboard.PressAsync("Tab");
        }
    }

    /// <summary>The name of what has the focus.</summary>
    private static async Task<string> Focused(Visitor shopper) =>
        await shopper.Page.EvaluateAsync<string>(
            """
            () => {
              const one = document.activeElement;
              return (one.getAttribute("aria-label") ?? (one.labels?.[0] ?? one).innerText).replaceAll(/\s+/g, " ").trim();
            }
            """
        );

    /// <summary>The focus is on the heading of what is asked now.</summary>
    private static Task IsReadFrom(Visitor shopper, string heading) =>
        shopper.Page.Locator($"h1:focus:text-is(\"{heading}\")").WaitForAsync();
}
