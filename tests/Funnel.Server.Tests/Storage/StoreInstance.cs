using Funnel.Server.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Funnel.Server.Tests.Storage;

/// <summary>A store as one instance of the server has it: registered and configured as in production.</summary>
internal sealed class StoreInstance : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public StoreInstance(string provider, string connectionString)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Storage:Provider"] = provider,
            ["Storage:ConnectionString"] = connectionString,
        };
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddLogging()
            .AddStorage()
            .BuildServiceProvider();
        Store = _services.GetRequiredService<IStore>();
    }

    public IStore Store { get; }

    public IDeliveries Deliveries => _services.GetRequiredService<IDeliveries>();

    public IDrafts Drafts => _services.GetRequiredService<IDrafts>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
