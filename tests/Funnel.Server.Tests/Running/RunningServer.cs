using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Funnel.Server.Tests.Running;

/// <summary>The real server in this process: Kestrel on a free port, a database file of its own, and a clock that can be set.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly Factory _factory;
    private readonly TemporaryFolder? _ownData;
    private readonly CollectedLog _log = new();

    private RunningServer(ServerSettings settings)
    {
        var data = settings.Data ?? (_ownData = new TemporaryFolder());
        if (settings is { Data: null, SellsShops: true })
        {
            PublishedShops.CopyTo(data);
        }

        _factory = new Factory(settings, data, Clock, _log);
        _factory.UseKestrel();
        _factory.StartServer();
        Api = new ApiClient(_factory.ClientOptions.BaseAddress);
    }

    public SettableClock Clock { get; } = new();

    public ApiClient Api { get; }

    /// <summary>What the server has logged so far, at the levels that are configured.</summary>
    public IReadOnlyList<LogLine> Log => _log.Lines;

    /// <summary>What the server logged as an error.</summary>
    public IReadOnlyList<LogLine> Errors => [.. Log.Where(line => line.Level >= LogLevel.Error)];

    /// <summary>The server's own parts, for what no reply shows.</summary>
    public IServiceProvider Services => _factory.Services;

    public static RunningServer Start(ServerSettings? settings = null) => new(settings ?? new());

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await _factory.DisposeAsync();
        _ownData?.Dispose();
    }

    private sealed class Factory(ServerSettings settings, TemporaryFolder data, TimeProvider clock, CollectedLog log)
        : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(settings.Environment);
            // As a setting, and not by UseKestrel(0): that sets the port beside the program while it starts, and where the
            // program is faster it listens on its own default, which a developer's server may have.
            builder.UseUrls("http://127.0.0.1:0");
            foreach (var (key, value) in settings.In(data))
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(log));
            builder.ConfigureTestServices(services => services.AddSingleton(clock));
        }
    }
}
