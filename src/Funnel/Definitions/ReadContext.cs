using Funnel.Definitions.Json;

namespace Funnel.Definitions;

/// <summary>What reading one file knows of the whole file, and what it found wrong so far.</summary>
internal sealed class ReadContext
{
    // Beyond this many, a file wants another look rather than a longer list.
    private const int MostProblems = 1_000;

    private readonly List<Problem> _problems = [];

    /// <summary>The currency of all amounts; null where the file does not say it.</summary>
    public Currency? Currency { get; init; }

    /// <summary>The languages of all texts; null where the file does not say them.</summary>
    public IReadOnlyList<string>? Locales { get; init; }

    /// <summary>How much was found so far. While it stays, everything read was as it should be.</summary>
    public int Found { get; private set; }

    public IReadOnlyList<Problem> InFileOrder() =>
        [.. _problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    /// <summary>Something is wrong with a value.</summary>
    public void Report(string code, Node node, string message) => Report(code, node, node.Place.Start, message);

    /// <summary>Something is wrong with the key of a value rather than the value.</summary>
    public void ReportKey(string code, Node node, string message) => Report(code, node, node.Place.KeyStart, message);

    /// <param name="expected">What should stand there: <c>an id such as "paper"</c>.</param>
    public void ReportType(Node node, string expected) =>
        Report(
            ProblemCodes.WrongType,
            node,
            node is Node.Null
                ? $"Expected {expected}, found null. What is not there is left out."
                : $"Expected {expected}, found {node.Kind}."
        );

    public void ReportUnknown(Node member, IReadOnlyCollection<string> known)
    {
        var name = member.Place.Key!;
        var meant = Suggestion.Sentence(name, known);
        ReportKey(
            ProblemCodes.UnknownProperty,
            member,
            $"{Quoted.Value(name)} is not known here.{meant} Known are {Quoted.List(known, "and")}."
        );
    }

    public void ReportDuplicates(Node.Object members)
    {
        foreach (var duplicate in members.Duplicates)
        {
            ReportKey(
                ProblemCodes.DuplicateKey,
                duplicate,
                $"This object already has {Quoted.Value(duplicate.Place.Key!)}. Keep one of the two."
            );
        }
    }

    private void Report(string code, Node node, Position at, string message)
    {
        Found++;
        if (_problems.Count < MostProblems)
        {
            _problems.Add(new(code, Severity.Error, node.Pointer, at.Line, at.Column, message));
        }
    }
}
