using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Funnel.Server;

/// <summary>
/// Sends the framework's and our own metrics and traces over OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a
/// collector. The protocol and its headers are set by OpenTelemetry's own environment variables.
/// </summary>
internal sealed class OtlpExport : IHostedService, IDisposable
{
    private readonly MeterProvider _meters;
    private readonly TracerProvider _traces;

    public OtlpExport()
    {
        var resource = ResourceBuilder.CreateDefault().AddService("funnel");
        _meters = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter("Microsoft.AspNetCore.*", "System.Runtime", "Funnel.Server")
            .AddOtlpExporter()
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore")
            .AddOtlpExporter()
            .Build();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _meters.Dispose();
        _traces.Dispose();
    }
}

internal static class TelemetryRegistration
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (!string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            services.AddHostedService<OtlpExport>();
        }
    }
}
