using System.Globalization;
using System.Text;
using Funnel.Machine;
using Funnel.Machine.Diagrams;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Funnels;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Funnel.Server.Api;

/// <summary>Funnels as pictures.</summary>
internal static class GraphApi
{
    public const string Mermaid = "mermaid";
    public const string Dot = "dot";

    public const string OfDraft = "draft";
    private const string MermaidText = "text/vnd.mermaid";
    private const string DotText = "text/vnd.graphviz";

    public static void MapGraph(this IEndpointRouteBuilder app) =>
        app.MapMerchants(Tags.Definitions)
            .MapGet("/v1/funnels/{funnelId}/graph", Draw)
            .WithName("drawFunnel")
            .Produces<string>(StatusCodes.Status200OK, MermaidText, DotText)
            .Refuses(OperationProblems.AnyVersion);

    /// <summary>Draws a funnel.</summary>
    /// <remarks>Its steps with what they offer, and the ways between them, as the source of a picture.</remarks>
    /// <param name="funnelId" example="print-shop">The funnel.</param>
    /// <param name="format"><c>mermaid</c>, which Markdown renderers show in place, or <c>dot</c> for Graphviz.</param>
    /// <param name="version">A version's number, or <c>draft</c>, which must be without errors; left out, the newest version.</param>
    /// <response code="200">The picture's source.</response>
    public static async Task<Results<ContentHttpResult, ProblemResult>> Draw(
        string funnelId,
        string? format,
        string? version,
        PublishedFunnels funnels,
        Drafts drafts,
        Publishing publishing,
        CancellationToken cancellation
    )
    {
        if (format is not (null or Mermaid or Dot))
        {
            return Problems.MalformedRequest($"The parameter format takes {Mermaid} or {Dot}.");
        }

        var (machine, problem) = version switch
        {
            null => (funnels.Newest.GetValueOrDefault(funnelId)?.Machine, Problems.FunnelNotFound()),
            OfDraft => await MachineOfDraft(funnelId, drafts, publishing, cancellation),
            _ when int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => (
                (await funnels.Find(funnelId, number, cancellation))?.Machine,
                Problems.VersionNotFound()
            ),
            _ => (null, Problems.MalformedRequest($"The parameter version takes a version's number, or {OfDraft}.")),
        };
        return machine is null ? problem
            : format == Dot ? TypedResults.Text(DotDiagram.Of(machine), DotText, Encoding.UTF8)
            : TypedResults.Text(MermaidDiagram.Of(machine), MermaidText, Encoding.UTF8);
    }

    /// <returns>The machine; where it is null, the problem is why.</returns>
    private static async Task<(FunnelMachine?, ProblemResult)> MachineOfDraft(
        string funnelId,
        Drafts drafts,
        Publishing publishing,
        CancellationToken cancellation
    )
    {
        if (await drafts.Find(funnelId, cancellation) is not { } draft)
        {
            return (null, Problems.DraftNotFound());
        }

        var definition = await publishing.Check(draft.Content, funnelId, cancellation);
        return (definition.Machine, Problems.NotPublishable(definition.Report));
    }
}
