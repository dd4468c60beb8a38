using System.Text.Json.Serialization;

namespace Funnel.Server.Api;

/// <summary>Why a request was not carried out (RFC 9457). Nothing of it was.</summary>
public sealed record ProblemView
{
    /// <summary>Stable: <c>urn:funnel:offer-unavailable</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The same in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>Each thing that is wrong in the request's body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FaultView>? Errors { get; init; }

    /// <summary>Which action of a walk was refused, from 0; then pointers are into that action.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Action { get; init; }

    /// <summary>The order as it is, where its state is the reason.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OrderView? Order { get; init; }

    /// <summary>What is to be said about the definition, where that is the reason.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportView? Report { get; init; }
}

/// <summary>One thing that is wrong in a request's body.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) into the body.</param>
/// <param name="Detail">What is wrong and what to do.</param>
public sealed record FaultView(string Pointer, string Detail);

/// <summary>A reply that says no.</summary>
internal sealed class ProblemResult(ProblemView problem) : IResult, IStatusCodeHttpResult, IValueHttpResult<ProblemView>
{
    public const string ContentType = "application/problem+json";

    public ProblemView Value => problem;

    public int? StatusCode => problem.Status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = problem.Status;
        await httpContext.Response.WriteAsJsonAsync(problem, options: null, ContentType, httpContext.RequestAborted);
    }
}
