using Funnel.Definitions.Json;

namespace Funnel.Definitions;

/// <summary>What came of reading a funnel's file.</summary>
public sealed class DefinitionReading
{
    private readonly Node? _root;

    internal DefinitionReading(FunnelDefinition? definition, Node? root, IReadOnlyList<Problem> problems)
    {
        Definition = definition;
        _root = root;
        Problems = problems;
    }

    /// <summary>
    /// What was read; null only where the file is no JSON object. Where there are problems, stand-ins that do no harm take the
    /// place of what could not be read: good for finding further problems, not for selling.
    /// </summary>
    public FunnelDefinition? Definition { get; }

    /// <summary>Everything that is wrong with how the file is written, in the file's order, the first thousand of it.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Where the file says it: a pointer of the longest way to write something becomes that of what is written.</summary>
    public string Nearest(string pointer) => _root is null ? pointer : JsonPointer.Nearest(_root, pointer).Pointer;

    /// <summary>A problem that a check found, with its place in the file.</summary>
    /// <param name="pointer">
    /// JSON Pointer into the definition. Where the file has no such value (a default, a part of a short form), the problem
    /// is that of the nearest value around it.
    /// </param>
    public Problem Problem(string code, Severity severity, string pointer, string message)
    {
        if (_root is null)
        {
            return new(code, severity, pointer, 1, 1, message);
        }

        var node = JsonPointer.Nearest(_root, pointer);
        return new(code, severity, node.Pointer, node.Place.Start.Line, node.Place.Start.Column, message);
    }
}
