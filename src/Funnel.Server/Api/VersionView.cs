using Funnel.Server.Storage;

namespace Funnel.Server.Api;

/// <summary>A published version of a funnel.</summary>
public sealed record VersionView
{
    /// <summary>1 for the first, then counting up without gaps.</summary>
    public required int Version { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The name of the merchant's key with which it was published; null where it was not.</summary>
    public required string? Key { get; init; }

    /// <summary>The file that it was published from; null where it was not, and where that was not kept yet.</summary>
    public required string? File { get; init; }

    /// <summary>The version that was published anew as this one; null where it was none.</summary>
    public required int? Restored { get; init; }

    /// <summary>SHA-256 of its bytes in lower-case hexadecimals; in quotes, its <c>ETag</c>.</summary>
    public required string Hash { get; init; }

    internal static VersionView Of(VersionSummary version) =>
        new()
        {
            Version = version.Version,
            PublishedAt = version.PublishedAt,
            Key = version.By.Key,
            File = version.By.File,
            Restored = version.By.Restored,
            Hash = version.ContentHash,
        };
}

/// <summary>A page of a funnel's versions.</summary>
/// <param name="Versions">Newest first.</param>
/// <param name="Next">Where the next page begins, for <c>before</c>; null on the last.</param>
public sealed record VersionPageView(IReadOnlyList<VersionView> Versions, int? Next);
