using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Funnel.Server.Api;

/// <summary>Which frontends of other origins may call the API from a browser; the configuration section <c>Cors</c>.</summary>
internal sealed class CrossOriginOptions
{
    public const string Section = "Cors";

    /// <summary>As browsers write them: <c>https://shop.example</c>. None are let in where there are none.</summary>
    public List<string> Origins { get; } = [];

    /// <summary>Whether all are such that a browser can send them; one that no browser sends is a mistake, and <c>*</c> everyone.</summary>
    public bool AreOrigins => Origins.TrueForAll(IsOrigin);

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && text.Equals(uri.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
}

internal static class CrossOrigin
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(2);

    public static void AddCrossOrigin(this IServiceCollection services)
    {
        services
            .AddOptions<CrossOriginOptions>()
            .BindConfiguration(CrossOriginOptions.Section)
            .Validate(
                static cors => cors.AreOrigins,
                "An origin (Cors:Origins) is a scheme and a host, as in https://shop.example: without a path or a slash at its end, and not *."
            )
            .ValidateOnStart();
        services.AddCors();
        // Without credentials: nothing is opened by what a browser sends by itself, so no page can borrow a shopper's order.
        services
            .AddOptions<CorsOptions>()
            .Configure<IOptions<CrossOriginOptions>>(
                static (cors, options) =>
                    cors.AddDefaultPolicy(policy =>
                        policy
                            .WithOrigins([.. options.Value.Origins])
                            .AllowAnyHeader()
                            .AllowAnyMethod()
                            .WithExposedHeaders(HeaderNames.ETag, HeaderNames.Location, HeaderNames.RetryAfter)
                            .SetPreflightMaxAge(Remembered)
                    )
            );
    }
}
