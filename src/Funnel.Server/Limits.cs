using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Funnel.Server;

/// <summary>How much of a request is read; the configuration section <c>Limits</c>.</summary>
internal sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Bytes of a body.</summary>
    [Range(1, 16 * 1024 * 1024)]
    public int BodyBytes { get; set; } = 256 * 1024;
}

internal static class Limits
{
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder
            .Services.AddOptions<KestrelServerOptions>()
            .Configure<IOptions<LimitsOptions>>(
                static (kestrel, limits) =>
                {
                    kestrel.AddServerHeader = false;
                    kestrel.Limits.MaxRequestBodySize = limits.Value.BodyBytes;
                }
            );
    }
}
