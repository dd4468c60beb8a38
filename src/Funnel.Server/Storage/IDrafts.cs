namespace Funnel.Server.Storage;

/// <summary>Keeps the drafts of definitions.</summary>
/// <remarks>
/// It promises what <see cref="IStore" /> does. A draft is guarded by the hash of its content: who changes one says which one is
/// meant.
/// </remarks>
internal interface IDrafts
{
    ValueTask<Draft?> FindDraft(string funnelId, CancellationToken cancellation);

    /// <summary>All drafts, by funnel id.</summary>
    ValueTask<IReadOnlyList<DraftSummary>> ListDrafts(CancellationToken cancellation);

    /// <summary>Writes a draft, if nobody did in between.</summary>
    /// <param name="replaces">The hash of the draft that it replaces; null where there must be none.</param>
    Task<bool> TryWriteDraft(Draft draft, string? replaces, CancellationToken cancellation);

    /// <summary>Removes a draft, if it still has that hash.</summary>
    Task<bool> TryRemoveDraft(string funnelId, string contentHash, CancellationToken cancellation);
}
