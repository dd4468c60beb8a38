using Funnel.Checking;
using Funnel.Definitions;
using Funnel.Testing;

namespace Funnel.Server.Api;

/// <summary>All that is to be said about a definition.</summary>
public sealed record ReportView
{
    /// <summary>Whether it can be published: there are no errors.</summary>
    public required bool Publishable { get; init; }

    /// <summary>By line and column.</summary>
    public required IReadOnlyList<ReportedProblemView> Problems { get; init; }

    /// <summary>What is true of all walks; null where there are errors that keep it from running, or too many states.</summary>
    public CensusView? Census { get; init; }

    /// <summary>What is certain where there were too many states for a census; else null.</summary>
    public BoundsView? Bounds { get; init; }

    /// <summary>Its steps and the ways between them; null where there are errors that keep it from running.</summary>
    public PictureView? Picture { get; init; }

    internal static ReportView Of(CheckReport report) =>
        new()
        {
            Publishable = !report.HasErrors,
            Problems = [.. report.Problems.Select(ReportedProblemView.Of)],
            Census = CensusView.Of(report),
            Bounds = BoundsView.Of(report),
            Picture = PictureView.Of(report),
        };

    /// <summary>What failed of a file of tests.</summary>
    internal static ReportView Of(TestReport tests) =>
        new() { Publishable = false, Problems = [.. tests.AllProblems.Select(ReportedProblemView.Of)] };
}

/// <summary>Something about a definition that its merchant should know.</summary>
public sealed record ReportedProblemView
{
    /// <summary>Stable: <c>FNL010</c>.</summary>
    public required string Code { get; init; }

    /// <summary>An <c>error</c> keeps it from being published, a <c>warning</c> is probably not meant, a <c>note</c> is worth knowing.</summary>
    public required Severity Severity { get; init; }

    /// <summary>JSON Pointer (RFC 6901) to the offending value; for a missing property, to its parent.</summary>
    public required string Pointer { get; init; }

    /// <summary>1-based line of the value or, where its key is the problem, of the key.</summary>
    public required int Line { get; init; }

    /// <summary>1-based column of the same, in characters (Unicode code points).</summary>
    public required int Column { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required string Message { get; init; }

    internal static ReportedProblemView Of(Problem problem) =>
        new()
        {
            Code = problem.Code,
            Severity = problem.Severity,
            Pointer = problem.Pointer,
            Line = problem.Line,
            Column = problem.Column,
            Message = problem.Message,
        };
}
