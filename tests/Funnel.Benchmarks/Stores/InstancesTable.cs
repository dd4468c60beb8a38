using Funnel.Benchmarks.Running;
using Funnel.Server.Storage;

namespace Funnel.Benchmarks.Stores;

/// <summary>Durable answers per second of one, two and three instances on one database. Each order keeps to an instance.</summary>
internal static class InstancesTable
{
    public static async Task Print(TextWriter output, Databases databases, Load load)
    {
        var storage = await databases.Create(StorageOptions.Postgres);
        await using var first = await ServerProcess.Start(storage);
        await using var second = await ServerProcess.Start(storage);
        await using var third = await ServerProcess.Start(storage);
        var shoppers = await load.StartOrders(first.Address);

        await Rounds.Print(
            output,
            ("answers/s, 1 instance", Answers(first)),
            ("answers/s, 2", Answers(first, second)),
            ("answers/s, 3", Answers(first, second, third))
        );

        Func<Task<double>> Answers(params ServerProcess[] servers) =>
            () =>
                load.PerSecond(
                    (client, count) => shoppers[client].Answer(servers[client % servers.Length].Address, count)
                );
    }
}
