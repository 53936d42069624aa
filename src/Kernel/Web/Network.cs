using System.Net;
using System.Net.Sockets;

namespace Banyan.Kernel.Web;

/// <summary>The part of an address that one subscriber usually has: 24 bits of IPv4, 64 of IPv6. Taken from the connection, never from a header.</summary>
public static class Network
{
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        var kept = address.AddressFamily == AddressFamily.InterNetwork ? 3 : 8;
        Array.Clear(bytes, kept, bytes.Length - kept);
        return $"{new IPAddress(bytes)}/{kept * 8}";
    }
}
