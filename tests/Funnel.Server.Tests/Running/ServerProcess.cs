using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Funnel.Server.Tests.Running;

/// <summary>The built server as a process of its own, which can be killed.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ApiClient? _api;

    private ServerProcess(ServerSettings settings, params IReadOnlyList<string> arguments)
    {
        var data =
            settings.Data
            ?? throw new ArgumentException("A process outlives nothing: give it a folder.", nameof(settings));
        string[] command = [.. settings.RunBy, "dotnet", typeof(Program).Assembly.Location, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data.Path,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = settings.Environment;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings.In(data))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Take(_errors, line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("The server ended."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The process.</summary>
    public int Id => _process.Id;

    public ApiClient Api => _api ?? throw new InvalidOperationException("The server is not up.");

    /// <summary>What it has written to standard output so far.</summary>
    public string Output => Read(_output);

    /// <summary>What it has written to standard error so far.</summary>
    public string Errors => Read(_errors);

    /// <summary>Starts it, and comes back once it says that it is ready, or that it is not.</summary>
    public static async Task<ServerProcess> Start(ServerSettings settings, bool ready = true)
    {
        var server = new ServerProcess(settings);
        try
        {
            var address = await server._listening.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            server._api = new ApiClient(address);
            (await server.Api.Send(HttpMethod.Get, Health.Ready)).Expect(
                ready ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable
            );
            return server;
        }
        catch (Exception e)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"The server did not start.\n{server.Output}\n{server.Errors}", e);
        }
    }

    /// <summary>Runs a server or command that is expected to end by itself, and gives its exit code.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunToEnd(
        ServerSettings settings,
        params IReadOnlyList<string> arguments
    )
    {
        await using var server = new ServerProcess(settings, arguments);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await server._process.WaitForExitAsync(patience.Token);
        return (server._process.ExitCode, server.Output, server.Errors);
    }

    /// <summary>Asks it to end, as an orchestrator does: SIGTERM.</summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(CancellationToken.None);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Ends it as a power cut would: SIGKILL, nothing is cleaned up.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        _api?.Dispose();
        if (!_process.HasExited)
        {
            await Kill();
        }

        _ = _listening.Task.Exception;
        _process.Dispose();
    }

    private void Take(StringBuilder to, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (to)
        {
            to.AppendLine(line);
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new(match.Groups["address"].Value));
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
