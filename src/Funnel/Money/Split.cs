namespace Funnel;

/// <summary>Splits one rounded amount over parts so that the parts sum to the whole, to the minor unit.</summary>
internal static class Split
{
    private const int OnStack = 64;

    /// <summary>
    /// Largest remainder: each part is rounded down to the minor unit, the units left over go to the largest fractions, ties to
    /// the earlier part. All weights zero: all to the first. A negative whole is split as its absolute, negated.
    /// </summary>
    /// <param name="weights">Not negative, at least one.</param>
    public static void ByLargestRemainder(Money whole, ReadOnlySpan<Money> weights, Span<Money> parts)
    {
        parts.Clear();
        Int128 sum = 0;
        foreach (var weight in weights)
        {
            sum += weight.Minor;
        }

        if (sum == 0)
        {
            parts[0] = whole;
            return;
        }

        var sign = Math.Sign(whole.Minor);
        var units = Int128.Abs(whole.Minor);
        var left = units;
        Span<(Int128 Fraction, int Index)> fractions =
            weights.Length <= OnStack ? stackalloc (Int128, int)[weights.Length] : new (Int128, int)[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var (part, fraction) = Int128.DivRem(units * weights[i].Minor, sum);
            parts[i] = new((long)part * sign);
            fractions[i] = (fraction, i);
            left -= part;
        }

        if (left > 0)
        {
            fractions.Sort(
                static (a, b) =>
                    b.Fraction != a.Fraction ? b.Fraction.CompareTo(a.Fraction) : a.Index.CompareTo(b.Index)
            );
            foreach (var (_, index) in fractions[..(int)left])
            {
                parts[index] = new(parts[index].Minor + sign);
            }
        }
    }
}
