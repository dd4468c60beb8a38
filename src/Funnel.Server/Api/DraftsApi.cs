using System.Diagnostics.CodeAnalysis;
using System.Net.Mime;
using System.Security.Claims;
using Funnel.Definitions.Notations;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Funnels;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Funnel.Server.Api;

/// <summary>What merchants work on.</summary>
internal static class DraftsApi
{
    private const string IfMatch = "If-Match";
    private const string IfNoneMatch = "If-None-Match";

    public static void MapDrafts(this IEndpointRouteBuilder app)
    {
        var merchants = app.MapMerchants(Tags.Definitions);
        merchants.MapPost("/v1/funnels/check", Check).WithName("checkDefinition").TakesDefinition();
        merchants.MapGet("/v1/drafts", List).WithName("listDrafts");

        var draft = merchants.MapGroup("/v1/funnels/{funnelId}/draft");
        draft
            .MapGet("", View)
            .WithName("viewDraft")
            .Produces<WrittenDefinition>(StatusCodes.Status200OK, MediaTypeNames.Application.Json)
            .Refuses([ProblemKind.DraftNotFound]);
        draft
            .MapPut("", Save)
            .WithName("saveDraft")
            .TakesDefinition()
            .Refuses([.. OperationProblems.Draft, ProblemKind.TooManyFunnels]);
        draft
            .MapDelete("", Remove)
            .WithName("removeDraft")
            .Refuses([.. OperationProblems.Draft, ProblemKind.DraftNotFound]);
    }

    /// <summary>Checks a definition.</summary>
    /// <remarks>Stores nothing. The body is a funnel's file as it is; everything that is wrong with it is told at once.</remarks>
    /// <response code="200">What is to be said about it.</response>
    public static async Task<Results<Ok<ReportView>, ProblemResult>> Check(HttpRequest request, Publishing publishing)
    {
        var (content, problem) = await DefinitionBody.Read(request);
        return problem is null
            ? TypedResults.Ok(
                ReportView.Of((await publishing.Check(content, null, request.HttpContext.RequestAborted)).Report)
            )
            : problem;
    }

    /// <summary>Lists all drafts.</summary>
    /// <remarks>Also those of funnels that have never been published. A draft stays when it is published, until it is removed.</remarks>
    /// <response code="200">The drafts, by funnel.</response>
    public static async Task<Ok<DraftsView>> List(Drafts drafts, CancellationToken cancellation) =>
        TypedResults.Ok(new DraftsView([.. (await drafts.List(cancellation)).Select(DraftView.Of)]));

    /// <summary>Gives a funnel's draft.</summary>
    /// <remarks>Byte for byte as it was saved, whether or not it is JSON.</remarks>
    /// <param name="funnelId" example="coffee">The funnel.</param>
    /// <response code="200">The draft.</response>
    public static async Task<Results<DefinitionResult, ProblemResult>> View(
        string funnelId,
        Drafts drafts,
        CancellationToken cancellation
    ) =>
        await drafts.Find(funnelId, cancellation) is { } draft
            ? new DefinitionResult(draft.Content, draft.ContentHash, isForEver: false)
            : Problems.DraftNotFound();

    /// <summary>Saves a funnel's draft.</summary>
    /// <remarks>
    /// It is kept byte for byte, whatever its report says, and nothing is published. Nobody overwrites what they have not seen:
    /// where there is a draft, <c>If-Match</c> must name it. Saving the very draft that is there changes nothing, so a repeated
    /// request is safe.
    /// </remarks>
    /// <param name="funnelId" example="coffee">The funnel; it need not have been published.</param>
    /// <response code="200">It replaces the one before. What is to be said about it.</response>
    /// <response code="201">It is the funnel's first. What is to be said about it.</response>
    public static async Task<Results<Ok<ReportView>, Created<ReportView>, ProblemResult>> Save(
        string funnelId,
        [FromHeader(Name = IfMatch)] string? ifMatch,
        [FromHeader(Name = IfNoneMatch)] string? ifNoneMatch,
        Drafts drafts,
        ClaimsPrincipal merchant,
        HttpContext http
    )
    {
        if (!IdNotation.Form.IsMatch(funnelId))
        {
            return Problems.MalformedRequest(
                "A funnel's id has small letters, digits and hyphens, begins with a letter or digit, and has at most 63."
            );
        }

        if (!TryReadGuard(ifMatch, ifNoneMatch, out var guard, out var problem))
        {
            return problem;
        }

        var (content, unread) = await DefinitionBody.Read(http.Request);
        if (unread is not null)
        {
            return unread;
        }

        var outcome = await drafts.Save(funnelId, content, guard, MerchantKeys.NameOf(merchant), http.RequestAborted);
        if (outcome is not DraftOutcome.Saved saved)
        {
            return Refusal(outcome, http);
        }

        http.Response.Headers.ETag = EntityTags.Of(saved.Draft.ContentHash);
        var report = ReportView.Of(saved.Report);
        return saved.IsNew ? TypedResults.Created($"/v1/funnels/{funnelId}/draft", report) : TypedResults.Ok(report);
    }

    /// <summary>Throws a funnel's draft away.</summary>
    /// <remarks>What is published stays. Nobody throws away what they have not seen: <c>If-Match</c> must name it.</remarks>
    /// <param name="funnelId" example="coffee">The funnel.</param>
    /// <response code="204">It is gone.</response>
    public static async Task<Results<NoContent, ProblemResult>> Remove(
        string funnelId,
        [FromHeader(Name = IfMatch)] string? ifMatch,
        Drafts drafts,
        ClaimsPrincipal merchant,
        HttpContext http
    )
    {
        if (!TryReadGuard(ifMatch, null, out var guard, out var problem))
        {
            return problem;
        }

        var outcome = await drafts.Remove(funnelId, guard, MerchantKeys.NameOf(merchant), http.RequestAborted);
        return outcome is DraftOutcome.Removed ? TypedResults.NoContent() : Refusal(outcome, http);
    }

    private static bool TryReadGuard(
        string? ifMatch,
        string? ifNoneMatch,
        [NotNullWhen(true)] out DraftGuard? guard,
        [NotNullWhen(false)] out ProblemResult? problem
    )
    {
        Func<string, bool>? matches = null;
        problem =
            ifNoneMatch is not (null or "*")
                ? Problems.MalformedRequest("If-None-Match takes * here: save it only if there is none.")
            : !EntityTags.TryReadIfMatch(ifMatch, out matches)
                ? Problems.MalformedRequest("If-Match takes the ETag of an earlier reply, or *.")
            : null;
        guard = problem is null ? new(matches, MustBeNew: ifNoneMatch is not null) : null;
        return problem is null;
    }

    private static ProblemResult Refusal(DraftOutcome outcome, HttpContext http)
    {
        var current = (outcome as DraftOutcome.Changed)?.Current ?? (outcome as DraftOutcome.Unseen)?.Current;
        http.Response.Headers.ETag = current is null ? default : EntityTags.Of(current.ContentHash);
        return outcome switch
        {
            DraftOutcome.Changed => Problems.DraftChanged(current),
            DraftOutcome.Unseen => Problems.DraftUnseen(current!),
            DraftOutcome.NotThere => Problems.DraftNotFound(),
            _ => Problems.TooManyFunnels(),
        };
    }
}
