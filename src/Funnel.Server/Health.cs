using Funnel.Server.Api;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Funnel.Server;

/// <summary>What an orchestrator asks.</summary>
internal static class Health
{
    public const string Ready = "/health/ready";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("").WithTags(Tags.Health).Serves(Access.Anyone).DisableRateLimiting();
        health.MapGet("/health/live", IsLive).WithName("live").Refuses([]);
        health.MapGet(Ready, IsReady).WithName("ready").Refuses([ProblemKind.StoreUnavailable]);
    }

    /// <summary>Says whether the process runs.</summary>
    /// <remarks>Where it does not answer, start it anew.</remarks>
    /// <response code="200">It runs.</response>
    public static Ok<string> IsLive() => TypedResults.Ok("live");

    /// <summary>Says whether orders can be taken.</summary>
    /// <remarks>They can where the store can be reached. Where not, send shoppers elsewhere until they can.</remarks>
    /// <response code="200">They can.</response>
    public static async Task<Ok<string>> IsReady(IStore store, CancellationToken cancellation)
    {
        await store.Ping(cancellation);
        return TypedResults.Ok("ready");
    }
}
