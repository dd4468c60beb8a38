[assembly: AssemblyFixture(typeof(Funnel.Server.Tests.Running.SharedBrowser))]

namespace Funnel.Server.Tests.Running;

/// <summary>One Chromium for all tests; each visitor has a profile of their own in it.</summary>
public sealed class SharedBrowser : IAsyncDisposable
{
    private readonly Lazy<Task<Chromium>> _chromium = new(Chromium.Start);

    public async Task<Visitor> Visit(Uri server, VisitorSettings? settings = null) =>
        await Visitor.Come(await (await _chromium.Value).Profile(settings ?? new()), server);

    public async ValueTask DisposeAsync()
    {
        if (_chromium.IsValueCreated)
        {
            await (await _chromium.Value).DisposeAsync();
        }
    }
}

/// <summary>Who visits, and with what.</summary>
public sealed record VisitorSettings
{
    public string Locale { get; init; } = "en";

    public int Width { get; init; } = 1440;

    public bool PrefersDark { get; init; }
}
