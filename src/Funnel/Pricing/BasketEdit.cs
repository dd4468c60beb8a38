using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Funnel.Pricing;

/// <summary>
/// The one place where a basket changes: a working copy on which effects act, and from which the next basket comes. Only
/// what is touched is priced anew; the sums follow by difference.
/// </summary>
internal sealed class BasketEdit(Basket basket)
{
    // What is added is kept apart, so that an edit that only adds, as most trials do, copies no lines.
    private readonly int _kept = basket.Lines.Length;
    private Line[]? _replaced;
    private Line[] _added = [];
    private LineSums _sums = basket.Sums;

    // Lines are looked through for a name, which is hardly ever taken; once one is, it is kept which are.
    private TakenNames? _taken;

    public Terms Terms => basket.Terms;

    public int Count { get; private set; } = basket.Lines.Length;

    public Money Subtotal => _sums.Net;

    public string? Method { get; private set; } = basket.Method;

    /// <exception cref="OverflowException">They leave the range of exact money.</exception>
    public BasketTotals Totals => BasketTotals.Of(_sums, Method, Terms);

    /// <summary>How many changes there were, to tell whether one more thing changed anything.</summary>
    public int Changes { get; private set; }

    public Line this[int index] =>
        index >= _kept ? _added[index - _kept]
        : _replaced is null ? basket.Lines[index]
        : _replaced[index];

    public int IndexOf(LineName name)
    {
        for (var i = 0; i < Count; i++)
        {
            if (ReferenceEquals(this[i].Key, name))
            {
                return i;
            }
        }

        return -1;
    }

    public void Add(Line line)
    {
        Changes++;
        _sums = _sums.With(line);
        var index = Count++ - _kept;
        if (index == _added.Length)
        {
            Array.Resize(ref _added, Math.Max(1, 2 * index));
        }

        _added[index] = line;
        _taken?.Add(line.Key);
    }

    /// <summary>The first of some names that no line bears.</summary>
    /// <param name="names">One list for all that ask for the same name; at least one of them is free.</param>
    public LineName FirstFree(LineName[] names)
    {
        if (_taken is null)
        {
            if (IndexOf(names[0]) < 0)
            {
                return names[0];
            }

            _taken = new();
            for (var i = 0; i < Count; i++)
            {
                _taken.Add(this[i].Key);
            }
        }

        return _taken.FirstFree(names);
    }

    public void Replace(int index, Line line)
    {
        Changes++;
        _sums = _sums.Without(this[index]).With(line);
        if (index >= _kept)
        {
            _added[index - _kept] = line;
        }
        else
        {
            _replaced ??= [.. basket.Lines];
            _replaced[index] = line;
        }
    }

    public void Ship(string method)
    {
        if (method != Method)
        {
            Changes++;
            Method = method;
        }
    }

    /// <summary>Splits an amount over lines in proportion to their weights, as one adjustment each; none of zero.</summary>
    public void Spread(Money amount, ReadOnlySpan<int> lines, ReadOnlySpan<Money> weights, AdjustmentOrigin origin)
    {
        var parts = new Money[lines.Length];
        Split.ByLargestRemainder(amount, weights, parts);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!parts[i].IsZero)
            {
                Replace(lines[i], this[lines[i]].Adjusted(origin.Of(parts[i]), Terms));
            }
        }
    }

    /// <summary>The next basket; the edit ends here, so that a copied array can become the basket's.</summary>
    public Basket ToBasket() => Changes > 0 ? new(Terms, Lines(), Method, _sums) : basket;

    private ImmutableArray<Line> Lines()
    {
        var kept = _replaced is null ? basket.Lines : ImmutableCollectionsMarshal.AsImmutableArray(_replaced);
        return Count == _kept ? kept : [.. kept.AsSpan(), .. _added.AsSpan(0, Count - _kept)];
    }
}
