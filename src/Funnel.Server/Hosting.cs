using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;

namespace Funnel.Server;

/// <summary>How much of a request is read; the configuration section <c>Limits</c>.</summary>
internal sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Bytes of a body.</summary>
    [Range(1, 16 * 1024 * 1024)]
    public int BodyBytes { get; set; } = 256 * 1024;

    /// <summary>How deep a body's JSON may nest.</summary>
    [Range(1, 64)]
    public int JsonDepth { get; set; } = 32;
}

/// <summary>Where the server listens, how much it reads, and how it logs.</summary>
internal static class Hosting
{
    public const string DefaultUrl = "http://localhost:5080";

    // Some 140 MB where all stand idle. Without an end, whoever opens enough of them ends the process for everyone.
    private const int MostConnections = 10_000;

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null && builder.Configuration["HTTP_PORTS"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        // First of all sources, so that every other one overrides it: a line a request is for those who ask for it.
        builder.Configuration.Sources.Insert(
            0,
            new MemoryConfigurationSource { InitialData = [new("Logging:LogLevel:Microsoft.AspNetCore", "Warning")] }
        );
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.AddJsonConsole();
        }

        builder.Logging.TellStartFailuresOnce();
        builder
            .Services.AddOptions<LimitsOptions>()
            .BindConfiguration(LimitsOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder
            .Services.AddOptions<KestrelServerOptions>()
            .Configure<IOptions<LimitsOptions>>(
                static (kestrel, limits) =>
                {
                    kestrel.AddServerHeader = false;
                    kestrel.Limits.MaxRequestBodySize = limits.Value.BodyBytes;
                    kestrel.Limits.MaxConcurrentConnections = MostConnections;
                }
            );
    }
}
