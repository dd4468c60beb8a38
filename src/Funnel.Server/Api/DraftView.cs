using Funnel.Server.Storage;

namespace Funnel.Server.Api;

/// <summary>A draft in the list of drafts.</summary>
public sealed record DraftView
{
    /// <summary>The funnel's id.</summary>
    public required string Funnel { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>The name of the merchant's key with which it was saved.</summary>
    public required string SavedBy { get; init; }

    /// <summary>SHA-256 of its bytes in lower-case hexadecimals; in quotes, its <c>ETag</c>.</summary>
    public required string Hash { get; init; }

    internal static DraftView Of(DraftSummary draft) =>
        new()
        {
            Funnel = draft.FunnelId,
            SavedAt = draft.SavedAt,
            SavedBy = draft.SavedBy,
            Hash = draft.ContentHash,
        };
}

/// <summary>The drafts.</summary>
/// <param name="Drafts">By funnel.</param>
public sealed record DraftsView(IReadOnlyList<DraftView> Drafts);
