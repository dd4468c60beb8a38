using BenchmarkDotNet.Attributes;
using Funnel.Orders;

namespace Funnel.Benchmarks.Engine;

/// <summary>One answer: an offer with a chosen option is accepted and priced, and the walk arrives at the next step.</summary>
public class AnswerBenchmarks
{
    private readonly LongFunnel _funnel = LongFunnel.Instance;
    private Order _order = null!;
    private Answer _answer = null!;
    private string _step = null!;

    /// <summary>The step that is answered; as many lines but one are in the order before.</summary>
    [Params(1, 50)]
    public int Step { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _order = _funnel.OrderAt(Step);
        _answer = LongFunnel.AnswerTo(Step);
        _step = LongFunnel.StepId(Step);
    }

    /// <summary>The engine's part alone: the answer is canonical and its step is at hand.</summary>
    [Benchmark]
    public object Walk() =>
        _order.Walk.TryAnswer(_answer, _answer, _funnel.Now, out var next, out var refusal) ? next : Refused(refusal);

    /// <summary>All of it: the step is found and the answer brought to its canonical form first.</summary>
    [Benchmark]
    public object Order() => _order.Answer(_step, _answer, _funnel.Now);

    private static object Refused(Refusal refusal) => throw new InvalidOperationException($"{refusal}");
}
