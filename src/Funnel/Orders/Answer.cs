using Funnel.Definitions;

namespace Funnel.Orders;

/// <summary>What a shopper says to a step. Two answers that mean the same are equal once <see cref="CanonicalAnswer"/> made them so.</summary>
public abstract record Answer
{
    private Answer() { }

    /// <summary>These offers; none is a decline.</summary>
    public sealed record Accept(IReadOnlyList<AcceptedOffer> Offers) : Answer
    {
        public bool Equals(Accept? other) => other is not null && Offers.SequenceEqual(other.Offers);

        public override int GetHashCode() => Offers.Count;
    }

    /// <summary>No, thank you.</summary>
    public sealed record Decline : Answer;

    /// <summary>A form, filled in.</summary>
    public sealed record Submit(IReadOnlyDictionary<string, Value> Inputs) : Answer
    {
        public bool Equals(Submit? other) => other is not null && Same.Entries(Inputs, other.Inputs);

        public override int GetHashCode() => Inputs.Count;
    }
}

/// <summary>An offer that the shopper takes, and what they chose of it.</summary>
/// <param name="Offer">Its id within the step.</param>
/// <param name="Quantity">The chosen quantity.</param>
/// <param name="Options">Option id to choice id.</param>
public sealed record AcceptedOffer(string Offer, int? Quantity, IReadOnlyDictionary<string, string> Options)
{
    public bool Equals(AcceptedOffer? other) =>
        other is not null && Offer == other.Offer && Quantity == other.Quantity && Same.Entries(Options, other.Options);

    public override int GetHashCode() => HashCode.Combine(Offer, Quantity, Options.Count);
}

internal static class Same
{
    public static bool Entries<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right) =>
        left.Count == right.Count
        && left.All(entry =>
            right.TryGetValue(entry.Key, out var other) && EqualityComparer<T>.Default.Equals(entry.Value, other)
        );
}
