using System.Threading.Channels;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>Lends reading connections. Readers of a write-ahead log wait for nobody, the writer included.</summary>
/// <remarks>
/// A read runs on its caller's thread: it is a look-up in a local file, done within microseconds and mostly from memory,
/// so handing it to another thread would cost more than it.
/// </remarks>
internal sealed class ReadSessions(SqliteFile file) : IDisposable
{
    // No more reads than cores run at any moment, save in bursts; what a burst opened beyond that is closed after it.
    private readonly Channel<SqliteSession> _idle = Channel.CreateBounded<SqliteSession>(
        2 * Environment.ProcessorCount
    );

    /// <exception cref="StoreUnavailableException">The file cannot be read.</exception>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        if (!_idle.Reader.TryRead(out var session))
        {
            session = file.Open();
        }

        T result;
        try
        {
            result = read(session);
        }
        catch (Exception e)
        {
            // Closed rather than lent again: the next read opens the file anew, which heals whatever can be healed.
            session.Dispose();
            if (SqliteOutage.Is(e))
            {
                throw new StoreUnavailableException($"The database cannot be read: {e.Message}", e);
            }

            throw;
        }

        if (!_idle.Writer.TryWrite(session))
        {
            session.Dispose();
        }

        return result;
    }

    /// <summary>Closes the connections that nobody reads from at this moment.</summary>
    public void CloseIdle()
    {
        while (_idle.Reader.TryRead(out var session))
        {
            session.Dispose();
        }
    }

    public void Dispose()
    {
        _idle.Writer.TryComplete();
        CloseIdle();
    }
}
