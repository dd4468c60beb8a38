using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Funnel.Server.Tests.Running;

/// <summary>A real nginx with the configuration that <c>deploy/</c> ships, on a free port in front of servers of this machine.</summary>
internal sealed partial class Nginx : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder;
    private readonly Process _process;
    private readonly Task<string> _errors;

    private Nginx(int port, IEnumerable<Uri> servers)
    {
        // Docker's DNS, which knows the servers there, is not here.
        var configuration = Listen().Replace(Deployment.NginxConfiguration, $"listen 127.0.0.1:{port};");
        configuration = Upstream()
            .Replace(
                configuration,
                one => string.Concat(servers.Select(server => $"server {server.Authority}{one.Groups["how"]};"))
            );
        _folder = TemporaryFolder.With(("nginx.conf", configuration));
        _process = Process.Start(
            new ProcessStartInfo("/usr/sbin/nginx", ["-e", "stderr", "-p", $"{_folder.Path}/", "-c", "nginx.conf"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            }
        )!;
        _errors = _process.StandardError.ReadToEndAsync();
        Api = new ApiClient(new($"http://127.0.0.1:{port}"));
    }

    public ApiClient Api { get; }

    public static async Task<Nginx> Start(params IEnumerable<Uri> servers)
    {
        var port = FreePort.Find();
        var nginx = new Nginx(port, servers);
        await Eventually.Becomes(() => nginx.Listens(port), listens => listens);
        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        using var end = Process.Start("kill", [_process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience);
        _process.Dispose();
        _folder.Dispose();
    }

    private async Task<bool> Listens(int port)
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"nginx did not start: {await _errors}");
        }

        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    [GeneratedRegex("listen 8080;", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listen();

    [GeneratedRegex("server funnel:8080 resolve(?<how>[^;]*);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Upstream();
}
