using Microsoft.Playwright;

namespace Funnel.Server.Tests.Running;

/// <summary>Somebody with a browser of their own, who notices whatever a page does wrong.</summary>
public sealed class Visitor : IAsyncDisposable
{
    /// <summary>A telephone, a tablet and a desk.</summary>
    private static readonly (int Width, int Height)[] Screens = [(360, 740), (768, 1024), (1440, 900)];

    /// <summary>
    /// What does not fit in what is around it; a text for screen readers alone need not, nor one that is plainly cut short, nor
    /// what is meant to be scrolled, and so can be by keys.
    /// </summary>
    private const string CutOff = """
        [...document.querySelectorAll("*")]
          .filter((one) => one === document.documentElement || (getComputedStyle(one).overflowX !== "visible" && one.clientWidth > 1))
          .filter((one) => !one.closest("input, select, .visually-hidden, [tabindex='0']") && getComputedStyle(one).textOverflow !== "ellipsis")
          .filter((one) => one.scrollWidth > one.clientWidth)
          .map((one) => `${one.tagName}.${one.className} is ${one.clientWidth} wide, and what is in it ${one.scrollWidth}`)
          .join("\n")
        """;

    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Repository.Axe));

    private readonly IBrowserContext _profile;
    private readonly Uri _server;
    private readonly List<string> _complaints = [];
    private readonly List<IRequest> _requests = [];

    private Visitor(IBrowserContext profile, Uri server, IPage page) =>
        (_profile, _server, Page) = (profile, server, page);

    public IPage Page { get; }

    /// <summary>Its errors, what its policy forbids it, and requests to others than the server it came from.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>What its pages have asked servers for.</summary>
    public IReadOnlyList<IRequest> Requests => _requests;

    internal static async Task<Visitor> Come(IBrowserContext profile, Uri server)
    {
        var visitor = new Visitor(profile, server, await profile.NewPageAsync());
        visitor.Watch(visitor.Page);
        return visitor;
    }

    /// <summary>Opens a second tab, with the same profile.</summary>
    public async Task<IPage> OpenTab(string path)
    {
        var tab = await _profile.NewPageAsync();
        Watch(tab);
        await tab.GotoAsync(new Uri(_server, path).ToString());
        return tab;
    }

    public Task Go(string path) => Page.GotoAsync(new Uri(_server, path).ToString());

    public Task GoOffline(bool offline = true) => _profile.SetOfflineAsync(offline);

    /// <summary>What a lost connection makes browsers say is no fault of the page.</summary>
    public void ForgetComplaints() => _complaints.Clear();

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    public Task<string> Heading() => Page.Locator("h1").InnerTextAsync();

    /// <summary>Waits until the page's heading is that.</summary>
    public Task Sees(string heading) =>
        Page.GetByRole(
                AriaRole.Heading,
                new()
                {
                    Name = heading,
                    Exact = true,
                    Level = 1,
                }
            )
            .WaitForAsync();

    /// <summary>
    /// Looks at the page as it is now: people who see little, hear or use a keyboard only can use it, in light and in dark (axe-core
    /// finds nothing), and nothing overflows a telephone, a tablet or a desk. The pictures of them are kept.
    /// </summary>
    public async Task Look(string name)
    {
        var before = Page.ViewportSize!;
        foreach (var (width, height) in Screens)
        {
            await Page.SetViewportSizeAsync(width, height);
            await Photograph($"{name}-{width}");
            Assert.Equal("", await Page.EvaluateAsync<string>(CutOff));
        }

        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await FindNothingWith(name, scheme);
        }

        await Page.SetViewportSizeAsync(before.Width, before.Height);
    }

    /// <summary>Keeps a picture of the page as it is now.</summary>
    public Task Photograph(string name) =>
        Page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(Repository.TestResults, "screenshots", $"{name}.png"),
                Animations = ScreenshotAnimations.Disabled,
            }
        );

    private async Task FindNothingWith(string name, ColorScheme scheme)
    {
        if (!await Page.EvaluateAsync<bool>("Boolean(window.axe)"))
        {
            await Page.EvaluateAsync(Axe.Value);
        }

        // Only colours differ in the dark.
        var found = await Page.EvaluateAsync<string>(
            """
            async (dark) => {
              const { violations } = await window.axe.run(document, {
                resultTypes: ["violations"],
                ...(dark && { runOnly: ["color-contrast"] }),
              });
              return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} ${node.target} ${node.html.slice(0, 200)}`)).join("\n");
            }
            """,
            scheme is ColorScheme.Dark
        );
        Assert.True(found.Length == 0, $"{name}, {scheme}:\n{found}");
    }

    private void Watch(IPage page)
    {
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                _complaints.Add($"{message.Text} {message.Location}");
            }
        };
        page.Request += (_, request) =>
        {
            _requests.Add(request);
            var address = new Uri(request.Url);
            if (address.Scheme is "http" or "https" && address.Authority != _server.Authority)
            {
                _complaints.Add($"Asked another host: {request.Url}");
            }
        };
    }

    public async ValueTask DisposeAsync() => await _profile.DisposeAsync();
}
