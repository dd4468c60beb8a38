namespace Funnel.Definitions;

/// <summary>Something about a file that its merchant should know.</summary>
/// <param name="Code">Stable: <c>FNL010</c>.</param>
/// <param name="Severity">Whether it stops publishing.</param>
/// <param name="Pointer">JSON Pointer (RFC 6901) to the offending value; for a missing property, to its parent.</param>
/// <param name="Line">1-based line of the value or, where its key is the problem, of the key.</param>
/// <param name="Column">1-based column of the same, in characters (Unicode code points).</param>
/// <param name="Message">What is wrong and what to do, in one or two sentences.</param>
public sealed record Problem(string Code, Severity Severity, string Pointer, int Line, int Column, string Message);

/// <summary>How much a problem weighs.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Probably not meant.</summary>
    Warning,

    /// <summary>The funnel cannot be published.</summary>
    Error,
}
