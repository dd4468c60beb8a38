using Funnel.Definitions;

namespace Funnel.Testing;

/// <summary>What came of a file of tests.</summary>
/// <param name="Problems">What is wrong with the file itself: then nothing of it was run.</param>
/// <param name="Results">Each walk and each property, in the file's order.</param>
public sealed record TestReport(IReadOnlyList<Problem> Problems, IReadOnlyList<TestResult> Results)
{
    /// <summary>Whether the funnel cannot be published with these tests.</summary>
    public bool HasFailed => Problems.Count > 0 || Results.Any(result => result.Failures.Count > 0);

    /// <summary>All that is to be mended, as problems of the file of tests, in its order.</summary>
    public IReadOnlyList<Problem> AllProblems =>
        BesideFunnel.InFileOrder(
            Problems.Concat(Results.SelectMany(result => result.Failures.Select(failure => failure.Problem)))
        );
}

/// <summary>What came of one walk, or of one property.</summary>
/// <param name="Name">The walk's name, or what the property says.</param>
/// <param name="IsProperty">Whether it is a property.</param>
/// <param name="Failures">What was otherwise than expected; none where it passed.</param>
public sealed record TestResult(string Name, bool IsProperty, IReadOnlyList<TestFailure> Failures);

/// <summary>Something that was otherwise than expected.</summary>
/// <param name="Step">The step of the walk; null of a property, and of the end.</param>
/// <param name="Expected">What the test says.</param>
/// <param name="Found">What the funnel does.</param>
/// <param name="Problem">The same in a sentence, with its place in the file of tests.</param>
public sealed record TestFailure(string? Step, string Expected, string Found, Problem Problem);
