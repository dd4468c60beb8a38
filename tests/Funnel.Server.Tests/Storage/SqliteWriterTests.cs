using System.Diagnostics.Metrics;
using Funnel.Server.Storage;
using Funnel.Server.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Funnel.Server.Tests.Storage;

public sealed class SqliteWriterTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("funnel-writer-");
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly SqliteFile _file;
    private readonly SqliteWriter _writer;

    private int _largestFile = int.MaxValue;

    public SqliteWriterTests()
    {
        _file = new SqliteFile($"Data Source={_folder.FullName}/funnel.db");
        var metrics = new StorageMetrics(_services.GetRequiredService<IMeterFactory>());
        _writer = new SqliteWriter(OpenOnDisk, metrics, NullLogger.Instance);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_full_disk_is_unavailable_until_there_is_room_again()
    {
        _largestFile = 40;
        var large = Sample.Order("ord_large") with { Body = new byte[1_000_000] };
        Assert.True(await Write(Sample.Order("ord_1")));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Write(large));
        Assert.True(await Write(Sample.Order("ord_2")));
        _largestFile = int.MaxValue;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Write(large));

        Assert.True(await Write(large));
        using var session = _file.Open();
        Assert.All(["ord_1", "ord_2", "ord_large"], id => Assert.NotNull(session.FindOrder(id)));
    }

    [Fact]
    public async Task A_write_cancelled_while_it_waits_is_never_done()
    {
        using var hold = new ManualResetEventSlim();
        using var caller = new CancellationTokenSource();
        using var taken = new ManualResetEventSlim();
        var first = _writer.Run(_ => Hold(taken, hold), default);
        taken.Wait();

        var write = _writer.Run(session => session.TryWriteOrder(Sample.Order("ord_1"), []), caller.Token);
        await caller.CancelAsync();
        hold.Set();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        Assert.True(await first);
        Assert.True(await Write(Sample.Order("ord_1")));
    }

    [Fact]
    public async Task A_write_cancelled_after_it_was_taken_up_says_what_became_of_it()
    {
        using var hold = new ManualResetEventSlim();
        using var caller = new CancellationTokenSource();
        using var taken = new ManualResetEventSlim();
        var write = _writer.Run(
            session => Hold(taken, hold) && session.TryWriteOrder(Sample.Order("ord_1"), []),
            caller.Token
        );
        taken.Wait();

        await caller.CancelAsync();
        hold.Set();

        Assert.True(await write);
        Assert.False(await Write(Sample.Order("ord_1")));
    }

    [Fact]
    public async Task Writes_that_wait_share_a_commit()
    {
        using var hold = new ManualResetEventSlim();
        using var taken = new ManualResetEventSlim();
        var batches = Measure("funnel.storage.batch.size", out var listener);
        using var _ = listener;

        var first = _writer.Run(_ => Hold(taken, hold), default);
        taken.Wait();
        var writes = Enumerable.Range(0, 300).Select(n => Write(Sample.Order($"ord_{n}"))).ToList();
        hold.Set();
        await Task.WhenAll([first, .. writes]);

        Assert.Equal([1, 256, 44], batches);
    }

    [Fact]
    public void A_commit_is_flushed_to_disk()
    {
        using var session = _file.Open();

        Assert.Equal("wal", session.First("PRAGMA journal_mode", row => row.GetString(0)));
        Assert.Equal(2, session.First("PRAGMA synchronous", row => row.GetInt32(0)));
    }

    /// <summary>Keeps the writer busy until it is let go.</summary>
    private static bool Hold(ManualResetEventSlim taken, ManualResetEventSlim hold)
    {
        taken.Set();
        hold.Wait();
        return true;
    }

    private Task<bool> Write(StoredOrder order) => _writer.Run(session => session.TryWriteOrder(order, []), default);

    /// <summary>A disk with room for so many pages.</summary>
    private SqliteSession OpenOnDisk()
    {
        var session = _file.Open();
        session.Run($"PRAGMA max_page_count = {_largestFile}");
        return session;
    }

    private List<int> Measure(string instrument, out MeterListener listener)
    {
        var measured = new List<int>();
        var meters = _services.GetRequiredService<IMeterFactory>();
        listener = new MeterListener
        {
            InstrumentPublished = (found, listening) =>
            {
                if (found.Name == instrument && found.Meter.Scope == meters)
                {
                    listening.EnableMeasurementEvents(found);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => measured.Add(value));
        listener.Start();
        return measured;
    }
}
