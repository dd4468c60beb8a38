using System.Reflection;
using BenchmarkDotNet.Running;
using Funnel.Benchmarks.Engine;
using Funnel.Benchmarks.Http;
using Funnel.Benchmarks.Stores;
using Funnel.Benchmarks.Webhooks;

// dotnet run -c Release --project tests/Funnel.Benchmarks -- engine     what the engine must keep to, in one table
// dotnet run -c Release --project tests/Funnel.Benchmarks -- http       durable answers per second beside a bare endpoint
// dotnet run -c Release --project tests/Funnel.Benchmarks -- stores     the same on both stores, by instances, by orders
// dotnet run -c Release --project tests/Funnel.Benchmarks -- webhooks   events delivered per second, and how soon one is
// dotnet run -c Release --project tests/Funnel.Benchmarks -- …          BenchmarkDotNet's own command line, all of it
switch (args)
{
    case ["engine"]:
        return EngineTable.Print(Console.Out);

    case ["http"]:
        return await HttpTable.Print(Console.Out);

    case ["stores"]:
        return await StoresTable.Print(Console.Out);

    case ["webhooks"]:
        await WebhooksTable.Print(Console.Out);
        return 0;

    default:
        BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
        return 0;
}
