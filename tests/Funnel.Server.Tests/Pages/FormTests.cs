using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Pages;

/// <summary>A form says at each field what is wrong with it, in the shopper's language.</summary>
public sealed class FormTests(SharedServer shared, SharedBrowser browser)
{
    [Fact]
    public async Task What_is_missing_or_wrong_is_told_at_its_field()
    {
        await using var shopper = await browser.Visit(shared.Api.Address);
        await shopper.Go("/f/software-plans");
        await shopper.Sees("Who is it for?");
        var email = shopper.Page.GetByLabel("Work email");
        var people = shopper.Page.GetByLabel("How many people will use it?");

        await shopper.Button("Continue").ClickAsync();
        await shopper.Page.Locator(".asked", new() { Has = email }).GetByText("Please fill this in.").WaitForAsync();
        Assert.True(await email.EvaluateAsync<bool>("one => one === document.activeElement"));

        await email.FillAsync("nobody");
        await people.FillAsync("0");
        await shopper.Button("Continue").ClickAsync();
        await shopper.Page.Locator(".asked", new() { Has = email }).GetByText("name@example.com").WaitForAsync();
        await shopper.Page.Locator(".asked", new() { Has = people }).GetByText("at least 1").WaitForAsync();
        Assert.Equal("true", await people.GetAttributeAsync("aria-invalid"));
        await shopper.Look("software-plans-form-refused");

        await email.FillAsync("zoe@example.com");
        await people.FillAsync("12");
        await shopper.Accept();
        await shopper.Button("Change: Who is it for?").ClickAsync();
        await shopper.Sees("Who is it for?");
        Assert.Equal("12", await people.InputValueAsync());
    }

    [Fact]
    public async Task A_german_shopper_is_told_in_german()
    {
        await using var shopper = await browser.Visit(shared.Api.Address, new() { Locale = "de" });
        await shopper.Go("/f/phone-shop");
        await shopper.Primary().WaitForAsync();
        var order = await shopper.Order(shared.Api, "phone-shop");
        await order.WalkTo("old-phone");
        await shopper.Page.ReloadAsync();
        var number = shopper.Page.GetByLabel("IMEI-Nummer");
        await number.FillAsync("123");
        await shopper.Primary().ClickAsync();
        await shopper.Reads("Bitte noch einmal prüfen.");
        Assert.Equal("true", await number.GetAttributeAsync("aria-invalid"));
        Assert.Equal("de", await shopper.Page.Locator("html").GetAttributeAsync("lang"));
    }
}
