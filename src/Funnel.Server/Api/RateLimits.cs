using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Funnel.Server.Api;

/// <summary>How often one client may start an order; the configuration section <c>RateLimits</c>.</summary>
internal sealed class RateLimitsOptions
{
    public const string Section = "RateLimits";

    /// <summary>Per client address; 0 is no limit.</summary>
    [Range(0, 1_000_000)]
    public int StartsPerMinute { get; set; } = 60;
}

internal static class RateLimits
{
    /// <summary>The policy on starting orders.</summary>
    public const string Starts = "starts";

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services
            .AddOptions<RateLimitsOptions>()
            .BindConfiguration(RateLimitsOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Starts, Partition);
            limiter.OnRejected = async (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
                    ? after
                    : TimeSpan.FromMinutes(1);
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                    .ToString(CultureInfo.InvariantCulture);
                await Problems.TooManyRequests().ExecuteAsync(context.HttpContext);
            };
        });
    }

    private static RateLimitPartition<string> Partition(HttpContext http)
    {
        var starts = http.RequestServices.GetRequiredService<IOptions<RateLimitsOptions>>().Value.StartsPerMinute;
        var client = http.Connection.RemoteIpAddress?.ToString() ?? "";
        return starts == 0
            ? RateLimitPartition.GetNoLimiter(client)
            : RateLimitPartition.GetFixedWindowLimiter(
                client,
                _ => new() { PermitLimit = starts, Window = TimeSpan.FromMinutes(1) }
            );
    }
}
