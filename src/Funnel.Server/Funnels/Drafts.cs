using Funnel.Checking;
using Funnel.Server.Storage;

namespace Funnel.Server.Funnels;

/// <summary>The definitions that merchants work on. Nobody overwrites what they have not seen.</summary>
internal sealed partial class Drafts(
    IDrafts store,
    PublishedFunnels funnels,
    Publishing publishing,
    TimeProvider clock,
    ILogger<Drafts> logger
)
{
    /// <summary>Funnels, published ones and drafts together: all that are published are listed for anyone.</summary>
    public const int MostFunnels = 1_000;

    public ValueTask<Draft?> Find(string funnelId, CancellationToken cancellation) =>
        store.FindDraft(funnelId, cancellation);

    public ValueTask<IReadOnlyList<DraftSummary>> List(CancellationToken cancellation) =>
        store.ListDrafts(cancellation);

    /// <summary>Saves a draft, whatever its report says. Saving the very draft that is there changes nothing and is no conflict.</summary>
    /// <param name="key">The name of the merchant's key.</param>
    /// <exception cref="TooManyChecksException">Nothing was saved.</exception>
    public async Task<DraftOutcome> Save(
        string funnelId,
        ReadOnlyMemory<byte> content,
        DraftGuard guard,
        string key,
        CancellationToken cancellation
    )
    {
        var draft = Draft.Of(funnelId, content, key, clock.GetUtcNow());
        CheckReport? report = null;
        while (true)
        {
            DraftSummary? current = await store.FindDraft(funnelId, cancellation);
            var isThere = current?.ContentHash == draft.ContentHash;
            if (!isThere && guard.Refuses(current) is { } refused)
            {
                return refused;
            }

            if (current is null && await IsOneTooMany(funnelId, cancellation))
            {
                return new DraftOutcome.TooMany();
            }

            report ??= (await publishing.Check(content, funnelId, cancellation)).Report;
            if (isThere)
            {
                return new DraftOutcome.Saved(draft, report, IsNew: false);
            }

            // Where the store says no, another was first: it is looked at again, and somebody always gets on.
            if (await store.TryWriteDraft(draft, current?.ContentHash, cancellation))
            {
                LogSaved(funnelId, draft.ContentHash, Uri.EscapeDataString(key));
                return new DraftOutcome.Saved(draft, report, IsNew: current is null);
            }
        }
    }

    /// <summary>Throws a draft away.</summary>
    public async Task<DraftOutcome> Remove(
        string funnelId,
        DraftGuard guard,
        string key,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            if (await store.FindDraft(funnelId, cancellation) is not { } current)
            {
                return new DraftOutcome.NotThere();
            }

            if (guard.Refuses(current) is { } refused)
            {
                return refused;
            }

            if (await store.TryRemoveDraft(funnelId, current.ContentHash, cancellation))
            {
                LogRemoved(funnelId, current.ContentHash, Uri.EscapeDataString(key));
                return new DraftOutcome.Removed();
            }
        }
    }

    private async Task<bool> IsOneTooMany(string funnelId, CancellationToken cancellation)
    {
        if (funnels.Newest.ContainsKey(funnelId))
        {
            return false;
        }

        var drafts = await store.ListDrafts(cancellation);
        return drafts.Select(draft => draft.FunnelId).Union(funnels.Newest.Keys).Count() >= MostFunnels;
    }

    [LoggerMessage(LogLevel.Information, "Draft of funnel {Funnel} was saved with merchant key {Key}: {Hash}")]
    private partial void LogSaved(string funnel, string hash, string key);

    [LoggerMessage(LogLevel.Information, "Draft of funnel {Funnel} was removed with merchant key {Key}: {Hash}")]
    private partial void LogRemoved(string funnel, string hash, string key);
}
