using BenchmarkDotNet.Attributes;
using Funnel.Machine;
using Funnel.Orders;

namespace Funnel.Benchmarks.Engine;

/// <summary>A condition that holds, so that it is judged to its end, of an order of fifty lines.</summary>
public class ConditionBenchmarks
{
    private readonly LongFunnel _funnel = LongFunnel.Instance;
    private Walk _walk = null!;
    private Guard _money = null!;
    private Guard _allOfThree = null!;
    private Guard _lastLine = null!;

    [GlobalSetup]
    public void Setup()
    {
        _walk = _funnel.OrderAt(51).Walk;
        var ways = _funnel.Machine.States[^1].On(Trigger.Accept);
        (_money, _allOfThree, _lastLine) = (ways[0].Guard!, ways[1].Guard!, ways[2].Guard!);
    }

    [Benchmark]
    public bool Money() => Holds(_money);

    [Benchmark]
    public bool AllOfThree() => Holds(_allOfThree);

    [Benchmark]
    public bool OptionOfLastLine() => Holds(_lastLine);

    private bool Holds(Guard guard) =>
        guard.Holds(_funnel.Machine.FactsOf(_walk.Start, _walk.Basket, Tally.Empty, _funnel.Now));
}
