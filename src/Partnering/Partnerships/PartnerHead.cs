using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships.Domain;

namespace Banyan.Partnering.Partnerships;

/// <summary>What stands on top of every page for the two sides of a partnership.</summary>
internal sealed record PartnerHead(
    string Code,
    string Title,
    string State,
    Tone Tone,
    NextLine Next
)
{
    public static PartnerHead Of(OpenPartner open) =>
        new(
            open.Partner.Code,
            open.Partner.Title,
            PartnerStateWords.Of(open.Partner.State),
            PartnerStateWords.Tone(open.Partner.State),
            PartnerNext.Of(open)
        );
}

/// <summary>The words of a state for the two sides; the public reads a standing.</summary>
internal static class PartnerStateWords
{
    public static string Of(PartnershipState state) =>
        state switch
        {
            PartnershipState.Onboarding => Texts.StateOnboarding,
            PartnershipState.Active => Texts.StateActive,
            PartnershipState.UnderReview => Texts.StateUnderReview,
            PartnershipState.Suspended => Texts.StateSuspended,
            PartnershipState.Ended => Texts.StateEnded,
            PartnershipState.Expired => Texts.StateExpired,
            PartnershipState.Revoked => Texts.StateRevoked,
        };

    public static Tone Tone(PartnershipState state) =>
        state switch
        {
            PartnershipState.Active => Kernel.Ui.Tone.Ok,
            PartnershipState.Onboarding or PartnershipState.UnderReview => Kernel.Ui.Tone.Wait,
            PartnershipState.Suspended
            or PartnershipState.Ended
            or PartnershipState.Expired
            or PartnershipState.Revoked => Kernel.Ui.Tone.Plain,
        };
}

/// <summary>Who acts next on a partnership, by when.</summary>
internal static class PartnerNext
{
    public static NextLine Of(OpenPartner open)
    {
        var partner = open.Partner;
        var organisation = open.Home.Name;
        var mine = open.Side == PartnerSide.Partner;
        // A proposal of which the partner was not told is not theirs to read.
        if (partner.Proposed is { } proposal && (!mine || proposal.IsKnown))
            return Proposed(open, proposal, mine);
        return partner.State switch
        {
            PartnershipState.Onboarding => new(
                partner.ConditionsBy is { } by
                    ? Texts.NextConditions.With(partner.Title, StandingWords.Day(by))
                    : Texts.NextConditionsOpen.With(partner.Title),
                mine ? NextTone.Yours : NextTone.Theirs
            ),
            PartnershipState.Active when open.Standing == Standing.Alumni => Left(open, mine),
            PartnershipState.Active => Active(open, mine),
            PartnershipState.UnderReview => new(
                Texts.NextUnderReview.With(organisation),
                mine ? NextTone.Theirs : NextTone.Yours
            ),
            PartnershipState.Suspended => new(
                Texts.NextSuspended.With(organisation),
                mine ? NextTone.Theirs : NextTone.Yours
            ),
            PartnershipState.Revoked when partner.AppealWaits => new(
                Texts.NextAppeal.With(organisation),
                mine ? NextTone.Theirs : NextTone.Yours
            ),
            PartnershipState.Ended or PartnershipState.Expired or PartnershipState.Revoked => Left(
                open,
                mine
            ),
        };
    }

    private static NextLine Proposed(OpenPartner open, PartnershipProposal proposal, bool mine) =>
        proposal switch
        {
            { AnsweredAt: null, AnswerBy: { } by } when open.Today <= by => new(
                Texts.NextHeard.With(open.Partner.Title, StandingWords.Day(by)),
                mine ? NextTone.Yours : NextTone.Theirs
            ),
            _ => new(
                Texts.NextConfirm.With(open.Home.Name),
                mine ? NextTone.Theirs : NextTone.Yours
            ),
        };

    private static NextLine Left(OpenPartner open, bool mine)
    {
        var left = open.Partner.ConsequencesLeft.ToList();
        return left.Count == 0
            ? new(Texts.NextAlumni, NextTone.Closed)
            : new(
                Texts.NextConsequences.With(left.Count, StandingWords.Day(left.Min(c => c.Due))),
                left.Exists(c => c.Owner == PartnerSide.Partner == mine)
                    ? NextTone.Yours
                    : NextTone.Theirs
            );
    }

    private static NextLine Active(OpenPartner open, bool mine)
    {
        if (open.Partner.Until is not { } until)
            return new(
                open.Program.Review?.NextAfter(open.Partner.Begins, open.Today) is { } day
                    ? Texts.NextReview.With(StandingWords.Day(day))
                    : Texts.NextOpen,
                NextTone.Theirs
            );
        var last = StandingWords.Day(until);
        return open.Standing == Standing.RenewalDue
            ? new(Texts.NextRenewalDue.With(last), mine ? NextTone.Yours : NextTone.Theirs)
            : new(Texts.NextPartner.With(last, Standings.RenewalDays), NextTone.Theirs);
    }
}
