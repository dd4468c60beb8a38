using System.Diagnostics;
using Funnel.Server.Storage;
using Funnel.Server.Storage.Postgres;
using Funnel.Server.Tests.Running;
using Npgsql;
using NpgsqlTypes;

namespace Funnel.Server.Tests.Storage;

public sealed class PostgresStoreTests(SharedPostgres server) : StoreContract
{
    private string _connectionString = null!;

    private protected override string Provider => "postgres";

    private protected override string ConnectionString => _connectionString;

    public override async ValueTask InitializeAsync()
    {
        _connectionString = await server.CreateDatabase();
        await base.InitializeAsync();
    }

    [Fact]
    public async Task Several_instances_may_make_the_tables_at_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var database = await server.CreateDatabase();

            await Task.WhenAll(
                Enumerable
                    .Range(0, 8)
                    .Select(n =>
                        Task.Run(async () =>
                        {
                            await using var instance = new StoreInstance(Provider, database);
                            Assert.True(await instance.Store.TryWriteOrder(Sample.Order($"ord_{n}"), [], default));
                        })
                    )
            );
        }
    }

    [Fact]
    public async Task A_database_of_a_later_release_is_left_alone()
    {
        await Store.Ping(default);
        await Execute("UPDATE schema_version SET version = 1000");
        await Close();
        OpenAnother();

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Ping(default));
        Assert.Contains("1000", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Find("ord_1"));
        Assert.Equal(1000, await Ask("SELECT version FROM schema_version"));
    }

    [Fact]
    public async Task A_database_of_the_first_release_is_lifted_with_all_that_it_holds()
    {
        await Execute(
            $$"""
            CREATE TABLE schema_version (version integer NOT NULL); INSERT INTO schema_version VALUES (1);
            {{PostgresSchema.Lifts[0]}}
            INSERT INTO funnel_versions VALUES ('mugs', 2, 'hash', now(), convert_to(U&'\FEFF' || '{"currency":"EUR"}', 'UTF8'));
            INSERT INTO orders VALUES
                ('ord_1', 2, 'mugs', 2, 'open', to_timestamp(1), to_timestamp(2), to_timestamp(9), '{}'),
                ('ord_2', 2, 'mugs', 2, 'completed', to_timestamp(1), to_timestamp(2), to_timestamp(9), '{}');
            INSERT INTO events (id, order_id, revision, type, at, body) VALUES
                ('evt_1', 'ord_1', 1, 'order.started', to_timestamp(1), '{"total":"0.00"}'),
                ('evt_2', 'ord_1', 2, 'step.answered', to_timestamp(2), '{"step":"mug","total":"9.50"}');
            """
        );

        await AssertLifted();
    }

    [Fact]
    public async Task A_dump_that_was_restored_on_another_server_goes_on_telling_events()
    {
        for (var n = 1; n <= 3; n++)
        {
            await Write(Sample.Order($"ord_{n}"), Sample.Order($"ord_{n}").Event("order.started"));
        }

        var told = (await Feed(default, 3))[1].Position;
        await Deliveries.TryTakeUp("shop", null, told, [], Sample.Noon, default);
        await Close();
        // As another server has it, whose transactions are further on.
        await Execute(
            """
            UPDATE events SET transaction = (transaction::text::bigint + 1000000000)::text::xid8;
            UPDATE webhook_positions SET transaction = (transaction::text::bigint + 1000000000)::text::xid8;
            """
        );
        OpenAnother();
        await Write(Sample.Order("ord_4"), Sample.Order("ord_4").Event("order.started"));

        var all = await Feed(default, 4);
        var untold = await Feed((await Deliveries.FindPosition("shop", default)).GetValueOrDefault(), 2);

        Assert.Equal(["ord_1", "ord_2", "ord_3", "ord_4"], all.Select(one => one.Event.OrderId));
        Assert.Equal(["ord_3", "ord_4"], untold.Select(one => one.Event.OrderId));
    }

    [Fact]
    public async Task Tables_of_another_program_are_left_alone()
    {
        await Execute("CREATE TABLE orders (number integer)");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Ping(default));

        Assert.Equal(0L, await Ask("SELECT count(*) FROM orders"));
        Assert.Equal(DBNull.Value, await Ask("SELECT to_regclass('schema_version')::text"));
    }

    [Fact]
    public async Task A_closed_store_is_unavailable()
    {
        var store = Store;
        await store.Ping(default);
        await Close();

        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            store.TryWriteOrder(Sample.Order("ord_1"), [], default)
        );
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.FindOrder("ord_1", default));
    }

    [Fact]
    public async Task A_database_that_takes_no_writes_is_read_and_not_ready()
    {
        await Write(Sample.Order("ord_1"));
        await Execute(
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$"
        );
        await Close();
        OpenAnother();

        Assert.NotNull(await Find("ord_1"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Ping(default));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Write(Sample.Order("ord_2")));
    }

    [Fact]
    public async Task A_commit_is_flushed_to_disk_though_the_server_would_not()
    {
        await Execute(
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$"
        );
        await Store.Ping(default);
        await Execute("CREATE TABLE seen AS SELECT ''::text AS setting");
        await Execute(
            """
            CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN UPDATE seen SET setting = current_setting('synchronous_commit'); RETURN new; END $$;
            CREATE TRIGGER noted BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION note()
            """
        );

        // Also when the connection has been lent and given back in between.
        await Find("ord_1");
        await Write(Sample.Order("ord_1"));

        Assert.Equal("on", await Ask("SELECT setting FROM seen"));
    }

    [Fact]
    public async Task An_id_that_no_database_can_keep_is_not_found()
    {
        Assert.Null(await Find("ord_\0"));
        Assert.Empty(await Store.ReadEvents("ord_\0", default));
        Assert.Null(await Store.FindVersion("\0", 1, default));
    }

    [Fact]
    public async Task An_order_locked_for_long_is_unavailable_until_it_is_released()
    {
        var order = Sample.Order("ord_1");
        await Write(order);
        await using var impatient = new StoreInstance(Provider, $"{ConnectionString};Command Timeout=1");
        await using var other = await OpenRaw();
        await using var transaction = await other.BeginTransactionAsync();
        await using var locking = new NpgsqlCommand("SELECT FROM orders FOR UPDATE", other);
        await locking.ExecuteNonQueryAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            impatient.Store.TryWriteOrder(order.Next(), [], default)
        );
        Assert.NotNull(await Find("ord_1"));
        await transaction.RollbackAsync();

        Assert.True(await impatient.Store.TryWriteOrder(order.Next(), [], default));
    }

    [Fact]
    public async Task A_fault_in_a_write_is_no_outage_and_leaves_nothing()
    {
        await Store.Ping(default);
        await Execute("ALTER TABLE events ADD CHECK (type <> 'order.faulty')");
        var order = Sample.Order("ord_1");

        await Assert.ThrowsAsync<PostgresException>(() => Write(order, order.Event("order.faulty")));

        Assert.Null(await Find("ord_1"));
        Assert.True(await Write(order, order.Event("order.started")));
    }

    [Fact]
    public async Task Events_below_the_mark_are_read_once_and_none_is_missed()
    {
        await Store.Ping(default);
        var reader = Task.Run(() => ReadEventsBelowTheMark(1600));

        var written = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(writer =>
                    Task.Run(async () =>
                    {
                        var ids = new List<string>();
                        for (var n = 0; n < 100; n++)
                        {
                            var order = Sample.Order($"ord_{writer}_{n}");
                            StoredEvent[] events = [order.Event("order.started"), order.Event("order.answered")];
                            await Write(order, events);
                            ids.AddRange(events.Select(e => e.Id));
                        }

                        return ids;
                    })
                )
        );

        var read = await reader;
        Assert.Equal(written.SelectMany(ids => ids).Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    /// <summary>Reads what can be read until there are so many, or nothing more comes.</summary>
    private async Task<List<string>> ReadEventsBelowTheMark(int enough)
    {
        await using var connection = await OpenRaw();
        var ids = new List<string>();
        var (transaction, sequence) = (0UL, 0L);
        var lastFound = Stopwatch.GetTimestamp();
        while (ids.Count < enough && Stopwatch.GetElapsedTime(lastFound) < TimeSpan.FromSeconds(20))
        {
            await using var command = new NpgsqlCommand(
                """
                SELECT transaction, sequence, id FROM events
                WHERE (transaction, sequence) > ($1, $2) AND transaction < pg_snapshot_xmin(pg_current_snapshot())
                ORDER BY transaction, sequence LIMIT 50
                """,
                connection
            )
            {
                Parameters =
                {
                    new() { Value = transaction, NpgsqlDbType = NpgsqlDbType.Xid8 },
                    new() { Value = sequence },
                },
            };
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                (transaction, sequence) = (row.GetFieldValue<ulong>(0), row.GetInt64(1));
                ids.Add(row.GetString(2));
                lastFound = Stopwatch.GetTimestamp();
            }
        }

        return ids;
    }

    private async Task Execute(string sql) => await Ask(sql);

    private async Task<object?> Ask(string sql)
    {
        await using var connection = await OpenRaw();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>The database as another program holds it.</summary>
    private async Task<NpgsqlConnection> OpenRaw()
    {
        var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
