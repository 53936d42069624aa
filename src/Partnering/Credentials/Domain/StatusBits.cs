using Banyan.Partnering.Partnerships.Domain;

namespace Banyan.Partnering.Credentials.Domain;

/// <summary>Which states of a partnership set its bit in the status list. The days of a term stand in the credential itself.</summary>
internal static class StatusBits
{
    /// <summary>Bits. The recommendation asks for 131,072 at least; each partnership has a place of its own, drawn by chance, so that nobody reads an order from it.</summary>
    public const int Length = 1 << 20;

    public static readonly IReadOnlyList<PartnershipState> Setting =
    [
        .. Enum.GetValues<PartnershipState>().Where(Sets),
    ];

    public static bool Sets(PartnershipState state) =>
        state switch
        {
            PartnershipState.Active or PartnershipState.UnderReview => false,
            PartnershipState.Onboarding
            or PartnershipState.Suspended
            or PartnershipState.Ended
            or PartnershipState.Expired
            or PartnershipState.Revoked => true,
        };

    /// <summary>The first place is the highest bit of the first byte.</summary>
    public static byte[] Of(IEnumerable<int> places)
    {
        var bits = new byte[Length / 8];
        foreach (var place in places)
            bits[place / 8] |= (byte)(0x80 >> (place % 8));
        return bits;
    }

    public static bool IsSet(ReadOnlySpan<byte> bits, int place) =>
        (bits[place / 8] & (0x80 >> (place % 8))) != 0;
}
