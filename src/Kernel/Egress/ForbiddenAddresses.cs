using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Banyan.Kernel.Egress;

/// <summary>What an address is for. Only <see cref="Public"/> may be asked.</summary>
public enum AddressKind
{
    Public,
    Unspecified,
    Loopback,
    Private,
    LinkLocal,
    CarrierGradeNat,
    Multicast,
    Documentation,
    Benchmarking,
    Broadcast,
    Reserved,
    UniqueLocal,
    SiteLocal,
    Embedding,
}

/// <summary>Judges addresses by the special-purpose registries of IANA for IPv4 and IPv6 (RFC 6890 and its updates).</summary>
public static class ForbiddenAddresses
{
    private static readonly (IPNetwork Network, AddressKind Kind)[] V4 =
    [
        (IPNetwork.Parse("0.0.0.0/8"), AddressKind.Unspecified),
        (IPNetwork.Parse("10.0.0.0/8"), AddressKind.Private),
        (IPNetwork.Parse("100.64.0.0/10"), AddressKind.CarrierGradeNat),
        (IPNetwork.Parse("127.0.0.0/8"), AddressKind.Loopback),
        (IPNetwork.Parse("169.254.0.0/16"), AddressKind.LinkLocal),
        (IPNetwork.Parse("172.16.0.0/12"), AddressKind.Private),
        (IPNetwork.Parse("192.0.0.0/24"), AddressKind.Reserved),
        (IPNetwork.Parse("192.0.2.0/24"), AddressKind.Documentation),
        (IPNetwork.Parse("192.31.196.0/24"), AddressKind.Reserved),
        (IPNetwork.Parse("192.52.193.0/24"), AddressKind.Reserved),
        (IPNetwork.Parse("192.88.99.0/24"), AddressKind.Embedding),
        (IPNetwork.Parse("192.168.0.0/16"), AddressKind.Private),
        (IPNetwork.Parse("192.175.48.0/24"), AddressKind.Reserved),
        (IPNetwork.Parse("198.18.0.0/15"), AddressKind.Benchmarking),
        (IPNetwork.Parse("198.51.100.0/24"), AddressKind.Documentation),
        (IPNetwork.Parse("203.0.113.0/24"), AddressKind.Documentation),
        (IPNetwork.Parse("224.0.0.0/4"), AddressKind.Multicast),
        (IPNetwork.Parse("255.255.255.255/32"), AddressKind.Broadcast),
        (IPNetwork.Parse("240.0.0.0/4"), AddressKind.Reserved),
    ];

    private static readonly (IPNetwork Network, AddressKind Kind)[] V6 =
    [
        (IPNetwork.Parse("::/128"), AddressKind.Unspecified),
        (IPNetwork.Parse("::1/128"), AddressKind.Loopback),
        // IPv4-compatible (retired) and IPv4-translated, which routers may still turn into IPv4.
        (IPNetwork.Parse("::/96"), AddressKind.Embedding),
        (IPNetwork.Parse("::ffff:0:0:0/96"), AddressKind.Embedding),
        (IPNetwork.Parse("64:ff9b:1::/48"), AddressKind.Embedding),
        // Teredo and 6to4 carry an IPv4 address of their owner's choice, and no site lives there any more.
        (IPNetwork.Parse("2001::/32"), AddressKind.Embedding),
        (IPNetwork.Parse("2002::/16"), AddressKind.Embedding),
        (IPNetwork.Parse("2001:2::/48"), AddressKind.Benchmarking),
        (IPNetwork.Parse("2001::/23"), AddressKind.Reserved),
        (IPNetwork.Parse("2001:db8::/32"), AddressKind.Documentation),
        (IPNetwork.Parse("2620:4f:8000::/48"), AddressKind.Reserved),
        (IPNetwork.Parse("3ffe::/16"), AddressKind.Reserved),
        (IPNetwork.Parse("3fff::/20"), AddressKind.Documentation),
        (IPNetwork.Parse("fc00::/7"), AddressKind.UniqueLocal),
        (IPNetwork.Parse("fe80::/10"), AddressKind.LinkLocal),
        (IPNetwork.Parse("fec0::/10"), AddressKind.SiteLocal),
        (IPNetwork.Parse("ff00::/8"), AddressKind.Multicast),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static AddressKind Judge(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return Judge(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return Find(V4, address) ?? AddressKind.Public;
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return AddressKind.Reserved;
        // A scope (fe80::1%2) belongs to the machine, not to the address.
        var bytes = address.GetAddressBytes();
        var bare = new IPAddress(bytes);
        var last = new IPAddress(bytes.AsSpan(12));
        if (Nat64.Contains(bare))
            return Judge(last);
        if (Find(V6, bare) is { } kind)
            return kind;
        // Everything outside 2000::/3 is not given out yet.
        if (!GlobalUnicast.Contains(bare))
            return AddressKind.Reserved;
        // ISATAP (RFC 5214) hides an IPv4 address in the interface part of any prefix.
        return BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(8)) is 0x00005EFE or 0x02005EFE
            ? Judge(last)
            : AddressKind.Public;
    }

    private static AddressKind? Find(
        (IPNetwork Network, AddressKind Kind)[] table,
        IPAddress address
    )
    {
        foreach (var (network, kind) in table)
        {
            if (network.Contains(address))
                return kind;
        }
        return null;
    }
}
