using System.ComponentModel;
using Funnel.Definitions;
using Funnel.Testing.Notations;

namespace Funnel.Testing;

/// <summary>Something that is to be true of all walks together, and that the census decides.</summary>
[WrittenAs(typeof(TestPropertyNotation))]
public abstract record TestProperty
{
    private TestProperty() { }

    [Description("What it is for, for people; absent: it speaks for itself.")]
    public string? Name { get; init; }

    /// <summary>No total is above an amount.</summary>
    public sealed record Ceiling : TestProperty
    {
        [Description("The amount, shipping and tax included.")]
        public required Money NoWalkExceeds { get; init; }
    }

    /// <summary>No total is below an amount.</summary>
    public sealed record Floor : TestProperty
    {
        [Description("The amount, shipping and tax included.")]
        public required Money EveryWalkIsAtLeast { get; init; }
    }

    /// <summary>An offer is seen often enough, seldom enough, and moves the total within bounds.</summary>
    public sealed record Offered : TestProperty
    {
        [Description("The offer, with its step: double/double-it.")]
        public required string Offer { get; init; }

        [Description("On how many of a hundred walks.")]
        public PercentRange? IsShownOn { get; init; }

        [Description("By how much it moves the total wherever it is shown, alone and with its default choices.")]
        public DeltaRange? MovesTheTotalBy { get; init; }
    }

    /// <summary>Accepting something never makes the total lower.</summary>
    public sealed record NothingLowers : TestProperty
    {
        [Description("Accepting an offer never makes the total lower, whatever came before.")]
        [WrittenAs(typeof(YesNotation))]
        public required bool NoOfferLowersTheTotal { get; init; }

        [Description("Offers, with their steps, that may.")]
        public IReadOnlyList<string> Except { get; init; } = [];
    }

    /// <summary>Every multiply is cheaper than buying so many times the quantities.</summary>
    public sealed record Multiplies : TestProperty
    {
        [Description("Every multiply is cheaper than buying so many times the quantities, whatever came before.")]
        [WrittenAs(typeof(YesNotation))]
        public required bool MultiplyAlwaysSaves { get; init; }

        [Description("By this much; absent: by anything.")]
        public Money? AtLeast { get; init; }
    }

    /// <summary>Nobody is shown too many upsells and cross-sells in a row.</summary>
    public sealed record LongestRun : TestProperty
    {
        [Description("The most steps.")]
        [Range(0, 1_000)]
        public required int NoRunIsLongerThan { get; init; }
    }
}

/// <summary>Percentages, both bounds included.</summary>
public sealed record PercentRange
{
    [Description("On no fewer.")]
    public Percent? AtLeast { get; init; }

    [Description("On no more.")]
    public Percent? AtMost { get; init; }
}

/// <summary>Amounts below or above zero, both bounds included.</summary>
public sealed record DeltaRange
{
    [Description("By no less; below zero it makes the total lower.")]
    [WrittenAs(typeof(DeltaNotation))]
    public Money? AtLeast { get; init; }

    [Description("By no more.")]
    [WrittenAs(typeof(DeltaNotation))]
    public Money? AtMost { get; init; }
}
