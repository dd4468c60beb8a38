using Funnel.Server.Api.OpenApi;
using Funnel.Server.Funnels;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Funnel.Server.Api;

/// <summary>What can be ordered.</summary>
internal static class FunnelsApi
{
    public static void MapFunnels(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/funnels", List)
            .WithName("listFunnels")
            .WithTags(Tags.Funnels)
            .Serves(Access.Anyone)
            .Refuses([]);

    /// <summary>Lists the published funnels.</summary>
    /// <remarks>Each with the version that new orders get, and the least that an order of it comes to.</remarks>
    /// <response code="200">The funnels, by id.</response>
    public static Ok<FunnelView[]> List(PublishedFunnels funnels, TimeProvider clock, HttpRequest request) =>
        TypedResults.Ok(
            funnels
                .Newest.Values.OrderBy(funnel => funnel.Id, StringComparer.Ordinal)
                .Select(funnel =>
                    FunnelView.Of(
                        funnel.Machine,
                        funnel.Version,
                        Languages.Choose(funnel.Machine.Definition, null, request),
                        clock.GetUtcNow()
                    )
                )
                .ToArray()
        );
}
