using Banyan.Kernel.Access;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using static Banyan.Partnering.Partnerships.Domain.PartnershipCommand;

namespace Banyan.Partnering.Leaving;

/// <summary>What the reader may do to the partnership, from its state: one link each.</summary>
internal static class PartnerActions
{
    public static IReadOnlyList<(string Words, string Href)> Of(OpenPartner open)
    {
        List<(string, string)> actions = [];
        var partner = open.Partner;
        var code = partner.Code;
        void Offer(bool offered, string words, string href)
        {
            if (offered)
                actions.Add((words, href));
        }
        bool Can(PartnershipCommand command) =>
            PartnershipMoves.Find(partner.State, command) is not null;
        bool May(string permission) =>
            open.Side == PartnerSide.Organisation
            && open.Viewer.May(permission, partner.Organisation);

        var mine = open.Side == PartnerSide.Partner;
        var free = partner.Proposed is null;
        Offer(
            mine && partner.Proposed is { IsKnown: true },
            Texts.AnswerTitle,
            LeavingLinks.Answer(code)
        );
        Offer(
            May(PartnerPermissions.Confirm) && !free,
            Texts.ConfirmTitle,
            LeavingLinks.Confirm(code)
        );
        Offer(
            May(PartnerPermissions.Revoke) && partner.AppealWaits,
            Texts.AnswerAppealTitle,
            LeavingLinks.AnswerAppeal(code)
        );
        Offer(mine && Can(TellChange), Texts.ChangeTitle, LeavingLinks.TellChange(code));
        Offer(
            May(CasePermissions.Onboard) && Can(Clear),
            Texts.ClearTitle,
            PartnerLinks.LookAgain(open.Application.Reference)
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
