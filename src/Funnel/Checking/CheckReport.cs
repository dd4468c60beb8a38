using Funnel.Checking.Proofs;
using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Checking;

/// <summary>All that is to be said about a file, in the order in which it is written there.</summary>
/// <param name="Definition">What could be read; complete where there are no errors. Null where the file is no JSON object.</param>
/// <param name="Problems">By line and column.</param>
public sealed record CheckReport(FunnelDefinition? Definition, IReadOnlyList<Problem> Problems)
{
    /// <summary>Compiled; null where there are errors that keep the funnel from running.</summary>
    public FunnelMachine? Machine { get; init; }

    /// <summary>What is true of all walks; null where there are errors that keep the funnel from running, or too many states.</summary>
    public Census? Census { get; init; }

    /// <summary>What is certain where there were too many states for a census.</summary>
    public OuterBounds? Bounds { get; init; }

    /// <summary>Whether the funnel cannot be published.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Severity is Severity.Error);
}
