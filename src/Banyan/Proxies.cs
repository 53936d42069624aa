using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Banyan;

/// <summary>Whose word counts about a visitor's address and scheme. From everybody else such headers change nothing.</summary>
internal static class Proxies
{
    /// <summary>Reads addresses and CIDR networks, separated by commas.</summary>
    /// <exception cref="SettingProblem">A part is neither, or names the whole internet.</exception>
    public static IReadOnlyList<IPNetwork> Read(string? setting) =>
        [
            .. (setting ?? "")
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(One),
        ];

    public static void UseProxies(this WebApplication app, IReadOnlyList<IPNetwork> proxies)
    {
        if (proxies.Count == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // The last hop alone: what a proxy passes on of somebody else's claims is not believed.
            ForwardLimit = 1,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownIPNetworks.Add(proxy);
        app.UseForwardedHeaders(options);
    }

    private static IPNetwork One(string part)
    {
        if (IPAddress.TryParse(part, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        if (IPNetwork.TryParse(part, out var network) && network.PrefixLength > 0)
            return network;
        throw new SettingProblem(
            string.Format(CultureInfo.CurrentCulture, Commands.Texts.ProxyUnreadable, part)
        );
    }
}
