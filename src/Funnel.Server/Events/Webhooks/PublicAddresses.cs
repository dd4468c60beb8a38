using System.Net;
using System.Net.Sockets;

namespace Funnel.Server.Events.Webhooks;

/// <summary>
/// The addresses of the internet at large, told from those of this machine, its networks and its hosting provider. After
/// IANA's registries of special-purpose addresses (RFC 6890 and its successors).
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] NotPublicV4 = Networks(
        "0.0.0.0/8", // this network; 0.0.0.0 is this machine
        "10.0.0.0/8", // private
        "100.64.0.0/10", // behind a provider's NAT, and some providers' metadata
        "127.0.0.0/8", // this machine
        "168.63.129.16/32", // Azure's host, as its machines see it
        "169.254.0.0/16", // link-local, and most providers' metadata
        "172.16.0.0/12", // private
        "192.0.0.0/24", // protocol assignments
        "192.0.2.0/24", // documentation
        "192.88.99.0/24", // 6to4 relays
        "192.168.0.0/16", // private
        "198.18.0.0/15", // benchmarks
        "198.51.100.0/24", // documentation
        "203.0.113.0/24", // documentation
        "224.0.0.0/4", // multicast
        "240.0.0.0/4" // reserved, and broadcast
    );

    /// <summary>All that is handed out to the world; what is outside it is local, or stands for an IPv4 address.</summary>
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublicV6 = Networks(
        "2001::/23", // protocol assignments, Teredo among them
        "2001:db8::/32", // documentation
        "2002::/16", // 6to4
        "3fff::/20" // documentation
    );

    /// <summary>IPv4 as a network without it reaches it (NAT64): the last four bytes are the address.</summary>
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return Contains(address.MapToIPv4());
        }

        if (Translated.Contains(address))
        {
            return Contains(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        }

        return address.AddressFamily == AddressFamily.InterNetwork
            ? !NotPublicV4.Any(network => network.Contains(address))
            : GlobalV6.Contains(address) && !NotPublicV6.Any(network => network.Contains(address));
    }

    private static IPNetwork[] Networks(params string[] networks) => Array.ConvertAll(networks, IPNetwork.Parse);
}
