[assembly: AssemblyFixture(typeof(Funnel.Server.Tests.Running.SharedPostgres))]

namespace Funnel.Server.Tests.Running;

/// <summary>One PostgreSQL server for all tests that leave it running; each has databases of its own.</summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(PostgresServer.Start);

    /// <summary>A new, empty database.</summary>
    /// <returns>The way to it.</returns>
    public async Task<string> CreateDatabase() => await (await _server.Value).CreateDatabase();

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await (await _server.Value).DisposeAsync();
        }
    }
}
