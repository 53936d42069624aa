using System.Globalization;
using NodaTime;

namespace Banyan.Membership.People.Domain;

/// <summary>How many codes a form may send out before it falls silent: 3 to one address in 15 minutes and 20 in a day, 20 for one network in an hour.</summary>
internal static class MailLimits
{
    public const int PerAddress = 3;
    public const int PerAddressAndDay = 20;
    public const int PerNetwork = 20;
    public static readonly Duration AddressWindow = Duration.FromMinutes(15);
    public static readonly Duration NetworkWindow = Duration.FromHours(1);
    public static readonly Duration Day = Duration.FromDays(1);

    /// <summary>The next mail's place, or null when a limit is reached.</summary>
    /// <param name="toAddress">When mails left to the address in the last day.</param>
    /// <param name="toNetwork">When mails left for the network in the last two hours.</param>
    public static MailPlace? Next(
        string addressKey,
        IReadOnlyList<Instant> toAddress,
        string network,
        IReadOnlyList<Instant> toNetwork,
        Instant now
    )
    {
        if (
            toAddress.Count >= PerAddressAndDay
            || toAddress.Count(at => at > now - AddressWindow) >= PerAddress
            || toNetwork.Count(at => at > now - NetworkWindow) >= PerNetwork
        )
            return null;
        return new MailPlace(
            Place(addressKey, toAddress, AddressWindow, now),
            Place(network, toNetwork, NetworkWindow, now)
        );
    }

    private static string Place(string of, IEnumerable<Instant> sent, Duration window, Instant now)
    {
        var slot = SlotOf(now, window);
        var before = sent.Count(at => SlotOf(at, window) == slot);
        return string.Create(CultureInfo.InvariantCulture, $"{of}|{slot}|{before}");
    }

    private static long SlotOf(Instant at, Duration window) =>
        at.ToUnixTimeSeconds() / (long)window.TotalSeconds;
}

/// <summary>The how-many-eth mail of its window this is, for the address and for the network.</summary>
internal sealed record MailPlace(string OfAddress, string OfNetwork);
