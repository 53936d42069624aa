using Banyan.Partnering.Credentials.Domain;
using Banyan.Partnering.Partnerships.Domain;

namespace Banyan.Rules.Tests.Partnerships;

/// <summary>The bits behind credentials.</summary>
public sealed class StatusBitsTests
{
    [Fact]
    public void A_partnership_that_does_not_stand_sets_its_bit() =>
        StatusBits.Setting.ShouldBe(
            [
                PartnershipState.Onboarding,
                PartnershipState.Suspended,
                PartnershipState.Ended,
                PartnershipState.Expired,
                PartnershipState.Revoked,
            ],
            ignoreOrder: true
        );

    [Fact]
    public void The_first_place_is_the_highest_bit_of_the_first_byte()
    {
        var bits = StatusBits.Of([0, 9, StatusBits.Length - 1]);
        (bits[0], bits[1], bits[^1]).ShouldBe(((byte)0x80, (byte)0x40, (byte)0x01));
        bits.Length.ShouldBeGreaterThanOrEqualTo(16 * 1024);
        StatusBits.IsSet(bits, 9).ShouldBeTrue();
        StatusBits.IsSet(bits, 8).ShouldBeFalse();
    }
}
