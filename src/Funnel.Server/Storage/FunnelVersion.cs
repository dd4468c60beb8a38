using System.Security.Cryptography;

namespace Funnel.Server.Storage;

/// <summary>A merchant's file as it was published: it never changes, and orders keep the version they started with.</summary>
internal sealed record FunnelVersion
{
    public required string FunnelId { get; init; }

    /// <summary>1 for the first, then counting up without gaps.</summary>
    public required int Version { get; init; }

    /// <summary>The SHA-256 of <see cref="Content" /> in lower-case hexadecimals.</summary>
    public required string ContentHash { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The file, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Content about to be published: its version is 0 until a store gives it one.</summary>
    public static FunnelVersion Unnumbered(string funnelId, ReadOnlyMemory<byte> content, DateTimeOffset now) =>
        new()
        {
            FunnelId = funnelId,
            Version = 0,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(content.Span)),
            PublishedAt = Moment.Kept(now),
            Content = content,
        };
}
