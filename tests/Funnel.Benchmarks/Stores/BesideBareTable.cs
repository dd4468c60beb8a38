using Funnel.Benchmarks.Running;
using Funnel.Server.Storage;

namespace Funnel.Benchmarks.Stores;

/// <summary>Durable answers per second on either store, beside a bare endpoint.</summary>
internal static class BesideBareTable
{
    public static async Task Print(TextWriter output, Databases databases, Load load)
    {
        await using var sqlite = await ServerProcess.Start(await databases.Create(StorageOptions.Sqlite));
        await using var postgres = await ServerProcess.Start(await databases.Create(StorageOptions.Postgres));
        var (onSqlite, onPostgres) = (await load.StartOrders(sqlite.Address), await load.StartOrders(postgres.Address));
        await using var bare = await BareServer.Start(await load.Read(onSqlite[0].Answer(sqlite.Address, 0)));

        await Rounds.Print(
            output,
            ("bare replies/s", Answers(onSqlite, bare.Address)),
            ("answers/s, SQLite", Answers(onSqlite, sqlite.Address)),
            ("answers/s, PostgreSQL", Answers(onPostgres, postgres.Address))
        );

        Func<Task<double>> Answers(Shopper[] shoppers, Uri server) =>
            () => load.PerSecond((client, count) => shoppers[client].Answer(server, count));
    }
}
