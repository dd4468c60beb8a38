using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>
/// The file behind a definition: where things are written in it, and what of it could not be read. A rule asks it before it
/// calls something absent that may only be unread.
/// </summary>
internal sealed class DefinitionFile(DefinitionReading reading)
{
    private const string AnySegment = "*";

    private readonly (string Pointer, string[] Segments, string Code)[] _unread =
    [
        .. reading.Problems.Select(problem => (problem.Pointer, problem.Pointer.Split('/'), problem.Code)),
    ];

    public bool IsWritten(string pointer) => Place(new("", pointer, ""), Severity.Error).Pointer == pointer;

    /// <summary>Whether something at or under a pointer could not be read.</summary>
    /// <param name="pattern">A pointer; <c>*</c> is any segment.</param>
    public bool IsUnread(string pattern) => Matching(pattern, orUnder: true).Any();

    /// <summary>Whether nothing could be made of a value.</summary>
    /// <param name="pattern">A pointer; <c>*</c> is any segment.</param>
    public bool IsLost(string pattern) => Matching(pattern, orUnder: false).Any(IsOfTheValue);

    /// <summary>Whether a value that must be there is not, or nothing could be made of it.</summary>
    public bool IsMissing(string pointer) => !IsWritten(pointer) || IsLost(pointer);

    /// <summary>Whether a property that the format does not know may be a misspelt one of these objects.</summary>
    /// <param name="pattern">A pointer to the objects; <c>*</c> is any segment.</param>
    public bool HasMisspelt(string pattern) =>
        Matching($"{pattern}/{AnySegment}", orUnder: false).Contains(ProblemCodes.UnknownProperty);

    /// <summary>The finding as a problem; nothing where it only repeats that a value is missing or could not be read.</summary>
    public IEnumerable<Problem> Place(Finding finding)
    {
        var problem = Place(finding, Severity.Error);
        var isWritten = LastSegment(problem.Pointer) == LastSegment(finding.Pointer);
        var isRepeated = _unread.Any(unread =>
            unread.Pointer == problem.Pointer && (!isWritten || IsOfTheValue(unread.Code))
        );
        return isRepeated ? [] : [problem];
    }

    public Problem Place(Finding finding, Severity severity) =>
        reading.Problem(finding.Code, severity, finding.Pointer, finding.Message);

    /// <summary>A property that is missing says nothing of the others.</summary>
    private static bool IsOfTheValue(string code) => code != ProblemCodes.MissingProperty;

    private static string LastSegment(string pointer) => pointer[(pointer.LastIndexOf('/') + 1)..];

    /// <summary>The codes of what could not be read there.</summary>
    private IEnumerable<string> Matching(string pattern, bool orUnder)
    {
        var wanted = pattern.Split('/');
        return from unread in _unread
            where orUnder ? unread.Segments.Length >= wanted.Length : unread.Segments.Length == wanted.Length
            where wanted.Zip(unread.Segments).All(pair => pair.First is AnySegment || pair.First == pair.Second)
            select unread.Code;
    }
}
