using Funnel.Checking;
using Funnel.Checking.Proofs;
using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Comparing;

/// <summary>Two versions of a funnel, compared by what they do rather than by how they are written.</summary>
public sealed record FunnelComparison
{
    private FunnelComparison() { }

    public required FunnelDefinition Before { get; init; }

    public required FunnelDefinition After { get; init; }

    /// <summary>Null where there were too many states to count.</summary>
    public Census? CensusBefore { get; init; }

    /// <summary>Null where there were too many states to count.</summary>
    public Census? CensusAfter { get; init; }

    /// <summary>Steps and offers that came, went, moved, or do something else.</summary>
    public required IReadOnlyList<PartChange> Parts { get; init; }

    /// <summary>Everything else that decides something, prices aside.</summary>
    public required IReadOnlyList<PropertyChange> Properties { get; init; }

    /// <summary>What products and their choices cost; empty where the currency is another.</summary>
    public required IReadOnlyList<PriceChange> Prices { get; init; }

    /// <summary>How offers fare over all walks, where that is another; empty without both censuses, or where the currency is another.</summary>
    public required IReadOnlyList<FareChange> Fares { get; init; }

    /// <summary>Typical walks of before, their answers given again after; empty where the currency is another.</summary>
    public required IReadOnlyList<ReplayedWalk> Replayed { get; init; }

    /// <summary>Typical walks of after that were not possible before; empty where the currency is another.</summary>
    public required IReadOnlyList<ReplayedWalk> Gained { get; init; }

    /// <summary>Whether amounts can be compared.</summary>
    public bool SameCurrency => Before.Currency == After.Currency;

    /// <summary>Whether the two do the same; texts and pictures may differ.</summary>
    public bool IsSame =>
        SameCurrency
        && Parts.Count == 0
        && Properties.Count == 0
        && Prices.Count == 0
        && Fares.Count == 0
        && Gained.Count == 0
        && Replayed.All(walk => walk.Difference == Money.Zero)
        && CensusBefore?.Walks == CensusAfter?.Walks;

    /// <exception cref="ArgumentException">One of them has errors.</exception>
    public static FunnelComparison Of(CheckReport before, CheckReport after)
    {
        var (machine, other) = (Sound(before), Sound(after));
        var (old, @new) = (machine.Definition, other.Definition);
        var comparison = new FunnelComparison
        {
            Before = old,
            After = @new,
            CensusBefore = before.Census,
            CensusAfter = after.Census,
            Parts = [.. PartChanges.Between(old, @new)],
            Properties = [.. PropertyChanges.BesideSteps(old, @new)],
            Prices = [],
            Fares = [],
            Replayed = [],
            Gained = [],
        };
        if (!comparison.SameCurrency)
        {
            return comparison;
        }

        return comparison with
        {
            Prices = [.. PriceChanges.Between(machine, other)],
            Fares = [.. FareChange.Between(before.Census, after.Census)],
            Replayed = [.. TypicalWalks.Of(machine, before.Census).Select(walk => ReplayedWalk.Of(walk, other))],
            Gained =
            [
                .. TypicalWalks
                    .Of(other, after.Census)
                    .Select(walk => ReplayedWalk.Of(walk, machine))
                    .Where(walk => walk.Stop is not null),
            ],
        };
    }

    private static FunnelMachine Sound(CheckReport report) =>
        report is { HasErrors: false, Machine: { } machine }
            ? machine
            : throw new ArgumentException("What has errors cannot be compared.", nameof(report));
}
