using System.Net;
using Funnel.Server.Events.Webhooks;

namespace Funnel.Server.Tests.Events.Webhooks;

public sealed class PublicAddressesTests
{
    // The first and last of each range that is not public.
    private static readonly string[] NotPublicV4 =
    [
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "168.63.129.16",
        "169.254.0.0",
        "169.254.169.254",
        "169.254.255.255",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.192",
        "192.0.0.255",
        "192.0.2.0",
        "192.0.2.255",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.254",
        "255.255.255.255",
    ];

    // Those just beside them.
    private static readonly string[] PublicV4 =
    [
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "168.63.129.15",
        "168.63.129.17",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "192.0.3.0",
        "192.88.98.255",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "203.0.114.0",
        "223.255.255.255",
    ];

    private static readonly string[] Refused =
    [
        .. NotPublicV4,
        .. NotPublicV4.Select(v4 => $"::ffff:{v4}"),
        .. NotPublicV4.Select(v4 => $"64:ff9b::{v4}"),
        .. NotPublicV4.Concat(PublicV4).Select(v4 => $"::{v4}"),
        "::",
        "::1",
        "64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff",
        "64:ff9b::1:808:808",
        "64:ff9b:1::",
        "64:ff9b:1::8.8.8.8",
        "64:ff9b:1:ffff:ffff:ffff:ffff:ffff",
        "100::1",
        "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1",
        "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:808:808::1",
        "3fff::1",
        "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff",
        "4000::",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%2",
        "fec0::1",
        "ff02::1",
    ];

    private static readonly string[] Permitted =
    [
        .. PublicV4,
        .. PublicV4.Select(v4 => $"::ffff:{v4}"),
        .. PublicV4.Select(v4 => $"64:ff9b::{v4}"),
        "2000::1",
        "2001:200::1",
        "2001:db7:ffff::1",
        "2001:db9::1",
        "2003::1",
        "2606:4700:4700::1111",
        "3ffe:ffff::1",
        "3fff:1000::1",
    ];

    [Fact]
    public void A_local_or_reserved_address_is_not_public_in_any_form() =>
        Assert.All(Refused, address => Assert.False(PublicAddresses.Contains(IPAddress.Parse(address))));

    [Fact]
    public void Any_other_address_is() =>
        Assert.All(Permitted, address => Assert.True(PublicAddresses.Contains(IPAddress.Parse(address))));
}
