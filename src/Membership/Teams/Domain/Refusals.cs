using Banyan.Kernel.Domain;

namespace Banyan.Membership.Teams.Domain;

internal static class Refusals
{
    public static Refusal MemberAlready =>
        new("member-already", Texts.RefusalMemberAlready, "email");
    public static Refusal NotAMember => new("not-a-member", Texts.RefusalNotAMember);
    public static Refusal LastOwner => new("last-owner", Texts.RefusalLastOwner);
    public static Refusal TeamSlugTaken => new("team-slug-taken", Texts.RefusalTeamSlugTaken);
    public static Refusal NotAsked => new("seat-not-asked", Texts.RefusalNotAsked);
    public static Refusal TermOver => new("seat-term-over", Texts.RefusalTermOver, "ends");
    public static Refusal TermUnreadable =>
        new("seat-term-unreadable", Texts.RefusalTermUnreadable, "ends");
    public static Refusal RegionTooLong =>
        new("seat-region-too-long", Texts.RefusalRegionTooLong, "region");
    public static Refusal RegionsTooLong =>
        new("team-regions-too-long", Texts.RefusalRegionsTooLong, "regions");
}
