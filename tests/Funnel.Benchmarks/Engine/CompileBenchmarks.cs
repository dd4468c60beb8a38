using BenchmarkDotNet.Attributes;
using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Benchmarks.Engine;

/// <summary>Turning a definition into the machine that its orders share: once a version.</summary>
public class CompileBenchmarks
{
    private readonly FunnelDefinition _printShop =
        DefinitionReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "print-shop.json"))).Definition
        ?? throw new InvalidOperationException("The print shop's file has a problem.");

    [Benchmark]
    public object PrintShop() => FunnelMachine.Compile(_printShop);
}
