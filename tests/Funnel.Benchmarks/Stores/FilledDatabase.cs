using System.Data.Common;
using Funnel.Benchmarks.Running;
using Funnel.Server.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Funnel.Benchmarks.Stores;

/// <summary>A database with many orders. No server runs on it yet.</summary>
/// <param name="MiddleOfFeed">Where about half of the events are told, as the API takes it.</param>
internal sealed record FilledDatabase(StorageOptions Storage, CopiedOrders Orders, string MiddleOfFeed)
{
    /// <summary>A funnel that has few orders.</summary>
    public const string RareFunnel = "burger-menu";

    private const int RareOrders = 20;

    // Each is a transaction, so that PostgreSQL has seen many.
    private const int Batch = 1_000;

    private static readonly Filling Sqlite = new(
        Before: ["PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF"],
        // All of it is flushed now, and not by the first who writes.
        After: ["PRAGMA synchronous = FULL", "PRAGMA journal_mode = WAL"],
        Moment: static milliseconds => milliseconds,
        Place: "'0-' || sequence"
    );

    private static readonly Filling Postgres = new(
        Before: ["SET synchronous_commit = off"],
        // What autovacuum would do, and would while something is measured.
        After: ["VACUUM (ANALYZE)", "CHECKPOINT"],
        Moment: static milliseconds => $"to_timestamp(({milliseconds}) / 1000.0)",
        Place: "transaction || '-' || sequence"
    );

    /// <param name="count">How many orders; a multiple of 1000.</param>
    public static async Task<FilledDatabase> Create(Databases databases, string provider, int count, Load load)
    {
        var storage = await databases.Create(provider);
        CopiedOrders orders;
        await using (var server = await ServerProcess.Start(storage))
        {
            for (var i = 0; i < RareOrders; i++)
            {
                await Shopper.Start(load, server.Address, RareFunnel);
            }

            orders = new(await Originals.Make(load, server.Address), count);
        }

        var filling = provider == StorageOptions.Postgres ? Postgres : Sqlite;
        await using DbConnection connection =
            provider == StorageOptions.Postgres
                ? new NpgsqlConnection($"{storage.ConnectionString};Pooling=false")
                : new SqliteConnection($"{storage.ConnectionString};Pooling=false");
        await connection.OpenAsync();
        IEnumerable<string> statements =
        [
            .. filling.Before,
            .. Enumerable
                .Range(0, count / Batch)
                .SelectMany(batch => orders.Sql(batch * Batch + 1, (batch + 1) * Batch, filling.Moment)),
            .. filling.After,
        ];
        foreach (var statement in statements)
        {
            await Ask(connection, statement);
        }

        var middle = await Ask(
            connection,
            $"SELECT {filling.Place} FROM events WHERE order_id = '{CopiedOrders.Id(count / 2)}'"
        );
        return new(storage, orders, (string)middle!);
    }

    private static async Task<object?> Ask(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync();
    }

    private sealed record Filling(string[] Before, string[] After, Func<string, string> Moment, string Place);
}
