using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Funnel.Benchmarks.Http;

/// <summary>The server as its users run it: a process of its own, on an empty database in a temporary folder.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private ServerProcess(Process process, DirectoryInfo data, Uri address, TimeSpan firstReply)
    {
        _process = process;
        _data = data;
        Address = address;
        FirstReply = firstReply;
    }

    public Uri Address { get; }

    /// <summary>From starting the process, a second time, to its first reply.</summary>
    public TimeSpan FirstReply { get; }

    /// <summary>Starts it twice: the first start fills the caches of the file system and publishes the funnels.</summary>
    public static async Task<ServerProcess> Start()
    {
        var data = Directory.CreateTempSubdirectory("funnel-benchmark-");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var (first, _) = await Run(address, data);
        first.Kill();
        await first.WaitForExitAsync();
        first.Dispose();
        var (process, firstReply) = await Run(address, data);
        return new(process, data, address, firstReply);
    }

    /// <summary>Its resident memory once it has come to rest.</summary>
    public int ResidentMebibytes()
    {
        var status = File.ReadLines($"/proc/{_process.Id}/status")
            .First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return int.Parse(
                status.AsSpan()[6..^2],
                NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture
            ) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private static async Task<(Process Process, TimeSpan FirstReply)> Run(Uri address, DirectoryInfo data)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Funnel.Server.dll")])
        {
            WorkingDirectory = Repository(),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = address.ToString(),
                ["Storage__ConnectionString"] = $"Data Source={Path.Combine(data.FullName, "funnel.db")}",
                ["RateLimits__StartsPerMinute"] = "0",
            },
        };
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient();
        while (true)
        {
            try
            {
                using var reply = await client.GetAsync(new Uri(address, "/v1/funnels"));
                reply.EnsureSuccessStatusCode();
                return (process, watch.Elapsed);
            }
            catch (HttpRequestException) when (watch.Elapsed < Patience && !process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10));
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Funnel.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("This runs inside the repository only.");
        }

        return folder.FullName;
    }
}
