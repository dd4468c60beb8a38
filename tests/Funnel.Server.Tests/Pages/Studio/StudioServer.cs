using Funnel.Server.Tests.Running;

[assembly: AssemblyFixture(typeof(Funnel.Server.Tests.Pages.Studio.StudioServer))]

namespace Funnel.Server.Tests.Pages.Studio;

/// <summary>One server whose merchants write; each test writes funnels of its own.</summary>
public sealed class StudioServer : IAsyncDisposable
{
    public const string AnnasKey = "the-key-of-anna-who-writes";

    public const string BensKey = "the-key-of-ben-who-writes-too";

    private readonly Lazy<RunningServer> _server = new(() =>
        RunningServer.Start(
            new()
            {
                More = new Dictionary<string, string>
                {
                    ["Merchants:Keys:anna"] = AnnasKey,
                    ["Merchants:Keys:ben"] = BensKey,
                },
            }
        )
    );

    public ApiClient Api => _server.Value.Api;

    public ValueTask DisposeAsync() => _server.IsValueCreated ? _server.Value.DisposeAsync() : ValueTask.CompletedTask;
}
