using Funnel.Server.Orders;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Storage;

namespace Funnel.Server.Tests.Orders.Histories;

/// <summary>
/// Whether calls that were made at once came to what they come to one after the other, each at some moment between its
/// sending and its reply.
/// </summary>
/// <remarks>
/// Among all orders of the calls such a one is hard to find. Here each reply says the revision that it was given at, which
/// leaves one to look at: revision by revision, first the call that made it, then those that found it. The calls are
/// linearizable if each was told what the order itself says to it there, and if none comes after another that was sent
/// only once it was answered.
/// </remarks>
internal static class Linearizability
{
    /// <summary>What is wrong; null where nothing is.</summary>
    public static string? FindFault(this History history) =>
        FindBrokenRecord(history) ?? FindWrongReply(history, out var turns) ?? FindWrongTime(turns);

    private static string? FindBrokenRecord(History history)
    {
        var revisions = history.Events.Select(e => e.Revision).ToList();
        if (!revisions.SequenceEqual(Enumerable.Range(1, revisions.Count).Select(revision => (long)revision)))
        {
            return $"The events are of the revisions {string.Join(' ', revisions)}.";
        }

        var lost = history.Calls.FirstOrDefault(call => call.Told.Revision is not { } told || told > revisions.Count);
        return lost is null ? null : $"No revision is stored that is the one of {lost}";
    }

    /// <param name="turns">The calls in the order that the revisions leave; those of one turn may be swapped.</param>
    private static string? FindWrongReply(History history, out List<List<RecordedCall>> turns)
    {
        turns = [];
        var calls = history.Calls.ToLookup(call => call.Told.Revision);
        var order = history.Started;
        foreach (var happened in history.Events)
        {
            List<RecordedCall> finders = [.. calls[happened.Revision]];
            RecordedCall? maker = null;
            if (happened.Revision > order.Revision)
            {
                maker = FindMaker(order, happened, finders);
                if (maker is null)
                {
                    return $"Nobody was told of making revision {happened.Revision}: {happened.Type} {happened.Body.Text()}";
                }

                order = order.Do(maker.Asked, happened.At).After;
                finders.Remove(maker);
                turns.Add([maker]);
            }

            foreach (var call in finders)
            {
                var expected = ToldUpon(order, call);
                if (expected.Revision != order.Revision && call.Told.Status == 200)
                {
                    return $"The change is lost of {call}: revision {order.Revision} was made by {maker}";
                }

                if (expected != call.Told)
                {
                    return $"It should have been {expected} that was told to {call}";
                }
            }

            turns.Add(finders);
        }

        var (kept, made) = (history.Stored, order.ToStored());
        return
            kept with { Body = default } == made with { Body = default } && kept.Body.Span.SequenceEqual(made.Body.Span)
            ? null
            : $"What is stored is not what was made: {kept} {kept.Body.Text()}, {made} {made.Body.Text()}";
    }

    /// <summary>
    /// The call that made an order's next revision. Where several were told so, all but it have found what they asked for:
    /// one that can have found nothing yet, else the one that was sent first, fits wherever any of them does.
    /// </summary>
    private static RecordedCall? FindMaker(KeptOrder order, StoredEvent happened, IEnumerable<RecordedCall> calls) =>
        calls
            .Select(call => (Call: call, Done: order.Do(call.Asked, happened.At)))
            .Where(each => each.Done.Told == each.Call.Told && IsSame(each.Done.Happened, happened))
            .OrderBy(each => ToldUpon(each.Done.After, each.Call) == each.Call.Told)
            .ThenBy(each => each.Call.Sent)
            .Select(each => each.Call)
            .FirstOrDefault();

    /// <summary>What the call is told that comes upon the order. No moment of its own is kept, so it is dated like the last change.</summary>
    private static Told ToldUpon(KeptOrder order, RecordedCall call) =>
        order.Do(call.Asked, order.Order.TouchedAt).Told;

    private static bool IsSame(StoredEvent? happened, StoredEvent stored) =>
        happened?.Type == stored.Type && happened.Body.Span.SequenceEqual(stored.Body.Span);

    private static string? FindWrongTime(IEnumerable<IReadOnlyList<RecordedCall>> turns)
    {
        RecordedCall? latest = null;
        foreach (var turn in turns.Where(turn => turn.Count > 0))
        {
            var soonest = turn.MinBy(call => call.Heard)!;
            if (latest?.Sent > soonest.Heard)
            {
                return $"Sent only after the reply to {soonest}, and told of an earlier order: {latest}";
            }

            latest = turn.Append(latest).MaxBy(call => call?.Sent);
        }

        return null;
    }
}
