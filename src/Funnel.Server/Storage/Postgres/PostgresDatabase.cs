using Npgsql;

namespace Funnel.Server.Storage.Postgres;

/// <summary>The way to the database. Every connection to it is opened here, so that all of them keep the same promises.</summary>
/// <remarks>
/// A lost connection is replaced and its work done again, within the same call: a server that restarts, or an operator who
/// ends sessions, need not be noticed. What is still lost after that is told at once, and the next call tries anew.
/// </remarks>
internal sealed partial class PostgresDatabase : IAsyncDisposable
{
    // Whoever waits for an answer is a shopper. Twenty connections keep three instances within a server's usual hundred, and
    // flush more than two cores can judge.
    private const string Defaults =
        "Timeout=5;Command Timeout=10;Maximum Pool Size=20;Max Auto Prepare=20;Application Name=funnel;";

    private const int MostAttempts = 3;

    // For the server's own word that a statement took too long.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly NpgsqlDataSource _source;
    private readonly TimeSpan _patience;
    private readonly string _name;
    private readonly ILogger _logger;

    private int _failing;

    public PostgresDatabase(string connectionString, ILogger logger)
    {
        // What is set on a connection holds for its whole life, so nothing may reset it between its users.
        var settings = new NpgsqlConnectionStringBuilder(Defaults + connectionString) { NoResetOnClose = true };
        if (settings.Host!.Contains(',', StringComparison.Ordinal))
        {
            // Of several servers the others take no writes, and may be behind.
            settings.TargetSessionAttributes = "primary";
        }

        var timeout = settings.CommandTimeout;
        _patience = timeout == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(timeout) + Grace;
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UsePhysicalConnectionInitializer(
            _ => throw new NotSupportedException(),
            connection => Prepare(connection, timeout)
        );
        _source = builder.Build();
        _name = $"'{settings.Database}' at {settings.Host}";
        _logger = logger;
    }

    /// <param name="cancellation">Heeded throughout.</param>
    /// <exception cref="StoreUnavailableException">It could not be read.</exception>
    public Task<T> Read<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellation) =>
        Run((connection, _) => read(connection), cancellation, cancellation);

    /// <param name="write">
    /// Is told whether it may have happened already: it was begun before, on a connection that was then lost.
    /// </param>
    /// <param name="cancellation">Heeded until the write is begun; from then on the outcome is awaited.</param>
    /// <exception cref="StoreUnavailableException">Whether it happened is in doubt.</exception>
    public Task<T> Write<T>(Func<NpgsqlConnection, bool, Task<T>> write, CancellationToken cancellation) =>
        Run(write, cancellation, CancellationToken.None);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <param name="timeout">Seconds that a statement may take; 0 is no limit.</param>
    private static async Task Prepare(NpgsqlConnection connection, int timeout)
    {
        // A commit is acknowledged once it is flushed, whatever the server's own setting: what was acknowledged survives a power
        // cut. Settings that wait for standbys as well stay. The guards are written for READ COMMITTED. Each statement is a range
        // of an index whatever its values: planned once, and not by the statistics of the moment, which a new table has none of.
        await Execute(
            connection,
            """
            SELECT
                set_config('synchronous_commit', 'on', false) FROM pg_settings
                WHERE name = 'synchronous_commit' AND setting = 'off';
            SELECT
                set_config('default_transaction_isolation', 'read committed', false),
                set_config('plan_cache_mode', 'force_generic_plan', false)
            """
        );
        await PostgresSchema.Ensure(connection);

        // The server ends what takes too long, save a commit. From here nothing is ended: a commit that waits for a standby would
        // be called done by that.
        await Execute(connection, $"SET statement_timeout = '{timeout}s'");
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<T> Run<T>(
        Func<NpgsqlConnection, bool, Task<T>> work,
        CancellationToken untilBegun,
        CancellationToken onceBegun
    )
    {
        var begun = false;
        for (var attempt = 1; ; attempt++)
        {
            var cancellation = begun ? onceBegun : untilBegun;
            try
            {
                var connection = await _source.OpenConnectionAsync(cancellation);
                var mayHaveHappened = begun;
                begun = true;
                var result = await Use(connection, work, mayHaveHappened, cancellation)
                    .WaitAsync(_patience, CancellationToken.None);
                Succeeded();
                return result;
            }
            catch (Exception e) when (PostgresOutage.Is(e))
            {
                // Another may be the primary now.
                (_source as NpgsqlMultiHostDataSource)?.ClearDatabaseStates();
                if (PostgresOutage.CallsForNewConnections(e))
                {
                    _source.Clear();
                }

                if (attempt == MostAttempts || !PostgresOutage.MayPassAtOnce(e))
                {
                    throw Failed(e);
                }
            }
        }
    }

    /// <summary>Keeps the connection until the work is done, also when nobody waits for that any more.</summary>
    private static async Task<T> Use<T>(
        NpgsqlConnection connection,
        Func<NpgsqlConnection, bool, Task<T>> work,
        bool mayHaveHappened,
        CancellationToken untilBegun
    )
    {
        await using (connection)
        {
            untilBegun.ThrowIfCancellationRequested();
            return await work(connection, mayHaveHappened);
        }
    }

    private StoreUnavailableException Failed(Exception exception)
    {
        // What PostgreSQL says is whole; the client library's words for a lost connection leave the reason to their cause.
        var why =
            exception is NpgsqlException and not PostgresException && exception.InnerException is { } cause
                ? $"{exception.Message}: {cause.Message}"
                : exception.Message;
        if (Interlocked.Exchange(ref _failing, 1) == 0)
        {
            LogFailed(_name, why);
        }

        return new($"The database {_name} cannot be used: {why}", exception);
    }

    private void Succeeded()
    {
        if (Volatile.Read(ref _failing) == 1 && Interlocked.Exchange(ref _failing, 0) == 1)
        {
            LogRecovered(_name);
        }
    }

    [LoggerMessage(LogLevel.Error, "The database {Database} cannot be used: {Why}. The next call tries it anew")]
    private partial void LogFailed(string database, string why);

    [LoggerMessage(LogLevel.Information, "The database {Database} can be used again")]
    private partial void LogRecovered(string database);
}
