using System.Runtime.InteropServices;

namespace Funnel.Pricing;

/// <summary>
/// The one place where a basket changes: a working copy on which effects act, and from which the next basket comes. Only
/// what is touched is priced anew; the sums follow by difference.
/// </summary>
internal sealed class BasketEdit(Basket basket)
{
    private Line[]? _lines;
    private LineSums _sums = basket.Sums;

    public Terms Terms => basket.Terms;

    public int Count { get; private set; } = basket.Lines.Length;

    public Money Subtotal => _sums.Net;

    public string? Method { get; private set; } = basket.Method;

    /// <exception cref="OverflowException">They leave the range of exact money.</exception>
    public BasketTotals Totals => BasketTotals.Of(_sums, Method, Terms);

    /// <summary>How many changes there were, to tell whether one more thing changed anything.</summary>
    public int Changes { get; private set; }

    public Line this[int index] => _lines is null ? basket.Lines[index] : _lines[index];

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
        Own(Count + 1);
        _lines![Count++] = line;
    }

    public void Replace(int index, Line line)
    {
        Changes++;
        _sums = _sums.Without(this[index]).With(line);
        Own(Count);
        _lines![index] = line;
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

    public Basket ToBasket()
    {
        if (_lines is null)
        {
            return Changes > 0 ? new(Terms, basket.Lines, Method, _sums) : basket;
        }

        // The edit ends here, so that its array can become the basket's without a copy.
        var lines = _lines.Length == Count ? _lines : _lines[..Count];
        return new(Terms, ImmutableCollectionsMarshal.AsImmutableArray(lines), Method, _sums);
    }

    private void Own(int length)
    {
        if (_lines is null || _lines.Length < length)
        {
            var grown = new Line[_lines is null ? length : Math.Max(length, Count + 4)];
            if (_lines is null)
            {
                basket.Lines.CopyTo(grown);
            }
            else
            {
                _lines.AsSpan(0, Count).CopyTo(grown);
            }

            _lines = grown;
        }
    }
}
