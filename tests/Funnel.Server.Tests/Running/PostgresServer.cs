using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Funnel.Server.Tests.Running;

/// <summary>A real PostgreSQL server of the tests' own, on a free port, with its data in a temporary folder.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    // Starting waits for the crash recovery that came before.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly int _port = FreePort.Find();
    private int _databases;

    private PostgresServer(string folder) => _folder = folder;

    private string Data => Path.Combine(_folder, "data");

    private int Postmaster =>
        int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public static async Task<PostgresServer> Start()
    {
        var server = new PostgresServer(
            (await PostgresPrograms.Run("mktemp", "-d", "/tmp/funnel-postgres-XXXXXX")).Trim()
        );
        await PostgresPrograms.Run(
            "initdb",
            ["--pgdata", server.Data, "--username", "funnel", "--auth", "trust", "--encoding", "UTF8", "--no-sync"]
        );
        await server.Open();
        return server;
    }

    /// <summary>A new, empty database.</summary>
    /// <returns>The way to it.</returns>
    public async Task<string> CreateDatabase()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await Execute($"CREATE DATABASE {name}");
        return ConnectionString(name);
    }

    /// <summary>Has the server do something, on a connection that is closed afterwards.</summary>
    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString("postgres")};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Starts it with its data as they are.</summary>
    public async Task Open()
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await Control(
                    "start",
                    "--log",
                    Path.Combine(_folder, "log"),
                    "--options",
                    $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c max_connections=300"
                );
                return;
            }
            catch (InvalidOperationException) when (Stopwatch.GetElapsedTime(begun) < Patience)
            {
                // What a killed server leaves running holds the data until it has noticed.
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Shuts it down in good order: connections are ended, transactions undone.</summary>
    public Task Stop() => Control("stop", "--mode", "fast");

    /// <summary>Shuts it down and starts it as a standby: it serves reads alone, until <see cref="Promote" />.</summary>
    public async Task Demote()
    {
        await Stop();
        await PostgresPrograms.Run("touch", Path.Combine(Data, "standby.signal"));
        await Open();
    }

    public Task Promote() => Control("promote");

    /// <summary>Ends it as a power cut would: all its processes at once by SIGKILL, nothing is cleaned up.</summary>
    public async Task Kill()
    {
        await Freeze();
        await SignalAll("-KILL");
    }

    /// <summary>Holds it still, connections and all, until <see cref="Thaw" />: it takes what is sent and says nothing.</summary>
    public async Task Freeze()
    {
        // The first process first: it begins and buries the others.
        await PostgresPrograms.Run("kill", "-STOP", Postmaster.ToString(CultureInfo.InvariantCulture));
        await SignalAll("-STOP");
    }

    public Task Thaw() => SignalAll("-CONT");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await Control("stop", "--mode", "immediate");
        }

        await PostgresPrograms.Run("rm", "-r", _folder);
    }

    private async Task SignalAll(string signal)
    {
        var backends = await PostgresPrograms.Run("pgrep", "-P", Postmaster.ToString(CultureInfo.InvariantCulture));
        await PostgresPrograms.Run(
            "kill",
            [signal, $"{Postmaster}", .. backends.Split('\n', StringSplitOptions.RemoveEmptyEntries)]
        );
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=funnel;Database={database}";

    private Task<string> Control(string command, params string[] arguments) =>
        PostgresPrograms.Run("pg_ctl", [command, "--pgdata", Data, "--wait", "--silent", .. arguments]);
}
