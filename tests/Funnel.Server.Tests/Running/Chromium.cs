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
        // Where much else runs, a page takes its time.
        Assertions.SetDefaultExpectTimeout(30_000);
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

    /// <summary>A profile of its own, without a page yet.</summary>
    public Task<IBrowserContext> Profile(VisitorSettings visitor) =>
        _browser.NewContextAsync(
            new()
            {
                Locale = visitor.Locale,
                ViewportSize = new() { Width = visitor.Width, Height = 900 },
                ColorScheme = visitor.PrefersDark ? ColorScheme.Dark : ColorScheme.Light,
            }
        );

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
