using Funnel.Server.Storage;

namespace Funnel.Server.Funnels;

/// <summary>What a caller believes to be there before it changes a draft.</summary>
/// <param name="Matches">The hashes of the drafts that it means to change; null where it does not say.</param>
/// <param name="MustBeNew">Whether it means to save the first.</param>
internal sealed record DraftGuard(Func<string, bool>? Matches, bool MustBeNew)
{
    /// <summary>Null where what is there is what the caller believes.</summary>
    public DraftOutcome? Refuses(DraftSummary? current) =>
        current is null
            ? Matches is null
                ? null
                : new DraftOutcome.Changed(null)
            : MustBeNew || Matches?.Invoke(current.ContentHash) is false
                ? new DraftOutcome.Changed(current)
                : Matches is null
                    ? new DraftOutcome.Unseen(current)
                    : null;
}
