using System.Security.Cryptography;
using Funnel.Checking;
using Funnel.Definitions;
using Funnel.Server.Storage;

namespace Funnel.Server.Funnels;

/// <summary>A file of the funnels' folder, checked unless it is published already.</summary>
internal sealed record FunnelFile
{
    public required string Path { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>The newest version, where the file is that to the byte.</summary>
    public FunnelVersion? Published { get; private init; }

    /// <summary>The funnel's id; null where it cannot be read.</summary>
    public string? Id { get; private init; }

    /// <summary>What keeps it from being published, a line each, as compilers write it.</summary>
    public IReadOnlyList<string> Errors { get; private init; } = [];

    /// <param name="newest">The newest version of every funnel.</param>
    public static FunnelFile Read(string path, IReadOnlyList<FunnelVersion> newest)
    {
        var content = File.ReadAllBytes(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (newest.FirstOrDefault(version => version.ContentHash == hash) is { } published)
        {
            return new()
            {
                Path = path,
                Content = content,
                Published = published,
                Id = published.FunnelId,
            };
        }

        var report = Check.Run(content);
        return new()
        {
            Path = path,
            Content = content,
            Id = report.Definition?.Id,
            Errors = report.HasErrors ? [.. report.Problems.Select(problem => Line(path, problem))] : [],
        };
    }

    /// <summary>A problem as compilers write theirs, so that editors and terminals can jump to it.</summary>
    public static string Line(string path, Problem problem) =>
        $"{path}:{problem.Line}:{problem.Column}: {problem.Severity.ToString().ToLowerInvariant()} {problem.Code} at {(problem.Pointer.Length > 0 ? problem.Pointer : "the root")}: {problem.Message}";
}
