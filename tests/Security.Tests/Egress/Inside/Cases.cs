using System.Net;

namespace Banyan.Security.Tests.Egress.Inside;

/// <summary>An address that somebody gives, and why it is one to try.</summary>
internal sealed record Case(string Why, string Address);

/// <summary>All that is tried. Names that change their mind are new ones at each reading.</summary>
internal static class Cases
{
    private const string Open = "open.example.org";

    /// <summary>A name that leads to both public addresses, and only there.</summary>
    public static Case Control { get; } = new("a site", $"http://{Open}/");

    public static void Publish(NameServer names) =>
        names.Name(
            Open,
            [
                [EveryAddress.Public, EveryAddress.PublicSix],
            ]
        );

    public static IEnumerable<Case> All(NameServer names) =>
        Typed().Concat(Named(names)).Concat(Redirected(names)).Concat(Changing(names));

    public static IEnumerable<Case> Typed() =>
        HostileAddresses.Spellings.Select(spelling => new Case("as typed", spelling));

    public static IEnumerable<Case> Named(NameServer names) =>
        HostileAddresses.Addresses.Select(address => new Case(
            $"a name of {address}",
            $"http://{names.Name([address])}/"
        ));

    public static IEnumerable<Case> Redirected(NameServer names) =>
        Typed()
            .Concat(Named(names))
            .Select(target => new Case(
                $"a redirect to {target.Address}, {target.Why}",
                $"http://{Open}/to/?{Uri.EscapeDataString(target.Address)}"
            ));

    /// <summary>Names that lead to the world when they are looked at, and inside when they are connected to; or to both at once.</summary>
    public static IEnumerable<Case> Changing(NameServer names)
    {
        foreach (var address in HostileAddresses.Addresses.Where((_, at) => at % 4 == 0))
        {
            var flips = names.Name([EveryAddress.Public], [address]);
            yield return new Case($"a name that turns to {address}", $"http://{flips}/");
            var returns = names.Name([EveryAddress.Public], [address]);
            var back = Uri.EscapeDataString($"http://{returns}/");
            yield return new Case(
                $"a name that turns to {address} between two hops",
                $"http://{returns}/to/?{back}"
            );
            var both = names.Name([EveryAddress.Public, address]);
            yield return new Case($"a name of the world and of {address}", $"http://{both}/");
        }
    }
}
