using System.Diagnostics;
using System.Threading.Channels;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>The one that writes: it commits all writes that wait in one transaction, so they share one flush to disk.</summary>
/// <remarks>
/// SQLite lets one connection write at a time, and a durable commit takes as long for a hundred writes as for one. While
/// a batch is being flushed the next gathers, so the batches grow with the load by themselves.
/// </remarks>
internal sealed partial class SqliteWriter : IAsyncDisposable
{
    // Bounds how long the first write of a batch waits for the others to be applied.
    private const int LargestBatch = 256;

    // Beyond this callers wait to hand in their writes, still free to cancel.
    private const int LongestQueue = 4 * LargestBatch;

    private readonly Channel<SqliteWrite> _queue = Channel.CreateBounded<SqliteWrite>(
        new BoundedChannelOptions(LongestQueue) { SingleReader = true }
    );
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<SqliteSession> _open;
    private readonly StorageMetrics _metrics;
    private readonly ILogger _logger;

    private SqliteSession? _session;
    private bool _failing;

    public SqliteWriter(Func<SqliteSession> open, StorageMetrics metrics, ILogger logger)
    {
        _open = open;
        _metrics = metrics;
        _logger = logger;

        // SQLite blocks while the disk flushes, which is most of the time: a thread of its own keeps that from the pool.
        new Thread(Work) { Name = "SQLite writer", IsBackground = true }.Start();
    }

    /// <summary>Runs the work in a transaction and completes once that is durable.</summary>
    /// <param name="work">Runs on the writer's thread, and again when its transaction had to start over.</param>
    /// <param name="cancellation">Heeded until the writer takes the work up; from then on the outcome is awaited.</param>
    /// <exception cref="StoreUnavailableException">It could not be committed.</exception>
    public async Task<T> Run<T>(Func<SqliteSession, T> work, CancellationToken cancellation)
    {
        var handedIn = Stopwatch.GetTimestamp();
        var write = new SqliteWrite<T>(work, cancellation);
        try
        {
            await _queue.Writer.WriteAsync(write, cancellation);
        }
        catch (ChannelClosedException e)
        {
            throw new StoreUnavailableException("The store has been closed.", e);
        }

        var result = await write.Outcome;
        _metrics.WriteDuration.Record(Stopwatch.GetElapsedTime(handedIn).TotalSeconds);
        return result;
    }

    /// <summary>Takes no more writes, finishes those that wait, and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _stopped.Task;
    }

    private void Work()
    {
        var batch = new List<SqliteWrite>(LargestBatch);
        while (WaitForWrites())
        {
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var write))
            {
                // Only here is a cancellation judged: there is one moment until which it counts.
                if (write.Cancellation.IsCancellationRequested)
                {
                    write.Cancel();
                }
                else
                {
                    batch.Add(write);
                }
            }

            Commit(batch);
            batch.Clear();
        }

        _session?.Dispose();
        _stopped.SetResult();
    }

    // Blocking is what this thread is for.
    private bool WaitForWrites() => _queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();

    private void Commit(List<SqliteWrite> batch)
    {
        while (batch.Count > 0)
        {
            SqliteWrite? current = null;
            try
            {
                _session ??= _open();
                _session.Begin();
                foreach (var write in batch)
                {
                    current = write;
                    write.Apply(_session);
                }

                current = null;
                _session.Commit();
            }
            catch (Exception e)
            {
                // Closing undoes the transaction, whatever state it is in; opening anew is how the writer recovers.
                _session?.Dispose();
                _session = null;

                if (current is not null && !SqliteOutage.Is(e))
                {
                    // One write is at fault, not the disk: the others start over without it.
                    current.Fail(e);
                    batch.Remove(current);
                    continue;
                }

                FailAll(batch, e);
                return;
            }

            CompleteAll(batch);
            return;
        }
    }

    private void CompleteAll(List<SqliteWrite> batch)
    {
        _metrics.BatchSize.Record(batch.Count);
        if (_failing)
        {
            _failing = false;
            LogRecovered();
        }

        foreach (var write in batch)
        {
            write.Complete();
        }
    }

    private void FailAll(List<SqliteWrite> batch, Exception exception)
    {
        foreach (var write in batch)
        {
            write.Fail(
                new StoreUnavailableException($"The database cannot be written: {exception.Message}", exception)
            );
        }

        _failing = true;
        LogFailed(exception, batch.Count);
    }

    [LoggerMessage(LogLevel.Error, "The database could not be written: {Writes} writes failed. The next opens it anew")]
    private partial void LogFailed(Exception exception, int writes);

    [LoggerMessage(LogLevel.Information, "The database can be written again")]
    private partial void LogRecovered();
}
