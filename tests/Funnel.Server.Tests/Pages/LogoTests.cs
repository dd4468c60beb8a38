using Funnel.Server.Tests.Running;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Pages;

/// <summary>A shopper sees their own logo on what they order, and it stays in their browser.</summary>
public sealed class LogoTests(SharedServer shared, SharedBrowser browser)
{
    private const string Elsewhere = "https://logos.example/acme.png";

    [Fact]
    public async Task An_uploaded_logo_is_shown_on_all_that_bears_it_and_only_its_reference_is_sent()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Sees("Your business cards");
        await shopper.Button("Add your logo").ClickAsync();
        await shopper.Page.GetByLabel("A picture from this device").SetInputFilesAsync(await shopper.Draw());
        await shopper.Page.GetByAltText("Your logo as it will be used").WaitForAsync();
        await shopper.Look("logo-dialog");
        await shopper.Button("Save").ClickAsync();

        await IsPrintedOn(shopper, ".offer", "cards.svg", 108 / 320.0, 115 / 240.0);
        await shopper.Button("Change your logo").WaitForAsync();
        await shopper.Choose("1000");
        await shopper.Accept();
        await IsPrintedOn(shopper, ".line", "cards.svg", 108 / 320.0, 115 / 240.0);
        await shopper.Choose("400 g soft-touch");
        await shopper.Accept();
        await shopper.Choose("Rounded corners");
        await shopper.Accept();
        await shopper.DeclineUntil("Pens to go with your cards?");
        await IsPrintedOn(shopper, ".offer", "pens.svg", 151 / 320.0, 116 / 240.0);
        await shopper.Look("print-shop-pens-with-logo");
        await shopper.Accept();
        await IsPrintedOn(shopper, ".line", "pens.svg", 151 / 320.0, 116 / 240.0);
        await shopper.Sees("Notepads for the desk?");
        await IsPrintedOn(shopper, ".offer", "notepads.svg", 118 / 320.0, 69 / 240.0);

        var order = await shopper.Order(shared.Api, "print-shop");
        var reference = (await order.View()).TextAt("/inputs/artwork");
        Assert.StartsWith($"{shared.Api.Address}#logo-", reference, StringComparison.Ordinal);
        Assert.EndsWith("-acme.png", reference, StringComparison.Ordinal);
        Assert.DoesNotContain(
            shopper.Requests,
            request => request.PostData is { } body && body.Contains("data:image", StringComparison.Ordinal)
        );

        await shopper.Page.ReloadAsync();
        await IsPrintedOn(shopper, ".offer", "notepads.svg", 118 / 320.0, 69 / 240.0);
        Assert.Empty(shopper.Complaints);
    }

    [Fact]
    public async Task An_address_can_be_saved_at_once_and_is_what_the_order_bears()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        var drawn = await shopper.Draw();
        await shopper.Page.RouteAsync(
            Elsewhere,
            route => route.FulfillAsync(new() { BodyBytes = drawn.Buffer, ContentType = drawn.MimeType })
        );
        await shopper.Go("/f/print-shop");
        await shopper.Button("Add your logo").ClickAsync();
        await shopper.Page.GetByLabel("Or its address").FillAsync(Elsewhere);
        await shopper.Page.Keyboard.PressAsync("Enter");

        await IsPrintedOn(shopper, ".offer", "cards.svg", 108 / 320.0, 115 / 240.0);
        var order = await shopper.Order(shared.Api, "print-shop");
        Assert.Equal(Elsewhere, (await order.View()).TextAt("/inputs/artwork"));

        await shopper.Button("Change your logo").ClickAsync();
        await shopper.Button("Remove it").ClickAsync();
        await shopper.Button("Save").ClickAsync();
        await shopper.Button("Add your logo").WaitForAsync();
        Assert.Equal(0, await shopper.Page.Locator(".picture .logo").CountAsync());
        Assert.Null((await order.View()).TextAt("/inputs/artwork"));
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_in_words_and_closing_without_saving_leaves_the_logo()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/print-shop");
        await shopper.Button("Add your logo").ClickAsync();
        var file = shopper.Page.GetByLabel("A picture from this device");
        await file.SetInputFilesAsync(
            new FilePayload
            {
                Name = "logo.png",
                MimeType = "image/png",
                Buffer = "<script>"u8.ToArray(),
            }
        );
        await shopper.Reads("That file cannot be shown as a picture.");
        await shopper.Button("Save").ClickAsync();
        await shopper.Reads("That file cannot be shown as a picture.");

        await file.SetInputFilesAsync(await shopper.Draw());
        await shopper.Page.GetByAltText("Your logo as it will be used").WaitForAsync();
        await shopper.Button("Save").ClickAsync();
        await IsPrintedOn(shopper, ".offer", "cards.svg", 108 / 320.0, 115 / 240.0);
        var saved = await shopper.Page.Locator(".picture .logo").GetAttributeAsync("src");

        await shopper.Button("Change your logo").ClickAsync();
        await file.SetInputFilesAsync(await shopper.Draw("crimson"));
        await shopper
            .Page.Locator($".logo-seen img:not([src='{saved}'])")
            .WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await shopper.Button("Close").ClickAsync();
        await shopper.Page.ReloadAsync();
        await IsPrintedOn(shopper, ".offer", "cards.svg", 108 / 320.0, 115 / 240.0);
        Assert.Equal(saved, await shopper.Page.Locator(".picture .logo").GetAttributeAsync("src"));
        Assert.Empty(shopper.Complaints);
    }

    /// <summary>The logo is shown with its middle there on a picture, in parts of it.</summary>
    private static async Task IsPrintedOn(Visitor shopper, string part, string picture, double x, double y)
    {
        var shown = shopper
            .Page.Locator($"{part} .picture")
            .Filter(new() { Has = shopper.Page.Locator($"[src$='{picture}']") })
            .First;
        var logo = shown.Locator(".logo");
        await logo.WaitForAsync();
        var around = (await shown.BoundingBoxAsync())!;
        var printed = (await logo.BoundingBoxAsync())!;
        Assert.Equal(x, (printed.X + (printed.Width / 2) - around.X) / around.Width, 0.02);
        Assert.Equal(y, (printed.Y + (printed.Height / 2) - around.Y) / around.Height, 0.02);
    }
}
