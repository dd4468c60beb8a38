using System.Globalization;

namespace Funnel.Benchmarks.Running;

/// <summary>
/// Figures that are compared are taken in turns, round about: so whatever else the machine does falls on all of them, and
/// their ratios do not depend on it.
/// </summary>
internal static class Rounds
{
    /// <summary>What each of them gave, round by round.</summary>
    public static async IAsyncEnumerable<double[]> Take(int rounds, params Func<Task<double>>[] measures)
    {
        // The first round warms up.
        for (var round = 0; round <= rounds; round++)
        {
            var figures = new double[measures.Length];
            for (var i = 0; i < measures.Length; i++)
            {
                figures[i] = await measures[i]();
            }

            if (round > 0)
            {
                yield return figures;
            }
        }
    }

    /// <summary>Prints each round.</summary>
    /// <returns>For each the median of its ratios to the first.</returns>
    public static async Task<double[]> Print(
        TextWriter output,
        params (string Name, Func<Task<double>> PerSecond)[] measures
    )
    {
        output.WriteLine(string.Concat(measures.Select(measure => $"{measure.Name, 22}")));
        List<double[]> rounds = [];
        await foreach (var figures in Take(7, [.. measures.Select(measure => measure.PerSecond)]))
        {
            rounds.Add(figures);
            output.WriteLine(string.Concat(figures.Select(figure => Invariant($"{figure, 22:N0}"))));
        }

        double[] ratios = [.. measures.Select((_, i) => Median(rounds.Select(figures => figures[i] / figures[0])))];
        output.WriteLine(string.Concat(ratios.Select(ratio => Invariant($"{ratio, 22:F2}"))));
        return ratios;
    }

    public static double Median(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted[sorted.Length / 2];
    }

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
