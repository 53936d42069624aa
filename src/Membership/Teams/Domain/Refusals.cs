using Banyan.Kernel.Domain;

namespace Banyan.Membership.Teams.Domain;

internal static class Refusals
{
    public static Refusal MemberAlready =>
        new("member-already", Texts.RefusalMemberAlready, "email");
    public static Refusal NotAMember => new("not-a-member", Texts.RefusalNotAMember);
    public static Refusal LastOwner => new("last-owner", Texts.RefusalLastOwner);
    public static Refusal TeamSlugTaken => new("team-slug-taken", Texts.RefusalTeamSlugTaken);
}
