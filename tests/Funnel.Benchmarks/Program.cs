using System.Reflection;
using BenchmarkDotNet.Running;
using Funnel.Benchmarks.Engine;
using Funnel.Benchmarks.Http;

// dotnet run -c Release --project tests/Funnel.Benchmarks -- engine     what the engine must keep to, in one table
// dotnet run -c Release --project tests/Funnel.Benchmarks -- http       durable answers per second beside a bare endpoint
// dotnet run -c Release --project tests/Funnel.Benchmarks -- …          BenchmarkDotNet's own command line, all of it
switch (args)
{
    case ["engine"]:
        return EngineTable.Print(Console.Out);

    case ["http"]:
        return await HttpTable.Print(Console.Out);

    default:
        BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
        return 0;
}
