using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Funnel.Server.Storage;

namespace Funnel.Benchmarks.Running;

/// <summary>The server as its users run it: a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    public const string MerchantKey = "key-of-the-benchmarks";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address, TimeSpan firstReply)
    {
        _process = process;
        Address = address;
        FirstReply = firstReply;
    }

    public Uri Address { get; }

    /// <summary>From starting the process to its first reply.</summary>
    public TimeSpan FirstReply { get; }

    /// <param name="settings">More of them, as environment variables.</param>
    public static async Task<ServerProcess> Start(
        StorageOptions storage,
        params IEnumerable<(string Name, string Value)> settings
    )
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Funnel.Server.dll")])
        {
            WorkingDirectory = Repository(),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = address.ToString(),
                ["Storage__Provider"] = storage.Provider,
                ["Storage__ConnectionString"] = storage.ConnectionString,
                ["RateLimits__StartsPerMinute"] = "0",
                ["Merchants__Keys__benchmarks"] = MerchantKey,
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

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
                return new(process, address, watch.Elapsed);
            }
            catch (HttpRequestException) when (watch.Elapsed < Patience && !process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10));
            }
        }
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

    /// <summary>Asks it to end, so that it gives up what the next one on its database would wait for.</summary>
    public async ValueTask DisposeAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
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
