using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Pages.Studio;

/// <summary>A new funnel begins with an example that could be sold.</summary>
public sealed class NewFunnelTests(StudioServer server, SharedBrowser browser)
{
    [Fact]
    public async Task An_id_is_all_that_a_funnel_needs_to_be_published()
    {
        await using var merchant = await Merchant.Open(browser, server, "/studio");
        await merchant.Button("New funnel").ClickAsync();
        await merchant.Dialog.GetByLabel("Id", new() { Exact = true }).FillAsync("studio-new");
        await merchant.Button("Begin").ClickAsync();
        await merchant.Page.GetByText("There is no funnel of this id yet.").WaitForAsync();
        await merchant.SeesErrors(0);
        await merchant.Button("Versions").ClickAsync();
        await merchant.Dialog.GetByText("Nothing was published yet.").WaitForAsync();
        await merchant.Page.Keyboard.PressAsync("Escape");

        await merchant.Button("Publish…").ClickAsync();
        await merchant.Dialog.GetByText("It is the first version of this funnel.").WaitForAsync();
        await merchant.Button("Publish as version 1").ClickAsync();
        await merchant.Dialog.GetByText("Version 1 is published").WaitForAsync();

        Assert.Equal(1, await server.Api.Funnel("studio-new").Newest());
        Assert.Empty(merchant.Complaints);
    }
}
