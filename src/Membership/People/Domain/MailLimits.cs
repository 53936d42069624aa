using System.Globalization;
using NodaTime;

namespace Banyan.Membership.People.Domain;

/// <summary>
/// How many codes a form may send out before it falls silent. For one network: 3 to one address in 15 minutes and 20 in a day, 20 to all in an
/// hour. For all networks together: 12 to one address in 15 minutes and 60 in a day, so that a stranger cannot use up what its owner needs.
/// </summary>
internal static class MailLimits
{
    public const int PerAddress = 3;
    public const int PerAddressAndDay = 20;
    public const int PerAddressInAll = 12;
    public const int PerAddressInAllAndDay = 60;
    public const int PerNetwork = 20;
    public static readonly Duration AddressWindow = Duration.FromMinutes(15);
    public static readonly Duration NetworkWindow = Duration.FromHours(1);
    public static readonly Duration Day = Duration.FromDays(1);

    /// <summary>The next mail's place, or null when a limit is reached.</summary>
    /// <param name="toAddress">The mails that left to the address in the last day.</param>
    /// <param name="toNetwork">When mails left for the network in the last two hours.</param>
    public static MailPlace? Next(
        string addressKey,
        IReadOnlyList<MailSent> toAddress,
        string network,
        IReadOnlyList<Instant> toNetwork,
        Instant now
    )
    {
        var fromHere = toAddress.Where(mail => mail.Network == network).ToList();
        if (
            fromHere.Count >= PerAddressAndDay
            || fromHere.Count(mail => mail.At > now - AddressWindow) >= PerAddress
            || toAddress.Count >= PerAddressInAllAndDay
            || toAddress.Count(mail => mail.At > now - AddressWindow) >= PerAddressInAll
            || toNetwork.Count(at => at > now - NetworkWindow) >= PerNetwork
        )
            return null;
        return new MailPlace(
            Place(addressKey, toAddress.Select(mail => mail.At), AddressWindow, now),
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

/// <summary>When a mail left to the address, and from which network it was asked for.</summary>
internal sealed record MailSent(Instant At, string Network);
