using Funnel.Checking;
using Funnel.Server.Storage;

namespace Funnel.Server.Funnels;

/// <summary>What came of changing a draft.</summary>
internal abstract record DraftOutcome
{
    private DraftOutcome() { }

    /// <param name="IsNew">Whether there was none before.</param>
    internal sealed record Saved(Draft Draft, CheckReport Report, bool IsNew) : DraftOutcome;

    internal sealed record Removed : DraftOutcome;

    /// <summary>There is no draft to remove.</summary>
    internal sealed record NotThere : DraftOutcome;

    /// <summary>It is not what the caller believes.</summary>
    internal sealed record Changed(DraftSummary? Current) : DraftOutcome;

    /// <summary>There is one, and the caller does not say that it knows it.</summary>
    internal sealed record Unseen(DraftSummary Current) : DraftOutcome;

    /// <summary>There are <see cref="Drafts.MostFunnels" /> funnels already.</summary>
    internal sealed record TooMany : DraftOutcome;
}
