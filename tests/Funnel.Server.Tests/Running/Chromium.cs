using Microsoft.Playwright;

namespace Funnel.Server.Tests.Running;

/// <summary>A real browser without a window.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Chromium> Start()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            }
        );
        return new(playwright, browser);
    }

    /// <param name="complaints">Takes what the page does wrong: its errors, and what its security policy forbids it.</param>
    public async Task<IPage> Open(ICollection<string> complaints)
    {
        var page = await _browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 1600 },
            }
        );
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                complaints.Add(message.Text);
            }
        };
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
