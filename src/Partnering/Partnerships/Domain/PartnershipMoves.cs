using static Banyan.Partnering.Partnerships.Domain.PartnershipCommand;
using static Banyan.Partnering.Partnerships.Domain.PartnershipRole;
using static Banyan.Partnering.Partnerships.Domain.PartnershipState;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>Every legal move of a partnership; docs/lifecycles/partnership.md is printed from it.</summary>
internal static class PartnershipMoves
{
    internal sealed record Move(
        PartnershipState From,
        PartnershipCommand By,
        PartnershipState To,
        params IReadOnlyList<PartnershipRole> Roles
    );

    public static readonly IReadOnlyList<Move> All =
    [
        new(Onboarding, MeetConditions, Active, Rule),
        new(Onboarding, StepBack, Ended, Partner, Organisation),
        new(Active, LookAgain, UnderReview, Organisation, Rule),
        new(Active, TellChange, UnderReview, Partner),
        new(Active, SuspendAtOnce, Suspended, TwoPersons),
        new(Active, StepBack, Ended, Partner, Organisation),
        new(Active, PassEndDate, Expired, Rule),
        new(UnderReview, Clear, Active, Organisation),
        new(UnderReview, Suspend, Suspended, Organisation),
        new(UnderReview, Revoke, Revoked, TwoPersons),
        new(UnderReview, StepBack, Ended, Partner, Organisation),
        new(UnderReview, PassEndDate, Expired, Rule),
        new(Suspended, Reinstate, Active, Organisation),
        new(Suspended, Revoke, Revoked, TwoPersons),
        new(Suspended, StepBack, Ended, Partner, Organisation),
        new(Suspended, PassEndDate, Expired, Rule),
        new(Ended, TakeUpAgain, UnderReview, Partner, Organisation),
        new(Revoked, Lift, Active, Organisation),
        new(Expired, Renew, Active, Rule),
        new(Active, AskConditions, Onboarding, Rule),
        new(Onboarding, TakeBack, Ended, Rule),
        new(Active, TakeBack, Ended, Rule),
        new(UnderReview, TakeBack, Ended, Rule),
        new(Suspended, TakeBack, Ended, Rule),
        new(Ended, GiveBack, Active, Rule),
    ];

    public static Move? Find(PartnershipState from, PartnershipCommand by) =>
        All.FirstOrDefault(move => move.From == from && move.By == by);
}
