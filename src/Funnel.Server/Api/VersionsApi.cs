using System.Net.Mime;
using System.Security.Claims;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Funnels;
using Funnel.Server.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Funnel.Server.Api;

/// <summary>What merchants have published.</summary>
internal static class VersionsApi
{
    public static void MapVersions(this IEndpointRouteBuilder app)
    {
        var funnel = app.MapMerchants(Tags.Definitions).MapGroup("/v1/funnels/{funnelId}");
        funnel
            .MapPost("/publish", Publish)
            .WithName("publishDraft")
            .TakesTests()
            .Refuses([
                ProblemKind.MalformedRequest,
                ProblemKind.DraftNotFound,
                ProblemKind.NotPublishable,
                ProblemKind.TestsFailed,
                ProblemKind.DraftChanged,
                ProblemKind.VersionChanged,
            ]);
        funnel
            .MapGet("/versions", List)
            .WithName("listVersions")
            .Refuses([ProblemKind.MalformedRequest, ProblemKind.FunnelNotFound]);
        funnel
            .MapGet("/versions/{version:int}", View)
            .WithName("viewVersion")
            .Produces<WrittenDefinition>(StatusCodes.Status200OK, MediaTypeNames.Application.Json)
            .Refuses([ProblemKind.VersionNotFound]);
        funnel
            .MapPost("/versions/{version:int}/restore", Restore)
            .WithName("restoreVersion")
            .Refuses([
                ProblemKind.MalformedRequest,
                ProblemKind.VersionNotFound,
                ProblemKind.NotPublishable,
                ProblemKind.VersionChanged,
                ProblemKind.TooManyChecks,
            ]);
    }

    /// <summary>Publishes a funnel's draft.</summary>
    /// <remarks>
    /// It becomes the next version: new orders get it at once, and at the other instances within a second. Orders that have been
    /// started keep theirs. A draft with errors is not published; nor is one that fails the tests in the body, which is a file of
    /// tests as it stands beside a funnel's, and may be left out. Publishing what is the newest version already changes nothing.
    /// The draft stays.
    /// </remarks>
    /// <param name="funnelId" example="coffee">The funnel.</param>
    /// <param name="over">
    /// The number of the newest version that was seen, 0 for none: where another with another content is the newest by now,
    /// nothing is published. Without it, whichever is the newest is replaced.
    /// </param>
    /// <response code="200">It was the newest version before.</response>
    /// <response code="201">It is the newest version now.</response>
    public static async Task<Results<Ok<VersionView>, Created<VersionView>, ProblemResult>> Publish(
        string funnelId,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        int? over,
        Drafts drafts,
        Publishing publishing,
        ClaimsPrincipal merchant,
        HttpContext http
    )
    {
        if (!EntityTags.TryReadIfMatch(ifMatch, out var matches))
        {
            return Problems.MalformedRequest("If-Match takes the ETag of an earlier reply, or *.");
        }

        if (await drafts.Find(funnelId, http.RequestAborted) is not { } draft)
        {
            return Problems.DraftNotFound();
        }

        if (matches?.Invoke(draft.ContentHash) is false)
        {
            http.Response.Headers.ETag = EntityTags.Of(draft.ContentHash);
            return Problems.DraftChanged(draft);
        }

        ReadOnlyMemory<byte>? tests = null;
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            var (body, problem) = await DefinitionBody.Read(http.Request);
            if (problem is not null)
            {
                return problem;
            }

            tests = body;
        }

        return await CheckAndPublish(
            funnelId,
            draft.Content,
            tests,
            new() { Key = MerchantKeys.NameOf(merchant) },
            over,
            publishing,
            http
        );
    }

    /// <summary>Lists a funnel's versions, newest first.</summary>
    /// <remarks>All that there have been: none is taken away.</remarks>
    /// <param name="funnelId" example="print-shop">The funnel.</param>
    /// <param name="before">The <c>next</c> of the page before.</param>
    /// <param name="limit">How many versions at most.</param>
    /// <response code="200">The versions, and where the next page begins.</response>
    public static async Task<Results<Ok<VersionPageView>, ProblemResult>> List(
        string funnelId,
        int? before,
        int? limit,
        IStore store,
        CancellationToken cancellation
    )
    {
        if (!Paging.TryRead(limit, out var most, out var problem))
        {
            return problem;
        }

        // One more than is asked for tells whether there is a next page.
        var page = await store.ListVersions(funnelId, before, most + 1, cancellation);
        return page.Count == 0 && before is null
            ? Problems.FunnelNotFound()
            : TypedResults.Ok(
                new VersionPageView(
                    [.. page.Take(most).Select(VersionView.Of)],
                    page.Count > most ? page[most - 1].Version : null
                )
            );
    }

    /// <summary>Gives a version of a funnel.</summary>
    /// <remarks>Byte for byte as it was published. It never changes, and may be kept for ever.</remarks>
    /// <param name="funnelId" example="print-shop">The funnel.</param>
    /// <param name="version" example="1">The version's number.</param>
    /// <response code="200">The version.</response>
    public static async Task<Results<DefinitionResult, ProblemResult>> View(
        string funnelId,
        int version,
        IStore store,
        CancellationToken cancellation
    ) =>
        await store.FindVersion(funnelId, version, cancellation) is { } found
            ? new DefinitionResult(found.Content, found.ContentHash, isForEver: true)
            : Problems.VersionNotFound();

    /// <summary>Publishes an earlier version anew.</summary>
    /// <remarks>
    /// It becomes the next version, with a number of its own; the draft stays as it is. It is checked as it would be today: one
    /// that has errors by now is not published. Save it as a draft, mend that, and publish it.
    /// </remarks>
    /// <param name="funnelId" example="print-shop">The funnel.</param>
    /// <param name="version" example="1">The version's number.</param>
    /// <param name="over">
    /// The number of the newest version that was seen: where another with another content is the newest by now, nothing is
    /// published. Without it, whichever is the newest is replaced.
    /// </param>
    /// <response code="200">It was the newest version before.</response>
    /// <response code="201">It is the newest version now.</response>
    public static async Task<Results<Ok<VersionView>, Created<VersionView>, ProblemResult>> Restore(
        string funnelId,
        int version,
        int? over,
        IStore store,
        Publishing publishing,
        ClaimsPrincipal merchant,
        HttpContext http
    ) =>
        await store.FindVersion(funnelId, version, http.RequestAborted) is { } found
            ? await CheckAndPublish(
                funnelId,
                found.Content,
                null,
                new() { Key = MerchantKeys.NameOf(merchant), Restored = version },
                over,
                publishing,
                http
            )
            : Problems.VersionNotFound();

    private static async Task<Results<Ok<VersionView>, Created<VersionView>, ProblemResult>> CheckAndPublish(
        string funnelId,
        ReadOnlyMemory<byte> content,
        ReadOnlyMemory<byte>? tests,
        Publisher by,
        int? over,
        Publishing publishing,
        HttpContext http
    )
    {
        var definition = await publishing.Check(content, funnelId, http.RequestAborted);
        if (definition.Machine is null)
        {
            return Problems.NotPublishable(definition.Report);
        }

        if (
            tests is { } file
            && await publishing.Test(definition, file, http.RequestAborted) is { HasFailed: true } report
        )
        {
            return Problems.TestsFailed(report);
        }

        if (await publishing.Publish(definition, by, over, http.RequestAborted) is not { } publication)
        {
            return Problems.VersionChanged();
        }

        var view = VersionView.Of(publication.Version);
        if (!publication.IsNew)
        {
            return TypedResults.Ok(view);
        }

        http.Response.Headers.ETag = EntityTags.Of(view.Hash);
        return TypedResults.Created($"/v1/funnels/{funnelId}/versions/{view.Version}", view);
    }
}
