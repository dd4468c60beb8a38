using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Funnel.Server.Tests.Running;

/// <summary>
/// The two PostgreSQL servers of <c>deploy/compose.yaml</c>, run by the script that runs them there: on the same port of two
/// addresses of this machine, with their data in a temporary folder.
/// </summary>
internal sealed class PostgresPair : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Dictionary<int, Process> _servers = [];
    private readonly string _folder;
    private readonly int _port = FreePort.Find();

    private PostgresPair(string folder) => _folder = folder;

    /// <summary>The environment of an instance, with the addresses that the servers have here.</summary>
    public Dictionary<string, string> Environment
    {
        get
        {
            var environment = Deployment.Environment("funnel");
            environment["Storage__ConnectionString"] = new NpgsqlConnectionStringBuilder(
                environment["Storage__ConnectionString"]
            )
            {
                Host = $"{Address(1)},{Address(2)}",
                Port = _port,
            }.ConnectionString;
            return environment;
        }
    }

    /// <summary>The way to both for whoever has another environment.</summary>
    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(Environment["Storage__ConnectionString"])
        {
            Password = Environment["PGPASSWORD"],
        }.ConnectionString;

    /// <summary>Both, the first being the primary.</summary>
    public static async Task<PostgresPair> Start()
    {
        var folder = (await PostgresPrograms.Run("mktemp", "-d", "/tmp/funnel-postgres-XXXXXX")).Trim();
        var pair = new PostgresPair(folder);
        try
        {
            File.Copy(Deployment.PostgresScript, Path.Combine(folder, "postgres.sh"));
            await pair.Start(1, primary: 1);
            await pair.Start(2, primary: 1);
            await pair.TakesWrites();
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one, or starts it anew, with its data as they are.</summary>
    public async Task Start(int server, int primary)
    {
        await Kill(server);
        var folder = Path.Combine(_folder, $"{server}");
        var start = PostgresPrograms.Start(
            "bash",
            "-c",
            $"""
            mkdir -p {folder}
            exec bash {_folder}/postgres.sh postgres{server} \
                -c listen_addresses={Address(server)} -c unix_socket_directories={folder} >> {folder}/log 2>&1
            """
        );
        foreach (var (name, value) in Deployment.Environment("x-postgres", ("PRIMARY", $"postgres{primary}")))
        {
            start.Environment[name] = value;
        }

        start.Environment["PGDATA"] = Path.Combine(folder, "data");
        start.Environment["PGPORT"] = _port.ToString(CultureInfo.InvariantCulture);
        if (server != primary)
        {
            // What the primary's name stands for.
            start.Environment["PGHOSTADDR"] = Address(primary);
        }

        _servers[server] = Process.Start(start)!;
    }

    /// <summary>Ends it as a power cut would: all its processes at once by SIGKILL, nothing is cleaned up.</summary>
    public async Task Kill(int server)
    {
        if (_servers.Remove(server, out var process))
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Kill(1);
        await Kill(2);
        await PostgresPrograms.Run("rm", "-r", _folder);
    }

    /// <summary>Comes back once a write is acknowledged.</summary>
    private async Task TakesWrites()
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await using var source = NpgsqlDataSource.Create(
                    $"{ConnectionString};Target Session Attributes=primary"
                );
                await using var command = source.CreateCommand("COMMENT ON DATABASE funnel IS 'written'");
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
                return;
            }
            catch (NpgsqlException) when (Stopwatch.GetElapsedTime(begun) < Patience)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    private static string Address(int server) => $"127.0.0.{server}";
}
