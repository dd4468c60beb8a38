using Funnel.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Funnel.Server;

/// <summary>What an orchestrator asks.</summary>
internal static class Health
{
    public const string Ready = "/health/ready";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("").WithTags("Health").DisableRateLimiting();
        health.MapGet("/health/live", IsLive).WithName("live");
        health.MapGet(Ready, IsReady).WithName("ready");
    }

    /// <summary>Whether the process runs.</summary>
    private static Ok<string> IsLive() => TypedResults.Ok("live");

    /// <summary>Whether orders can be taken: the store can be reached. 503 where it cannot.</summary>
    private static async Task<Ok<string>> IsReady(IStore store, CancellationToken cancellation)
    {
        await store.Ping(cancellation);
        return TypedResults.Ok("ready");
    }
}
