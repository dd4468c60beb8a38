using System.Text.Json.Nodes;
using Funnel.Definitions;

namespace Funnel.Comparing;

/// <summary>What became of a step, or of an offer of it.</summary>
/// <param name="Step">The step's id; after, where the offer moved.</param>
/// <param name="Offer">The offer's id; null where it is the step.</param>
public abstract record PartChange(string Step, string? Offer)
{
    /// <summary>It is new.</summary>
    /// <param name="After">What comes before it in the file; null where it is the first.</param>
    public sealed record Added(string Step, string? Offer, string? After) : PartChange(Step, Offer);

    /// <summary>It is gone.</summary>
    public sealed record Removed(string Step, string? Offer) : PartChange(Step, Offer);

    /// <summary>It stands elsewhere.</summary>
    /// <param name="From">For an offer, the step that it was at; of a step, what it came after, null where it was the first.</param>
    /// <param name="After">What comes before it now; null where it is the first.</param>
    public sealed record Moved(string Step, string? Offer, string? From, string? After) : PartChange(Step, Offer);

    /// <summary>It does something else.</summary>
    public sealed record Changed(string Step, string? Offer, IReadOnlyList<PropertyChange> Properties)
        : PartChange(Step, Offer);
}

/// <summary>Finds what became of steps and offers, known by their ids.</summary>
internal static class PartChanges
{
    public static IEnumerable<PartChange> Between(FunnelDefinition before, FunnelDefinition after)
    {
        string[] old = [.. before.Steps.Select(step => step.Id)];
        string[] @new = [.. after.Steps.Select(step => step.Id)];
        foreach (var gone in old.Except(@new))
        {
            yield return new PartChange.Removed(gone, null);
        }

        foreach (var added in @new.Except(old))
        {
            yield return new PartChange.Added(added, null, Before(@new, added));
        }

        foreach (var moved in MovedBetween(old, @new))
        {
            yield return new PartChange.Moved(moved, null, Before(old, moved), Before(@new, moved));
        }

        foreach (var change in StepsAndOffers(before, after))
        {
            yield return change;
        }
    }

    private static IEnumerable<PartChange> StepsAndOffers(FunnelDefinition before, FunnelDefinition after)
    {
        var (old, @new) = (StepsOf(before), StepsOf(after));
        var elsewhere = MovedOffers(before, after);
        foreach (var (id, step) in @new)
        {
            if (!old.TryGetValue(id, out var was))
            {
                continue;
            }

            var (oldOffers, newOffers) = (OffersOf(was), OffersOf(step));
            if (Changes(was, step) is { Count: > 0 } changes)
            {
                yield return new PartChange.Changed(id, null, changes);
            }

            foreach (var offer in oldOffers.Keys.Except(newOffers.Keys).Where(offer => !elsewhere.ContainsKey(offer)))
            {
                yield return new PartChange.Removed(id, offer);
            }

            string[] inOrder = [.. newOffers.Keys];
            foreach (var offer in inOrder)
            {
                var preceding = Before(inOrder, offer);
                if (!oldOffers.TryGetValue(offer, out var previous))
                {
                    yield return elsewhere.TryGetValue(offer, out var from)
                        ? new PartChange.Moved(id, offer, from, preceding)
                        : new PartChange.Added(id, offer, preceding);
                }
                else if (PropertyChanges.Between(previous, newOffers[offer]).ToList() is { Count: > 0 } differences)
                {
                    yield return new PartChange.Changed(id, offer, differences);
                }
            }

            foreach (var offer in MovedBetween([.. oldOffers.Keys], inOrder))
            {
                yield return new PartChange.Moved(id, offer, id, Before(inOrder, offer));
            }
        }
    }

    /// <summary>Offers that are at one step of before and at another of after, where both know the two steps: id to the step before.</summary>
    private static Dictionary<string, string> MovedOffers(FunnelDefinition before, FunnelDefinition after)
    {
        var (old, @new) = (Places(before), Places(after));
        return old.Where(place =>
                @new.TryGetValue(place.Key, out var now)
                && now != place.Value
                && after.Steps.Any(step => step.Id == place.Value)
                && before.Steps.Any(step => step.Id == now)
            )
            .ToDictionary();

        static Dictionary<string, string> Places(FunnelDefinition funnel) =>
            funnel
                .Steps.SelectMany(step => (step.Offers ?? []).Select(offer => (offer.Id, Step: step.Id)))
                .GroupBy(place => place.Id)
                .Where(places => places.Count() == 1)
                .ToDictionary(places => places.Key, places => places.Single().Step);
    }

    private static Dictionary<string, JsonObject> StepsOf(FunnelDefinition funnel) =>
        PropertyChanges.Json(funnel)["steps"]!.AsArray().ToDictionary(IdOf, step => step!.AsObject());

    private static Dictionary<string, JsonObject> OffersOf(JsonObject step) =>
        (step["offers"]?.AsArray() ?? []).ToDictionary(IdOf, offer => offer!.AsObject());

    private static string IdOf(JsonNode? part) => part!["id"]!.GetValue<string>();

    /// <summary>What differs of the step itself.</summary>
    private static List<PropertyChange> Changes(JsonObject before, JsonObject after)
    {
        var (old, @new) = (before.DeepClone().AsObject(), after.DeepClone().AsObject());
        old.Remove("offers");
        @new.Remove("offers");
        return [.. PropertyChanges.Between(old, @new)];
    }

    private static string? Before(string[] inOrder, string id) =>
        Array.IndexOf(inOrder, id) is > 0 and var index ? inOrder[index - 1] : null;

    /// <summary>The fewest that have to be taken as moved for the others to keep their order.</summary>
    private static IEnumerable<string> MovedBetween(string[] before, string[] after)
    {
        int[] places = [.. after.Where(before.Contains).Select(id => Array.IndexOf(before, id))];
        // The longest run of places that ascend stays; lengths and predecessors of the longest that ends at each.
        var (lengths, previous) = (new int[places.Length], new int[places.Length]);
        for (var i = 0; i < places.Length; i++)
        {
            (lengths[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (places[j] < places[i] && lengths[j] >= lengths[i])
                {
                    (lengths[i], previous[i]) = (lengths[j] + 1, j);
                }
            }
        }

        var kept = new HashSet<int>();
        for (var i = Array.IndexOf(lengths, lengths.DefaultIfEmpty().Max()); i >= 0; i = previous[i])
        {
            kept.Add(places[i]);
        }

        return places.Where(place => !kept.Contains(place)).Select(place => before[place]);
    }
}
