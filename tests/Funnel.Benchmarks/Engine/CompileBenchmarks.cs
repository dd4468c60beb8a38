using BenchmarkDotNet.Attributes;
using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Benchmarks.Engine;

/// <summary>Turning a definition into the machine that its orders share: once a version.</summary>
public class CompileBenchmarks
{
    /// <summary>As many steps as the print shop's funnel has.</summary>
    private readonly FunnelDefinition _funnel = LongFunnel.Define(steps: 12);

    [Benchmark]
    public object TwelveSteps() => FunnelMachine.Compile(_funnel);
}
