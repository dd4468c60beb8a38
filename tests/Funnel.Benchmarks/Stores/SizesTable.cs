using System.Diagnostics;
using Funnel.Benchmarks.Running;
using static Funnel.Benchmarks.Running.Rounds;

namespace Funnel.Benchmarks.Stores;

/// <summary>What a store does in a second with a thousand orders and with a million, which is to be the same.</summary>
internal static class SizesTable
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const double Target = 0.8;

    private static readonly (string Name, Func<Shop, Task<double>> PerSecond)[] Measures =
    [
        ("durable answers/s", shop => shop.Answers()),
        ("newest orders, pages/s", shop => shop.FirstPages()),
        ("orders deep in a range of time, pages/s", shop => shop.DeepPages()),
        ("orders of a rare funnel, pages/s", shop => shop.RareOrders()),
        ("events in the middle of the feed, pages/s", shop => shop.FeedPages()),
        ("looks for orders that lapse/s", shop => shop.Sweeps()),
    ];

    /// <returns>Whether a million orders make nothing slower.</returns>
    public static async Task<bool> Print(
        TextWriter output,
        string store,
        string provider,
        Databases databases,
        Load load
    )
    {
        var watch = Stopwatch.StartNew();
        await using var few = await Shop.Open(databases, provider, Few, load);
        await using var many = await Shop.Open(databases, provider, Many, load);
        output.WriteLine(Invariant($"{store}, filled in {watch.Elapsed.TotalSeconds:F0} s"));
        output.WriteLine(Invariant($"{"", -42}{Few, 12:N0}{Many, 12:N0}{"ratio", 8}"));
        var flat = true;
        foreach (var (name, perSecond) in Measures)
        {
            List<double[]> rounds = [];
            await foreach (var figures in Take(5, () => perSecond(few), () => perSecond(many)))
            {
                rounds.Add(figures);
            }

            var ratio = Median(rounds.Select(figures => figures[1] / figures[0]));
            var (withFew, withMany) = (Median(rounds.Select(one => one[0])), Median(rounds.Select(one => one[1])));
            flat &= ratio >= Target;
            output.WriteLine(
                Invariant(
                    $"{name, -42}{withFew, 12:N0}{withMany, 12:N0}{ratio, 8:F2}{(ratio < Target ? "  slower" : "")}"
                )
            );
        }

        return flat;
    }
}
