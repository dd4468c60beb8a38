using BenchmarkDotNet.Attributes;
using Funnel.Orders;

namespace Funnel.Benchmarks.Engine;

/// <summary>A whole order folded anew, which one answer never needs.</summary>
public class ReplayBenchmarks
{
    private readonly LongFunnel _funnel = LongFunnel.Instance;
    private Walk _walk = null!;
    private (string, Answer, DateTimeOffset)[] _answers = null!;

    [GlobalSetup]
    public void Setup()
    {
        _walk = _funnel.OrderAt(51).Walk;
        _answers = [.. _walk.Answered.Select(walk => (walk.Last!.State.Id, walk.Last.Answer, walk.Last.At))];
    }

    [Benchmark]
    public object FiftyAnswers() => Walk.Replay(_funnel.Machine, _walk.Start, _answers);
}
