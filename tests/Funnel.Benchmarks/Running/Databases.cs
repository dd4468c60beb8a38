using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;

namespace Funnel.Benchmarks.Running;

/// <summary>New, empty databases of either store, which go when it is disposed.</summary>
internal sealed class Databases : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<PostgresServer>> _postgres = new(PostgresServer.Start);
    private int _files;

    public async Task<StorageOptions> Create(string provider) =>
        new()
        {
            Provider = provider,
            ConnectionString =
                provider == StorageOptions.Postgres
                    ? await (await _postgres.Value).CreateDatabase()
                    : $"Data Source={_folder.Path}/{++_files}/funnel.db",
        };

    public async ValueTask DisposeAsync()
    {
        if (_postgres.IsValueCreated)
        {
            await (await _postgres.Value).DisposeAsync();
        }

        _folder.Dispose();
    }
}
