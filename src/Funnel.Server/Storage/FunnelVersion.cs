namespace Funnel.Server.Storage;

/// <summary>A merchant's file as it was published: it never changes, and orders keep the version they started with.</summary>
internal sealed record FunnelVersion : VersionSummary
{
    /// <summary>The file, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Content about to be published: its version is 0 until a store gives it one.</summary>
    public static FunnelVersion Unnumbered(
        string funnelId,
        ReadOnlyMemory<byte> content,
        Publisher by,
        DateTimeOffset now
    ) =>
        new()
        {
            FunnelId = funnelId,
            Version = 0,
            ContentHash = Storage.ContentHash.Of(content.Span),
            PublishedAt = Moment.Kept(now),
            By = by,
            Content = content,
        };

    /// <summary>Whether it is what became of content that was published once, and not an equal one of another moment.</summary>
    public bool IsOf(FunnelVersion candidate) => (By, PublishedAt) == (candidate.By, candidate.PublishedAt);
}

/// <summary>What is known of a version without its file.</summary>
internal record VersionSummary
{
    public required string FunnelId { get; init; }

    /// <summary>1 for the first, then counting up without gaps.</summary>
    public required int Version { get; init; }

    /// <summary>As <see cref="Storage.ContentHash" /> has it.</summary>
    public required string ContentHash { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required Publisher By { get; init; }
}

/// <summary>A funnel and the number of its newest version.</summary>
internal readonly record struct NewestVersion(string FunnelId, int Version);

/// <summary>What came of publishing.</summary>
/// <param name="Version">The version that is newest afterwards.</param>
/// <param name="IsNew">False where that had the same content before.</param>
internal sealed record Publication(FunnelVersion Version, bool IsNew);
