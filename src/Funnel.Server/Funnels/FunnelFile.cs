using Funnel.Definitions;
using Funnel.Server.Storage;

namespace Funnel.Server.Funnels;

/// <summary>A file of the funnels' folder, checked unless it is published already.</summary>
internal sealed record FunnelFile
{
    /// <summary>Bytes of the largest definition, as a file or over HTTP.</summary>
    public const int MostBytes = 256 * 1024;

    public required string Path { get; init; }

    /// <summary>The funnel's id; null where it cannot be read.</summary>
    public string? Id { get; init; }

    /// <summary>The version that it is to the byte.</summary>
    public VersionSummary? Published { get; init; }

    /// <summary>It as it was checked; null where it is published, or cannot be read at all.</summary>
    public CheckedDefinition? Definition { get; init; }

    /// <summary>What keeps it from being published, a line each, as compilers write it.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>What versions of it say who published them.</summary>
    public Publisher Publisher => new() { File = System.IO.Path.GetFileName(Path) };

    /// <summary>A problem as compilers write theirs, so that editors and terminals can jump to it.</summary>
    public static string Line(string path, Problem problem) =>
        $"{path}:{problem.Line}:{problem.Column}: {problem.Severity.ToString().ToLowerInvariant()} {problem.Code} at {(problem.Pointer.Length > 0 ? problem.Pointer : "the root")}: {problem.Message}";
}
