using Banyan.Kernel.Access;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using static Banyan.Partnering.Partnerships.Domain.PartnershipCommand;

namespace Banyan.Partnering.Leaving;

/// <summary>What the reader may do to the partnership, from its state: one link each.</summary>
internal static class PartnerActions
{
    public static IReadOnlyList<PartnerAction> Of(OpenPartner open)
    {
        List<PartnerAction> actions = [];
        var partner = open.Partner;
        var code = partner.Code;
        void Offer(bool offered, string words, string href, bool wanted = false)
        {
            if (offered)
                actions.Add(new PartnerAction(words, href, wanted));
        }
        bool Can(PartnershipCommand command) =>
            PartnershipMoves.Find(partner.State, command) is not null;
        bool May(string permission) =>
            open.Side == PartnerSide.Organisation
            && open.Viewer.May(permission, partner.Organisation);

        var mine = open.Side == PartnerSide.Partner;
        var free = partner.Proposed is null;
        Offer(
            partner.State == PartnershipState.Onboarding && (mine || May(CasePermissions.Onboard)),
            Texts.ConditionsTitle,
            mine
                ? PartnerLinks.Conditions(open.Application.Reference)
                : PartnerLinks.Settle(open.Application.Reference),
            wanted: true
        );
        Offer(
            partner.ConsequencesLeft.Any(),
            Texts.ConsequencesTitle,
            LeavingLinks.Consequences(code),
            wanted: true
        );
        Offer(
            mine && open.Standing == Standing.RenewalDue,
            Texts.RenewTitle,
            $"/programs/{open.Program.Slug}",
            wanted: true
        );
        Offer(
            mine && partner.Proposed is { IsKnown: true },
            Texts.AnswerTitle,
            LeavingLinks.Answer(code),
            wanted: true
        );
        Offer(
            May(PartnerPermissions.Confirm) && !free,
            Texts.ConfirmTitle,
            LeavingLinks.Confirm(code),
            wanted: true
        );
        Offer(
            May(PartnerPermissions.Revoke) && partner.AppealWaits,
            Texts.AnswerAppealTitle,
            LeavingLinks.AnswerAppeal(code),
            wanted: true
        );
        Offer(mine && Can(TellChange), Texts.ChangeTitle, LeavingLinks.TellChange(code));
        Offer(
            May(CasePermissions.Onboard) && Can(Clear),
            Texts.ClearTitle,
            PartnerLinks.LookAgain(open.Application.Reference),
            wanted: true
        );
        Offer(
            May(PartnerPermissions.Review) && Can(LookAgain),
            Texts.ReviewTitle,
            LeavingLinks.Review(code)
        );
        Offer(
            May(PartnerPermissions.Suspend) && Can(Reinstate),
            Texts.ReinstateTitle,
            LeavingLinks.Reinstate(code)
        );
        Offer(
            May(PartnerPermissions.Suspend) && Can(Suspend),
            Texts.SuspendTitle,
            LeavingLinks.Suspend(code)
        );
        Offer(
            May(PartnerPermissions.Suspend) && Can(SuspendAtOnce) && free,
            Texts.AtOnceTitle,
            LeavingLinks.SuspendAtOnce(code)
        );
        Offer(
            May(PartnerPermissions.Revoke) && Can(Revoke) && free,
            Texts.RevokeTitle,
            LeavingLinks.Revoke(code)
        );
        Offer(
            mine && partner.AgainstAppealing(open.Now) is null,
            Texts.AppealTitle,
            LeavingLinks.Appeal(code)
        );
        Offer(
            (mine || May(PartnerPermissions.Revoke))
                && partner.AgainstTakingUp(open.Side!.Value, open.Now) is null,
            Texts.TakeUpTitle,
            LeavingLinks.TakeUpAgain(code)
        );
        Offer(
            (mine || May(PartnerPermissions.Revoke)) && Can(StepBack),
            Texts.StepBackTitle,
            LeavingLinks.StepBack(code)
        );
        return actions;
    }
}

/// <param name="Wanted">It is what the reader is waited for with.</param>
internal sealed record PartnerAction(string Words, string Href, bool Wanted);

/// <summary>A step of a partnership as both sides read it.</summary>
internal static class StepWords
{
    public static string Of(PartnershipCommand command) =>
        command switch
        {
            MeetConditions => Texts.StepConditions,
            LookAgain => Texts.StepReview,
            TellChange => Texts.StepChange,
            Clear => Texts.StepClear,
            Suspend or SuspendAtOnce => Texts.StepSuspend,
            Reinstate => Texts.StepReinstate,
            StepBack => Texts.StepStepBack,
            TakeUpAgain => Texts.StepTakeUp,
            PassEndDate => Texts.StepExpired,
            Revoke => Texts.StepRevoke,
            Appeal => Texts.StepAppeal,
            LetStand => Texts.StepStands,
            Lift => Texts.StepLift,
            AskConditions or TakeBack or GiveBack or Renew => Texts.StepCorrected,
        };
}
