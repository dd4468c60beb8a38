using System.Net;
using System.Net.Sockets;

namespace Funnel.Server.Tests.Running;

/// <summary>A network between a client and a server that can be cut at a chosen moment.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _target;
    private readonly Task _accepting;

    private Func<Task>? _insteadOfTheNextRequest;
    private Func<Task>? _insteadOfTheNextReply;

    public CuttingProxy(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether new connections end at once.</summary>
    public bool Refuses { get; set; }

    /// <summary>The server never sees the next request: the connection ends.</summary>
    public void LoseTheNextRequest() => _insteadOfTheNextRequest = () => Task.CompletedTask;

    /// <summary>The server does what it is asked next, and nobody is told: the connection ends.</summary>
    /// <param name="meanwhile">Happens after the server has replied and before the client loses its connection.</param>
    public void LoseTheNextReply(Func<Task>? meanwhile = null) =>
        _insteadOfTheNextReply = meanwhile ?? (() => Task.CompletedTask);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task Accept()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                connections.Add(Serve(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        using (client)
        {
            if (Refuses)
            {
                return;
            }

            client.NoDelay = true;
            await server.ConnectAsync(IPAddress.Loopback, _target, _end.Token);
            await Task.WhenAny(
                Pump(client, server, () => Interlocked.Exchange(ref _insteadOfTheNextRequest, null)),
                Pump(server, client, () => Interlocked.Exchange(ref _insteadOfTheNextReply, null))
            );
        }
    }

    /// <summary>Hands on what comes, until either side ends or something else is to happen instead.</summary>
    private async Task Pump(TcpClient from, TcpClient to, Func<Func<Task>?> instead)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _end.Token) is var read and > 0)
            {
                if (instead() is { } act)
                {
                    await act();
                    return;
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _end.Token);
            }
        }
        catch (Exception e)
            when (e is IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException
            )
        {
            // The other direction ended first, or the test did.
        }
    }
}
