using System.Globalization;

namespace Funnel.Server.Storage;

/// <summary>
/// A place in the feed of all orders' events. The default is before the first. Nothing is ever added before a place at which
/// an event has been read.
/// </summary>
/// <param name="Transaction">The transaction that wrote it, where a store needs that to tell what came first; else 0.</param>
/// <param name="Sequence">From 1.</param>
internal readonly record struct EventPosition(ulong Transaction, long Sequence)
{
    public bool IsAfter(EventPosition other) =>
        (Transaction, Sequence).CompareTo((other.Transaction, other.Sequence)) > 0;

    public static bool TryParse(string text, out EventPosition position)
    {
        position = default;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (
            dash < 0
            || !ulong.TryParse(
                text.AsSpan(0, dash),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var transaction
            )
            || !long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
        )
        {
            return false;
        }

        position = new(transaction, sequence);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Transaction}-{Sequence}");
}

/// <summary>An event and its place in the feed.</summary>
internal sealed record FeedEvent(EventPosition Position, StoredEvent Event);
