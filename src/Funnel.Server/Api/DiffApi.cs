using System.Globalization;
using Funnel.Comparing;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Funnels;
using Funnel.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Funnel.Server.Api;

/// <summary>What a change to a funnel changes for its shoppers.</summary>
internal static class DiffApi
{
    public static void MapDiff(this IEndpointRouteBuilder app) =>
        app.MapMerchants(Tags.Definitions)
            .MapGet("/v1/funnels/{funnelId}/diff", Compare)
            .WithName("compareFunnels")
            .Refuses(OperationProblems.AnyVersion);

    /// <summary>Compares two versions of a funnel by effect.</summary>
    /// <remarks>Steps, offers, prices, all walks, and what the same answers come to in both: what publishing the draft would change.</remarks>
    /// <param name="funnelId" example="print-shop">The funnel.</param>
    /// <param name="before">A version's number, or <c>draft</c>; left out, the newest version.</param>
    /// <param name="after">A version's number, or <c>draft</c>; left out, the draft. Both must be without errors.</param>
    /// <response code="200">What is different.</response>
    public static async Task<Results<Ok<ComparisonView>, ProblemResult>> Compare(
        string funnelId,
        string? before,
        string? after,
        PublishedFunnels funnels,
        IStore store,
        Drafts drafts,
        Publishing publishing,
        Checks checks,
        CancellationToken cancellation
    )
    {
        before ??= funnels.Newest.GetValueOrDefault(funnelId)?.Version.ToString(CultureInfo.InvariantCulture);
        if (before is null)
        {
            return Problems.FunnelNotFound();
        }

        var (old, problem) = await Find(nameof(before), before);
        if (old is null)
        {
            return problem;
        }

        (var @new, problem) = await Find(nameof(after), after ?? GraphApi.OfDraft);
        return @new is null
            ? problem
            : TypedResults.Ok(
                ComparisonView.Of(await checks.Run(() => FunnelComparison.Of(old.Report, @new.Report), cancellation))
            );

        async Task<(CheckedDefinition? Definition, ProblemResult Problem)> Find(string parameter, string version)
        {
            var (content, problem) = version switch
            {
                GraphApi.OfDraft => ((await drafts.Find(funnelId, cancellation))?.Content, Problems.DraftNotFound()),
                _ when int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => (
                    await ContentOf(number),
                    Problems.VersionNotFound()
                ),
                _ => (
                    (ReadOnlyMemory<byte>?)null,
                    Problems.MalformedRequest(
                        $"The parameter {parameter} takes a version's number, or {GraphApi.OfDraft}."
                    )
                ),
            };
            if (content is null)
            {
                return (null, problem);
            }

            var definition = await publishing.Check(content.Value, funnelId, cancellation);
            return (definition.Machine is null ? null : definition, Problems.NotPublishable(definition.Report));
        }

        // One that this release cannot read is told as such, and not as one with errors.
        async Task<ReadOnlyMemory<byte>?> ContentOf(int version) =>
            await funnels.Find(funnelId, version, cancellation) is null
                ? null
                : (await store.FindVersion(funnelId, version, cancellation))?.Content;
    }
}
