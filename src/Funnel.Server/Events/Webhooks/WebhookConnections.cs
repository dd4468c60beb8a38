using System.Net;
using System.Net.Sockets;

namespace Funnel.Server.Events.Webhooks;

/// <summary>How endpoints are connected to: directly, and where only public ones are permitted, to those alone.</summary>
internal static class WebhookConnections
{
    /// <summary>
    /// Connections that follow and keep nothing. Of a reply's body, which nobody looks at, a little is read in the
    /// background, so that the connection can be used again; a larger one ends it.
    /// </summary>
    public static SocketsHttpHandler Handler(bool allowPrivateTargets) =>
        new()
        {
            ConnectCallback = (context, cancellation) => Dial(context.DnsEndPoint, allowPrivateTargets, cancellation),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            // The caller's trace is no business of the receiver's.
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = 16, // KiB
            MaxResponseDrainSize = 16 * 1024,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            // So that a change of the name's addresses is seen.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };

    // What is looked at is what is dialled: a name that leads elsewhere the next time it is asked gains nothing.
    private static async ValueTask<Stream> Dial(
        DnsEndPoint target,
        bool allowPrivateTargets,
        CancellationToken cancellation
    )
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellation);
        if (!allowPrivateTargets)
        {
            addresses = Array.FindAll(addresses, PublicAddresses.Contains);
            if (addresses.Length == 0)
            {
                throw new PrivateTargetException();
            }
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>All addresses of an endpoint's name are in private networks, where it may not be.</summary>
internal sealed class PrivateTargetException() : Exception("The address is in a private network.");
