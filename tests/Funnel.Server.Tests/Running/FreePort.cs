using System.Net;
using System.Net.Sockets;

namespace Funnel.Server.Tests.Running;

internal static class FreePort
{
    /// <summary>A port that nobody listens on, at any address of this machine.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
