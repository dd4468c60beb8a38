using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Definitions.Notations;
using Funnel.Machine;

namespace Funnel.Testing;

/// <summary>A file of tests as it was read for one funnel.</summary>
internal sealed class TestsReading
{
    private readonly Node? _root;

    private TestsReading(FunnelTests? tests, Node? root, IReadOnlyList<Problem> problems)
    {
        Tests = tests;
        Problems = problems;
        _root = root;
    }

    /// <summary>What was read; complete where there are no problems. Null where the file is no JSON object.</summary>
    public FunnelTests? Tests { get; }

    /// <summary>Everything that is wrong with the file, in its order: also what the funnel does not have.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <param name="utf8">The file, with or without a byte order mark.</param>
    /// <param name="machine">The funnel that it tests.</param>
    public static TestsReading Read(ReadOnlySpan<byte> utf8, FunnelMachine machine)
    {
        if (!TreeReader.TryRead(utf8, out var root, out var fault))
        {
            var (line, column) = fault.At;
            return new(null, null, [new(ProblemCodes.NotJson, Severity.Error, "", line, column, fault.Message)]);
        }

        var funnel = machine.Definition;
        var context = new ReadContext { Currency = funnel.Currency, Locales = funnel.Locales };
        if (!RecordNotation<FunnelTests>.Instance.TryRead(root, context, out var tests))
        {
            return new(null, root, context.InFileOrder());
        }

        var reading = new TestsReading(tests, root, context.InFileOrder());
        var found = TestReferences
            .Find(tests, machine)
            .Select(finding => reading.Place(finding.Code, finding.Pointer, finding.Message))
            // What could not be read has been reported.
            .Where(problem => reading.Problems.All(unread => unread.Pointer != problem.Pointer));
        return new(tests, root, InFileOrder(reading.Problems.Concat(found)));
    }

    /// <summary>A problem with its place in the file.</summary>
    public Problem Place(string code, string pointer, string message)
    {
        var node = JsonPointer.Nearest(_root!, pointer);
        return new(code, Severity.Error, node.Pointer, node.Place.Start.Line, node.Place.Start.Column, message);
    }

    public static IReadOnlyList<Problem> InFileOrder(IEnumerable<Problem> problems) =>
        [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];
}
