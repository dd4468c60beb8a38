using System.Security.Cryptography;
using Funnel.Definitions.Schema;
using Funnel.Server.Api.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Funnel.Server.Api;

/// <summary>How a funnel's file is written, for editors.</summary>
internal static class FunnelSchemaApi
{
    private const string MediaType = "application/schema+json";

    private static readonly EntityTagHeaderValue Tag = new(
        $"\"{Convert.ToHexStringLower(SHA256.HashData(FunnelSchema.Utf8.Span))[..16]}\""
    );

    public static void MapFunnelSchema(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/funnels/schema", Schema)
            .WithName("funnelSchema")
            .WithTags(Tags.Funnels)
            .Serves(Access.Anyone)
            .Produces<object>(contentType: MediaType)
            .Refuses([]);

    /// <summary>Shows the JSON schema of a funnel's file.</summary>
    /// <remarks>
    /// For editors: draft 2020-12, made from what this server reads. It changes with releases alone; a call whose
    /// <c>If-None-Match</c> has the <c>ETag</c> of the newest is told 304.
    /// </remarks>
    /// <response code="200">The schema.</response>
    public static FileContentHttpResult Schema(HttpResponse response)
    {
        response.Headers.CacheControl = "public, no-cache";
        return TypedResults.Bytes(FunnelSchema.Utf8, MediaType, entityTag: Tag);
    }
}
