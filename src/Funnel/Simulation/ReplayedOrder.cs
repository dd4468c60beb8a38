using Funnel.Machine;
using Funnel.Orders;

namespace Funnel.Simulation;

/// <summary>What would have become of a recorded order, had its shopper met another version of the funnel.</summary>
public sealed record ReplayedOrder
{
    private ReplayedOrder() { }

    /// <summary>What it came to.</summary>
    public required Money Before { get; init; }

    /// <summary>What it would come to.</summary>
    public required Money After { get; init; }

    /// <summary>Answers that had accepted or given something and could not be given.</summary>
    public required IReadOnlyList<DroppedAnswer> Dropped { get; init; }

    /// <summary>Offers (<c>step/offer</c>) that were shown and would not be.</summary>
    public required IReadOnlyList<string> NoLongerShown { get; init; }

    /// <summary>Offers that were not shown and would be.</summary>
    public required IReadOnlyList<string> NowShown { get; init; }

    /// <summary>The step beyond which nothing can be told, since the shopper was not asked it; null where there is none.</summary>
    public required string? StopsAt { get; init; }

    public bool IsSame =>
        Before == After && Dropped.Count == 0 && NoLongerShown.Count == 0 && NowShown.Count == 0 && StopsAt is null;

    /// <summary>
    /// Gives the same answers at the same moments to the draft. What the shopper was not asked then, or cannot answer so any more,
    /// is declined for them.
    /// </summary>
    /// <param name="recorded">The walk over its own version.</param>
    public static ReplayedOrder Of(Walk recorded, FunnelMachine draft)
    {
        var given = recorded.Answered.ToDictionary(walk => walk.Last!.State.Id, walk => walk.Last!);
        var kept = new HashSet<string>();
        var (walk, now) = (Walk.Begin(draft, recorded.Start), recorded.Start.At);
        // An open order is compared as far as it had come.
        var isOpen = recorded.Current is not null;
        string? stopsAt = null;
        while (walk.Current is { } state && !(isOpen && kept.Count == given.Count))
        {
            var answered = given.GetValueOrDefault(state.Id);
            now = answered?.At ?? now;
            if (answered is not null && TryGive(walk, state, answered.Answer, now, out var next))
            {
                kept.Add(state.Id);
            }
            else if (isOpen && answered is null && kept.Count == given.Count)
            {
                break;
            }
            else if (!TryGive(walk, state, new Answer.Decline(), now, out next))
            {
                stopsAt = state.Id;
                break;
            }

            walk = next!;
        }

        var (before, after) = (Shown(recorded), Shown(walk));
        return new()
        {
            Before = recorded.Basket.Total,
            After = walk.Basket.Total,
            Dropped =
            [
                .. recorded
                    .Answered.Where(one => !kept.Contains(one.Last!.State.Id))
                    .Select(one => one.Last!.Dropped)
                    .OfType<DroppedAnswer>(),
            ],
            NoLongerShown = [.. before.Except(after)],
            NowShown = [.. after.Except(before)],
            StopsAt = stopsAt,
        };
    }

    private static bool TryGive(Walk walk, State state, Answer answer, DateTimeOffset at, out Walk? next)
    {
        next = null;
        return CanonicalAnswer.TryMake(state, answer, out var canonical, out _)
            && walk.TryAnswer(canonical, answer, at, out next, out _);
    }

    /// <summary>The offers of all steps that were answered, in turn.</summary>
    private static List<string> Shown(Walk walk) =>
        [
            .. from answered in walk.Answered
            let last = answered.Last!
            where !last.State.IsForm
            from offer in answered.Previous!.AvailableOffers(last.State, last.At)
            select $"{last.State.Id}/{offer.Id}",
        ];
}
