using Funnel.Server.Storage;
using Funnel.Server.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Funnel.Server.Tests.Storage;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("funnel-store-");

    private protected override string Provider => "sqlite";

    // A short patience, since some tests make the store wait in vain.
    private protected override string ConnectionString => $"Data Source={DatabaseFile};Default Timeout=2";

    private string DatabaseFile => Path.Combine(_folder.FullName, "data", "funnel.db");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_acknowledged_survives_a_kill()
    {
        var order = Sample.Order("ord_1");
        await Write(order, order.Event("order.started"));

        // What a killed process leaves behind: the files as they are, closed by nobody.
        var left = Path.Combine(_folder.FullName, "left.db");
        File.Copy(DatabaseFile, left);
        File.Copy(DatabaseFile + "-wal", left + "-wal");
        await using var next = new StoreInstance(Provider, $"Data Source={left}");

        AssertSame(order, await next.Store.FindOrder("ord_1", default));
        Assert.Single(await next.Store.ReadEvents("ord_1", default));
    }

    [Fact]
    public async Task Closing_finishes_the_writes_that_wait()
    {
        var writes = Enumerable.Range(0, 300).Select(n => Write(Sample.Order($"ord_{n}"))).ToList();

        await Close();

        Assert.All(await Task.WhenAll(writes), Assert.True);
        OpenAnother();
        Assert.NotNull(await Find("ord_299"));
    }

    [Fact]
    public async Task A_closed_store_is_unavailable()
    {
        var store = Store;
        await Close();

        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            store.TryWriteOrder(Sample.Order("ord_1"), [], default)
        );
    }

    [Fact]
    public async Task Reads_go_on_while_another_process_writes()
    {
        await Write(Sample.Order("ord_1"));
        using var other = OpenRaw();
        Execute(other, "BEGIN IMMEDIATE");

        Assert.NotNull(await Find("ord_1"));
        Assert.Empty(await Store.NewestVersions(default));
    }

    [Fact]
    public async Task A_write_waits_for_another_process_to_finish_its_own()
    {
        await Store.Ping(default);
        using var other = OpenRaw();
        Execute(other, "BEGIN IMMEDIATE");

        var write = Write(Sample.Order("ord_1"));
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        Assert.False(write.IsCompleted);
        Execute(other, "COMMIT");

        Assert.True(await write);
    }

    [Fact]
    public async Task A_file_that_stays_locked_is_unavailable_until_it_is_released()
    {
        await Store.Ping(default);
        using var other = OpenRaw();
        Execute(other, "BEGIN IMMEDIATE");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Write(Sample.Order("ord_1")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Ping(default));
        Execute(other, "COMMIT");

        Assert.True(await Write(Sample.Order("ord_1")));
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_unavailable_until_it_can()
    {
        var obstacle = Path.Combine(_folder.FullName, "data");
        await File.WriteAllTextAsync(obstacle, "a file where the folder should be");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Find("ord_1"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Write(Sample.Order("ord_1")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Ping(default));
        File.Delete(obstacle);

        Assert.True(await Write(Sample.Order("ord_1")));
        Assert.NotNull(await Find("ord_1"));
    }

    [Fact]
    public async Task A_read_only_file_is_read_but_takes_no_writes()
    {
        await Write(Sample.Order("ord_1"));
        await using var reader = new StoreInstance(Provider, $"{ConnectionString};Mode=ReadOnly");

        Assert.NotNull(await reader.Store.FindOrder("ord_1", default));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => reader.Store.Ping(default));
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            reader.Store.TryWriteOrder(Sample.Order("ord_2"), [], default)
        );
    }

    [Fact]
    public async Task A_damaged_file_is_unavailable()
    {
        await Store.Ping(default);
        await Close();
        await File.WriteAllTextAsync(DatabaseFile, "no database at all");
        OpenAnother();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Find("ord_1"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Ping(default));
    }

    [Fact]
    public async Task A_file_damaged_in_use_is_unavailable_until_it_is_mended()
    {
        for (var n = 0; n < 100; n++)
        {
            await Write(Sample.Order($"ord_{n}") with { Body = new byte[10_000] });
        }

        await Close();
        OpenAnother();
        Assert.NotNull(await Find("ord_0"));
        var whole = await File.ReadAllBytesAsync(DatabaseFile);

        await File.WriteAllBytesAsync(DatabaseFile, whole[..100_000]);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Find("ord_99"));
        await File.WriteAllBytesAsync(DatabaseFile, whole);

        Assert.NotNull(await Find("ord_99"));
    }

    [Fact]
    public async Task A_write_at_fault_fails_alone()
    {
        await Store.Ping(default);
        using var other = OpenRaw();
        Execute(
            other,
            """
            CREATE TRIGGER fault BEFORE INSERT ON events WHEN new.type = 'order.faulty'
            BEGIN SELECT raise(FAIL, 'refused'); END
            """
        );
        Execute(other, "BEGIN IMMEDIATE");
        var writes = Enumerable
            .Range(0, 20)
            .Select(n => Sample.Order($"ord_{n}"))
            .Select(WriteOneInFiveFaulty)
            .ToList();
        Execute(other, "COMMIT");

        for (var n = 0; n < writes.Count; n++)
        {
            if (n % 5 == 0)
            {
                await Assert.ThrowsAsync<SqliteException>(() => writes[n]);
                Assert.Null(await Find($"ord_{n}"));
            }
            else
            {
                Assert.True(await writes[n]);
                Assert.NotNull(await Find($"ord_{n}"));
            }
        }

        Task<bool> WriteOneInFiveFaulty(StoredOrder order, int n) =>
            Write(order, order.Event(n % 5 == 0 ? "order.faulty" : "order.started"));
    }

    [Fact]
    public async Task Several_instances_may_make_the_file_at_once()
    {
        for (var round = 0; round < 10; round++)
        {
            var connectionString = $"Data Source={_folder.FullName}/{round}/funnel.db";

            await Task.WhenAll(
                Enumerable
                    .Range(0, 8)
                    .Select(n =>
                        Task.Run(async () =>
                        {
                            await using var instance = new StoreInstance(Provider, connectionString);
                            Assert.True(await instance.Store.TryWriteOrder(Sample.Order($"ord_{n}"), [], default));
                        })
                    )
            );
        }
    }

    [Fact]
    public async Task A_file_of_a_later_release_is_left_alone()
    {
        await Store.Ping(default);
        using (var other = OpenRaw())
        {
            Execute(other, "PRAGMA user_version = 1000");
        }

        await Close();
        OpenAnother();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Ping(default));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Find("ord_1"));
    }

    [Fact]
    public async Task A_file_of_the_first_release_is_lifted_with_all_that_it_holds()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabaseFile)!);
        using (var first = OpenRaw())
        {
            Execute(
                first,
                $$"""
                {{SqliteSchema.Lifts[0]}}
                PRAGMA user_version = 1;
                INSERT INTO funnel_versions VALUES ('mugs', 2, 'hash', 0, CAST(char(65279) || '{"currency":"EUR"}' AS BLOB));
                INSERT INTO orders VALUES ('ord_1', 2, 'mugs', 2, 'open', 1000, 2000, 9000, CAST('{}' AS BLOB));
                INSERT INTO orders VALUES ('ord_2', 2, 'mugs', 2, 'completed', 1000, 2000, 9000, CAST('{}' AS BLOB));
                INSERT INTO events VALUES (1, 'evt_1', 'ord_1', 1, 'order.started', 1000, CAST('{"total":"0.00"}' AS BLOB));
                INSERT INTO events VALUES (2, 'evt_2', 'ord_1', 2, 'step.answered', 2000, CAST('{"step":"mug","total":"9.50"}' AS BLOB));
                """
            );
        }

        await AssertLifted();
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=shared;Mode=Memory;Cache=Shared")]
    public async Task A_database_that_is_no_file_is_refused(string connectionString)
    {
        await using var instance = new StoreInstance(Provider, connectionString);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => instance.Store.Ping(default));
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The file as another process holds it.</summary>
    private SqliteConnection OpenRaw()
    {
        var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        return connection;
    }
}
