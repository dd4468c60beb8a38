using System.Collections.Concurrent;
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

    private RunningServer(ServerSettings settings)
    {
        var data = settings.Data ?? (_ownData = new TemporaryFolder());
        _factory = new Factory(settings, data, Clock, Errors);
        _factory.UseKestrel();
        _factory.StartServer();
        Api = new ApiClient(_factory.ClientOptions.BaseAddress);
    }

    public SettableClock Clock { get; } = new();

    public ApiClient Api { get; }

    /// <summary>What the server logged as an error.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>The server's own parts, for what no reply shows.</summary>
    public IServiceProvider Services => _factory.Services;

    public static RunningServer Start(ServerSettings? settings = null) => new(settings ?? new());

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await _factory.DisposeAsync();
        _ownData?.Dispose();
    }

    private sealed class Factory(
        ServerSettings settings,
        TemporaryFolder data,
        TimeProvider clock,
        ConcurrentQueue<string> errors
    ) : WebApplicationFactory<Program>
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

            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new ErrorLog(errors)));
            builder.ConfigureTestServices(services => services.AddSingleton(clock));
        }
    }

    private sealed class ErrorLog(ConcurrentQueue<string> errors) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                errors.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose() { }
    }
}
