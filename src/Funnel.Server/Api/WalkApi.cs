using Funnel.Checking;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Funnels;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Funnel.Server.Api;

/// <summary>Walks through definitions, for those who write them.</summary>
internal static class WalkApi
{
    public const int MostActions = 500;

    /// <summary>Longer than any that somebody means; those of a hostile definition, of choices without end, would hold a core for minutes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Of the start and the actions.</summary>
    private const int MostBytesBesideDefinition = 64 * 1024;

    public static void MapWalk(this IEndpointRouteBuilder app) =>
        app.MapMerchants(Tags.Definitions)
            .MapPost("/v1/funnels/walk", Walk)
            .WithName("walkDefinition")
            .WithMetadata(new RequestSizeLimitAttribute(FunnelFile.MostBytes + MostBytesBesideDefinition))
            .Refuses(OperationProblems.Walk);

    /// <summary>Walks through a definition.</summary>
    /// <remarks>
    /// Stores nothing. The actions are taken one after another, at one moment, as the calls for an order take them; what they say of the
    /// customer is believed. Where one is refused, the reply is what that call says, with <c>action</c>, which it was, and
    /// <c>order</c>, as it stood; pointers are then into the action.
    /// </remarks>
    /// <param name="body">The definition, and what is done.</param>
    /// <response code="200">The order that comes of it.</response>
    public static async Task<Results<Ok<WalkView>, ProblemResult>> Walk(
        WalkRequest body,
        Checks checks,
        TimeProvider clock,
        HttpContext http
    )
    {
        if (body.Actions?.Count > MostActions)
        {
            return Problems.MalformedBody("/actions", $"Give at most {MostActions} actions.");
        }

        if (body.Definition.Content.Length > FunnelFile.MostBytes)
        {
            return Problems.OfStatus(StatusCodes.Status413PayloadTooLarge);
        }

        return await checks.Run(() => TryOut(body, clock, http), http.RequestAborted);
    }

    private static Results<Ok<WalkView>, ProblemResult> TryOut(WalkRequest body, TimeProvider clock, HttpContext http)
    {
        var began = clock.GetTimestamp();
        var report = Check.Structure(body.Definition.Content.Span, out _);
        if (report.Machine is not { } machine)
        {
            return Problems.NotPublishable(report);
        }

        var request = body.Start ?? new();
        var at = request.At ?? clock.GetUtcNow();
        if (at.UtcDateTime.Year is < 2000 or >= 3000)
        {
            // Centuries away, an order's expiry would leave the calendar.
            return Problems.InputsInvalid([
                new("/start/at", "Give a moment from 2000 to 2999, as in 2026-12-01T14:30:00+01:00."),
            ]);
        }

        if (StartReader.Believe(request, machine, http.Request, at, out var faults) is not { } start)
        {
            return Problems.InputsInvalid(faults.Select(fault => fault with { Pointer = $"/start{fault.Pointer}" }));
        }

        var order = new TriedOrder(machine, start, request.Locale is not null, http.Request);
        foreach (var (index, action) in (body.Actions ?? []).Index())
        {
            http.RequestAborted.ThrowIfCancellationRequested();
            if (clock.GetElapsedTime(began) > Patience)
            {
                return Problems.WalkTooLong(Patience);
            }

            if (action is null)
            {
                return Problems.MalformedBody($"/actions/{index}", "Something has to be here: null is nothing.");
            }

            if (order.Do(action) is { } refused)
            {
                return Problems.OfAction(index, refused, order.View);
            }
        }

        var (asked, problem) = order.Show(body.Show);
        if (problem is not null)
        {
            return problem;
        }

        var view = order.View;
        return TypedResults.Ok(new WalkView(view, FunnelView.Of(machine, view.Funnel.Version, view.Locale, at), asked));
    }
}
