namespace Funnel.Server.Funnels;

/// <summary>Runs checks beside the requests, a few at a time: one of a hostile definition can take a core for seconds.</summary>
internal sealed class Checks : IDisposable
{
    // What waits holds its definition in memory, and its caller.
    private const int MostWaiting = 32;

    private readonly SemaphoreSlim _cores = new(Math.Max(1, Environment.ProcessorCount / 2));
    private int _waiting;

    /// <param name="cancellation">Heeded until the check begins.</param>
    /// <exception cref="TooManyChecksException">Enough others wait already.</exception>
    public async Task<T> Run<T>(Func<T> check, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new TooManyChecksException();
        }

        try
        {
            await _cores.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        try
        {
            // A thread of its own: those of the pool serve shoppers.
            return await Task.Factory.StartNew(
                check,
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        }
        finally
        {
            _cores.Release();
        }
    }

    public void Dispose() => _cores.Dispose();
}

/// <summary>More definitions are to be checked than can be soon.</summary>
internal sealed class TooManyChecksException() : Exception("Too many definitions are being checked.");
