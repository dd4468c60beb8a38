using System.Runtime.InteropServices;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Pricing;

namespace Funnel.Checking.Proofs;

/// <summary>Writes what is needed of a standing as numbers, so that two that go on alike are equal.</summary>
internal sealed class StateKey(FunnelMachine machine)
{
    private readonly Dictionary<object, long> _numbers = [];
    private readonly Dictionary<string, int> _offerNumbers = machine
        .States.SelectMany(state => state.Offers.Select(offer => ($"{state.Id}/{offer.Id}", offer.Number)))
        .ToDictionary(StringComparer.Ordinal);

    private readonly List<long> _key = [];

    /// <summary>Valid until the next call.</summary>
    public ReadOnlySpan<long> Of(State? state, Needs? needs, Standing standing)
    {
        _key.Clear();
        _key.Add(standing.Basket.Lines.Length > 0 ? 1 : 0);
        if (needs is not null)
        {
            Write(needs, standing);
            WriteAnswer(state!, needs, standing);
        }

        return CollectionsMarshal.AsSpan(_key);
    }

    private void Write(Needs needs, Standing standing)
    {
        var (basket, tally) = (standing.Basket, standing.Tally);
        foreach (var fact in needs.Facts)
        {
            _key.Add(standing.Known[fact]);
        }

        WriteLines(needs, basket);
        if (needs.Subtotal)
        {
            _key.Add((needs.SubtotalCap is { } cap ? Money.Min(basket.Subtotal, cap) : basket.Subtotal).Minor);
        }

        if (needs.List)
        {
            _key.Add(basket.List.Minor);
        }

        if (needs.Total)
        {
            _key.Add(basket.Total.Minor);
        }

        if (needs.LineCount)
        {
            _key.Add(basket.Lines.Length);
        }

        if (needs.Accepted)
        {
            _key.Add(tally.Accepted);
        }

        if (needs.Declined)
        {
            _key.Add(tally.Declined);
        }

        foreach (var (of, id) in needs.Ids)
        {
            _key.Add(Tell(Count(of, id, basket, tally), needs));
        }

        if (basket.Method is { } method)
        {
            _key.Add(NumberOf(method));
            _key.Add(Tell(basket.Sums.Shipped, needs));
        }
    }

    private void WriteLines(Needs needs, Basket basket)
    {
        if (needs.AllLines)
        {
            foreach (var line in basket.Lines)
            {
                Write(line, needs);
            }

            _key.Add(-1);
            return;
        }

        foreach (var name in needs.Lines)
        {
            if (basket.Find(name) is { } line)
            {
                Write(line, needs);
            }
            else
            {
                _key.Add(-1);
            }
        }

        foreach (var fact in needs.LineFacts.Values)
        {
            _key.Add(ValueOf(fact, basket));
        }

        foreach (var name in needs.Names)
        {
            _key.Add(basket.Find(name) is null ? 0 : 1);
        }

        foreach (var category in needs.Categories)
        {
            var of = basket.Lines.Where(line => line.Product.Definition.Category == category).ToList();
            _key.Add(of.Count);
            _key.Add(of.Sum(line => line.Net.Minor));
        }

        if (needs.Multiplied.Count > 0)
        {
            var of = basket.Lines.Where(line => line.Product.Definition.Multipliable).ToList();
            _key.Add(Tell(of.Count, needs));
            _key.Add(of.Exists(line => line.Multiplied) ? 1 : 0);
            foreach (var multiplied in needs.Multiplied)
            {
                _key.Add(of.Sum(line => (multiplied is MultiplyBase.List ? line.List : line.Net).Minor));
            }
        }
    }

    /// <summary>What an answer that is only half given adds: what it may still accept, and what is split when it is whole.</summary>
    private void WriteAnswer(State state, Needs needs, Standing standing)
    {
        if (standing.Picked == 0)
        {
            return;
        }

        _key.Add(standing.Picked);
        for (var i = 0; i < standing.Available.Length; i++)
        {
            _key.Add(standing.Available[i] ? 1 : 0);
        }

        if (state.Definition.SelectionDiscounts.Count > 0)
        {
            var added = standing.Basket.Lines.AsSpan()[standing.LinesBefore..];
            _key.Add(added.Length);
            foreach (var line in added)
            {
                _key.Add(NumberOf(line.Key));
                _key.Add(NumberOf(line.Product));
                _key.Add(line.Net.Minor);
            }
        }
    }

    /// <summary>What a condition sees of a line; -1 where it is not there.</summary>
    private long ValueOf(Fact fact, Basket basket) =>
        fact switch
        {
            Fact.LineQuantity { Name: var name } => basket.Find(name)?.Quantity ?? -1,
            Fact.LineAmount { Name: var name, Sum: LineSum.List } => basket.Find(name)?.List.Minor ?? -1,
            Fact.LineAmount { Name: var name } => basket.Find(name)?.Net.Minor ?? -1,
            Fact.LineProduct { Name: var name } => basket.Find(name) is { } line ? NumberOf(line.Product) : -1,
            Fact.LineOption { Name: var name, Option: var option } => basket.Find(name)?.ChoiceOf(option) is { } choice
                ? NumberOf(choice.Id)
                : -1,
            _ => throw new InvalidOperationException($"{fact} is not of one line."),
        };

    private void Write(Line line, Needs needs)
    {
        _key.Add(NumberOf(line.Key));
        _key.Add(NumberOf(line.Product));
        _key.Add(line.Quantity);
        for (var i = 0; i < line.Choices.Length; i++)
        {
            if (!needs.InertOptions.Contains(line.Product.Options[i].Id))
            {
                _key.Add(line.Choices[i]);
            }
        }

        _key.Add(line.List.Minor);
        _key.Add(line.Net.Minor);
        _key.Add(line.Multiplied ? 1 : 0);
    }

    /// <summary>How many there are, where one can go again; otherwise whether there are any.</summary>
    private static long Tell(int count, Needs needs) => needs.Swaps ? count : Math.Min(count, 1);

    private int Count(IdSet of, string id, Basket basket, Tally tally)
    {
        if (of is IdSet.Offers)
        {
            return tally.HasAccepted(_offerNumbers.GetValueOrDefault(id, -1)) ? 1 : 0;
        }

        var count = 0;
        foreach (var line in basket.Lines)
        {
            count += line.Bears(of, id) ? 1 : 0;
        }

        return count;
    }

    private long NumberOf(object thing)
    {
        if (!_numbers.TryGetValue(thing, out var number))
        {
            _numbers.Add(thing, number = _numbers.Count);
        }

        return number;
    }
}

/// <summary>Compares keys by content.</summary>
internal sealed class StateKeyComparer
    : IEqualityComparer<long[]>,
        IAlternateEqualityComparer<ReadOnlySpan<long>, long[]>
{
    public bool Equals(long[]? left, long[]? right) => left.AsSpan().SequenceEqual(right);

    public int GetHashCode(long[] key) => GetHashCode(key.AsSpan());

    public bool Equals(ReadOnlySpan<long> alternate, long[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<long> alternate)
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(alternate));
        return hash.ToHashCode();
    }

    public long[] Create(ReadOnlySpan<long> alternate) => alternate.ToArray();
}
