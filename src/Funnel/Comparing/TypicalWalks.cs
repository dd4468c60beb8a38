using Funnel.Checking.Proofs;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Pricing;

namespace Funnel.Comparing;

/// <summary>
/// Walks that stand for all of a funnel's: for each choice of the first step and each of every offer that then comes by, the
/// one that takes just these; and those that the census proves something with.
/// </summary>
internal static class TypicalWalks
{
    private const int MostChoices = 40;
    private const int MostWalks = 2_000;

    /// <summary>A moment like any other, where no census knows a better.</summary>
    private static readonly DateTimeOffset SomeDay = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    /// <returns>Walks at their ends, each once.</returns>
    public static IEnumerable<Walk> Of(FunnelMachine machine, Census? census) =>
        Beginnings(machine, census)
            .SelectMany(Taking)
            .Select(ToEnd)
            .DistinctBy(walk => WitnessOf(walk).ToString())
            .Take(MostWalks);

    public static Witness WitnessOf(Walk walk) =>
        new(walk.Start, AsksClock: false, [.. walk.Answered.Select(each => (each.Last!.State, each.Last.Answer))]);

    private static IEnumerable<Walk> Beginnings(FunnelMachine machine, Census? census)
    {
        Witness?[] proofs = census is null
            ? []
            :
            [
                census.Smallest.Walk,
                census.Largest.Walk,
                census.LongestRun.Walk,
                .. census.Offers.SelectMany(offer =>
                    new[] { offer.Example, offer.LowersTotal, offer.LosesFreeShipping }
                ),
                .. census.Multiplies.SelectMany(multiply => new[] { multiply.LeastAt, multiply.MostAt }),
            ];
        var start = census?.Smallest.Walk.Start ?? new() { At = SomeDay, Locale = machine.Definition.Locales[0] };
        return Taking(Walk.Begin(machine, start))
            .SelectMany(OnTheWay)
            .Concat(
                proofs
                    .OfType<Witness>()
                    .Select(witness =>
                        Walk.Replay(
                            machine,
                            witness.Start,
                            witness.Answers.Select(answered => (answered.Step.Id, answered.Answer, witness.Start.At))
                        )
                    )
            );
    }

    /// <summary>The walk at each step that it comes to when all is declined.</summary>
    private static IEnumerable<Walk> OnTheWay(Walk walk)
    {
        for (var at = walk; at is not null; at = at.Current is { } state ? OnWithout(at, state) : null)
        {
            yield return at;
        }
    }

    /// <summary>The walk as it is and, for each offer of its step and each choice of it, the walk that takes that alone.</summary>
    private static IEnumerable<Walk> Taking(Walk walk)
    {
        yield return walk;
        if (walk.Current is not { } state)
        {
            yield break;
        }

        foreach (var offer in walk.AvailableOffers(state, walk.Start.At))
        {
            var selections = offer.Asks?.Selections(walk.Basket).Take(MostChoices) ?? [default];
            foreach (var selection in selections)
            {
                if (Accept(walk, offer, selection) is { } taken)
                {
                    yield return taken;
                }
            }
        }
    }

    /// <summary>Goes on with as little as can be: declines, and takes the first that can be had where something must be.</summary>
    private static Walk ToEnd(Walk walk)
    {
        while (walk.Current is { } state)
        {
            if (OnWithout(walk, state) is not { } next)
            {
                return walk;
            }

            walk = next;
        }

        return walk;
    }

    /// <summary>The walk after its step is declined; a form that cannot be is left empty, and of offers the first is taken.</summary>
    internal static Walk? OnWithout(Walk walk, State state)
    {
        Answer answer = state is { IsForm: true } ? new Answer.Submit(Empty<Value>.Entries) : new Answer.Decline();
        return walk.TryAnswer(answer, answer, walk.Start.At, out var next, out _)
            ? next
            : walk.AvailableOffers(state, walk.Start.At)
                .Select(offer => Accept(walk, offer, default))
                .FirstOrDefault(taken => taken is not null);
    }

    private static Walk? Accept(Walk walk, Offer offer, Selection selection)
    {
        var accept = new Answer.Accept([new(offer.Id, selection.Quantity, selection.Options ?? Empty<string>.Entries)]);
        return
            CanonicalAnswer.TryMake(walk.Current!, accept, out var canonical, out _)
            && walk.TryAnswer(canonical, accept, walk.Start.At, out var next, out _)
            ? next
            : null;
    }
}
