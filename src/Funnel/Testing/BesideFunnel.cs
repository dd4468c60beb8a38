using Funnel.Checking;
using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Definitions.Notations;
using Funnel.Machine;

namespace Funnel.Testing;

/// <summary>A file that stands beside a funnel and speaks of it, read as strictly.</summary>
/// <param name="Content">What was read; complete where there are no problems. Null where the file is no JSON object.</param>
/// <param name="Root">Where things are written in it; null where it is no JSON.</param>
/// <param name="Problems">Everything that is wrong with it, in its order: also what the funnel does not have.</param>
internal sealed record BesideFunnel<T>(T? Content, Node? Root, IReadOnlyList<Problem> Problems)
    where T : class
{
    /// <summary>A problem with its place in the file.</summary>
    public Problem Place(string code, string pointer, string message)
    {
        var node = JsonPointer.Nearest(Root!, pointer);
        return new(code, Severity.Error, node.Pointer, node.Place.Start.Line, node.Place.Start.Column, message);
    }
}

internal static class BesideFunnel
{
    /// <param name="utf8">The file, with or without a byte order mark.</param>
    /// <param name="find">Finds what it speaks of and the funnel does not have.</param>
    public static BesideFunnel<T> Read<T>(
        ReadOnlySpan<byte> utf8,
        FunnelMachine machine,
        Func<T, FunnelMachine, IEnumerable<Finding>> find
    )
        where T : class
    {
        if (!TreeReader.TryRead(utf8, out var root, out var fault))
        {
            var (line, column) = fault.At;
            return new(null, null, [new(ProblemCodes.NotJson, Severity.Error, "", line, column, fault.Message)]);
        }

        var funnel = machine.Definition;
        var context = new ReadContext { Currency = funnel.Currency, Locales = funnel.Locales };
        RecordNotation<T>.Instance.TryRead(root, context, out var content);
        var written = new BesideFunnel<T>(content, root, context.InFileOrder());
        if (content is null)
        {
            return written;
        }

        // What could not be read has been reported.
        var found = find(content, machine)
            .Select(finding => written.Place(finding.Code, finding.Pointer, finding.Message))
            .Where(problem => written.Problems.All(unread => unread.Pointer != problem.Pointer));
        return written with { Problems = InFileOrder(written.Problems.Concat(found)) };
    }

    public static IReadOnlyList<Problem> InFileOrder(IEnumerable<Problem> problems) =>
        [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];
}
