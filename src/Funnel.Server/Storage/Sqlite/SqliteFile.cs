using Microsoft.Data.Sqlite;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>The database file. Every connection to it is opened here, so that all of them keep the same promises.</summary>
internal sealed class SqliteFile
{
    private const int DefaultPatience = 5;

    private readonly SqliteConnectionStringBuilder _settings;

    public SqliteFile(string connectionString)
    {
        // Connections are kept open and closed for good here; a second pool below would keep broken ones alive.
        _settings = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        if (!_settings.ShouldSerialize("Default Timeout"))
        {
            _settings.DefaultTimeout = DefaultPatience;
        }
    }

    /// <summary>Opens a connection, and makes the folder, the file and its tables where they are missing.</summary>
    /// <param name="toWrite">Whether its log must be writable too.</param>
    /// <exception cref="StoreUnavailableException">The file cannot be opened, or not as it must be.</exception>
    public SqliteSession Open(bool toWrite = false)
    {
        var connection = new SqliteConnection(_settings.ConnectionString);
        try
        {
            MakeFolder();
            connection.Open();
            Configure(connection);
            SqliteSchema.Ensure(connection);
            if (toWrite)
            {
                connection.Execute("BEGIN IMMEDIATE; ROLLBACK");
            }

            return new SqliteSession(connection);
        }
        catch (Exception e)
        {
            connection.Dispose();
            if (e is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw new StoreUnavailableException($"'{_settings.DataSource}' cannot be opened: {e.Message}", e);
            }

            throw;
        }
    }

    /// <summary>Gives the write-ahead log that is there the permissions that the file has by now.</summary>
    public void ShareItsPermissions()
    {
        foreach (var log in (string[])[$"{_settings.DataSource}-wal", $"{_settings.DataSource}-shm"])
        {
            if (!OperatingSystem.IsWindows() && File.Exists(log))
            {
                File.SetUnixFileMode(log, File.GetUnixFileMode(_settings.DataSource));
            }
        }
    }

    private void MakeFolder()
    {
        var isUri = _settings.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        if (!isUri && Path.GetDirectoryName(Path.GetFullPath(_settings.DataSource)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }

    private void Configure(SqliteConnection connection)
    {
        // SQLite's own waiting looks again within milliseconds. The client library's takes turns of 150 ms, and is left with
        // nothing to wait for, having the same timeout.
        connection.Execute($"PRAGMA busy_timeout = {_settings.DefaultTimeout * 1000}");

        if (connection.Ask("PRAGMA journal_mode = WAL") is not "wal")
        {
            throw new StoreUnavailableException(
                $"'{_settings.DataSource}' cannot have a write-ahead log: the store needs a file on a local disk."
            );
        }

        // The log is flushed at every commit: what was acknowledged survives a power cut.
        connection.Execute("PRAGMA synchronous = FULL");
    }
}
