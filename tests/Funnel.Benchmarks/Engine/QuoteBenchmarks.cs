using BenchmarkDotNet.Attributes;
using Funnel.Orders;

namespace Funnel.Benchmarks.Engine;

/// <summary>What a step shows: the delta of each of its two offers, and of each of three colours.</summary>
public class QuoteBenchmarks
{
    private readonly LongFunnel _funnel = LongFunnel.Instance;
    private Walk _walk = null!;

    /// <summary>The step that is shown; as many lines but one are in the order.</summary>
    [Params(2, 50)]
    public int Step { get; set; }

    [GlobalSetup]
    public void Setup() => _walk = _funnel.OrderAt(Step).Walk;

    [Benchmark]
    public object Deltas() => Quote.Of(_walk, _funnel.Now);
}
