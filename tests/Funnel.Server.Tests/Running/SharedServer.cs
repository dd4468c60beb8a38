[assembly: AssemblyFixture(typeof(Funnel.Server.Tests.Running.SharedServer))]

namespace Funnel.Server.Tests.Running;

/// <summary>One server as in production, for all tests that leave its clock and its settings alone.</summary>
public sealed class SharedServer : IAsyncDisposable
{
    private readonly Lazy<RunningServer> _server = new(() => RunningServer.Start());

    public RunningServer Server => _server.Value;

    public ApiClient Api => Server.Api;

    public ValueTask DisposeAsync() => _server.IsValueCreated ? _server.Value.DisposeAsync() : ValueTask.CompletedTask;
}
