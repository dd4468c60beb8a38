using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Funnel.Tests;

public sealed class SplitTests
{
    [Theory]
    // 5.00 off 24.95 and 14.95: 3.1266… and 1.8733…; the cent that is left goes to the larger fraction.
    [InlineData(500, new long[] { 2495, 1495 }, new long[] { 313, 187 })]
    // A tie goes to the earlier.
    [InlineData(1, new long[] { 7, 7 }, new long[] { 1, 0 })]
    [InlineData(2, new long[] { 5, 5, 5 }, new long[] { 1, 1, 0 })]
    // Not simply to the first: 0.1, 0.9 and 1.0.
    [InlineData(2, new long[] { 1, 9, 10 }, new long[] { 0, 1, 1 })]
    [InlineData(-500, new long[] { 2495, 1495 }, new long[] { -313, -187 })]
    [InlineData(500, new long[] { 0, 0, 0 }, new long[] { 500, 0, 0 })]
    [InlineData(500, new long[] { 0, 10, 0 }, new long[] { 0, 500, 0 })]
    [InlineData(0, new long[] { 3, 4 }, new long[] { 0, 0 })]
    [InlineData(
        long.MaxValue,
        new[] { long.MaxValue, long.MaxValue },
        new[] { long.MaxValue / 2 + 1, long.MaxValue / 2 }
    )]
    public void Units_left_over_go_to_the_largest_fractions(long whole, long[] weights, long[] parts) =>
        Assert.Equal(parts, PartsOf(whole, weights));

    [Fact]
    public void Parts_sum_to_the_whole_and_are_within_a_unit_of_exact()
    {
        var amounts = Gen.OneOf(Gen.Choose(-10_000, 10_000).Select(n => (long)n), ArbMap.Default.GeneratorFor<long>());
        var weights = Gen.OneOf(
            Gen.Choose(0, 9).Select(n => (long)n),
            Gen.Choose(0, int.MaxValue).Select(n => (long)n),
            Gen.Choose(0, 1_000).Select(n => long.MaxValue - n)
        );
        var lines = Gen.Choose(1, 100).SelectMany(count => weights.ArrayOf(count));
        Check.QuickThrowOnFailure(
            Prop.ForAll(amounts.Where(n => n != long.MinValue).ToArbitrary(), lines.ToArbitrary(), Hold)
        );

        static void Hold(long whole, long[] weights)
        {
            var parts = PartsOf(whole, weights);
            Assert.Equal(whole, parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part));
            var total = weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
            if (!total.IsZero)
            {
                for (var i = 0; i < parts.Length; i++)
                {
                    Assert.True(BigInteger.Abs(parts[i] * total - new BigInteger(whole) * weights[i]) < total);
                    // So nothing is taken off a line that costs nothing.
                    Assert.True(weights[i] > 0 || parts[i] == 0);
                }
            }
        }
    }

    private static long[] PartsOf(long whole, long[] weights)
    {
        var parts = new Money[weights.Length];
        Split.ByLargestRemainder(new(whole), Array.ConvertAll(weights, weight => new Money(weight)), parts);
        return Array.ConvertAll(parts, part => part.Minor);
    }
}
