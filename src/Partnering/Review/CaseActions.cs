using Banyan.Kernel.Access;
using Banyan.Partnering.Acknowledgements;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Chairing;
using Banyan.Partnering.Decisions;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Declarations;
using Banyan.Partnering.Duplicates;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review.Domain;
using NodaTime;
using static Banyan.Partnering.Applications.Domain.ApplicationState;

namespace Banyan.Partnering.Review;

/// <summary>What this viewer may do with a case in the state it is in. What belongs to another state is left out; what only something stands against says what.</summary>
internal static class CaseActions
{
    public static IReadOnlyList<CaseAction> For(
        Viewer viewer,
        Application application,
        ProgramDefinition program,
        IReadOnlyList<CriterionFinding> findings,
        BallotRound? round,
        Decision? decision,
        Partnership? partner,
        bool organisationLeft,
        bool leads,
        Instant now
    )
    {
        var reference = application.Reference;
        var actions = new List<CaseAction>();
        void Offer(
            string permission,
            bool belongs,
            string text,
            string href,
            string? blocked = null,
            bool main = true
        )
        {
            if (belongs && viewer.May(permission, application.Organisation))
                actions.Add(new CaseAction(text, href, blocked, main));
        }
        var state = application.State;
        // What is in force has its letter; another one may be recorded beside it.
        decision = decision is { InForceSince: null } ? decision : null;
        var anew = application.Revisit is not null;
        var waiting =
            application.Ball == Ball.Applicant
                ? ApplicationRefusals.WaitingForApplicant.Sentence
                : null;
        Offer(
            CasePermissions.Vote,
            round is { IsOpen: true }
                && (round.SeatOf(viewer.Person) is { } seat ? seat.Voting : state == InReview),
            round?.BallotOf(viewer.Person) is null ? Texts.Vote : Texts.VoteChange,
            CaseLinks.Vote(reference),
            round?.AgainstVoting(viewer.Person, application, now)?.Sentence,
            main: round?.BallotOf(viewer.Person) is null
        );
        actions.AddRange(ChairActions.For(viewer, application, program, round, leads, now));
        Offer(
            CasePermissions.TakeUp,
            Can(state, Command.TakeUp),
            Texts.TakeUp,
            CaseLinks.TakeUp(reference)
        );
        Offer(
            CasePermissions.Judge,
            state is Submitted or PreReview or InReview or Consultation or Deciding,
            Texts.Judge,
            CaseLinks.Judge(reference),
            state == Submitted ? ReviewRefusals.JudgeNotNow(state).Sentence : null,
            main: state == PreReview && Readiness.CriteriaOpen(program, findings).Count > 0
        );
        Offer(
            CasePermissions.Ask,
            state is Submitted or PreReview or InReview or Consultation,
            Texts.Ask,
            CaseLinks.Ask(reference),
            state == Submitted ? ApplicationRefusals.NoAskingNow(state).Sentence
                : application.Ball == Ball.Applicant ? ApplicationRefusals.AskedAlready.Sentence
                : null,
            main: false
        );
        Offer(
            CasePermissions.Advise,
            state == Consultation
                && Stages.ConsultedVoting(program) is null
                && CaseText.ReaderOf(viewer, application) == Ball.Board,
            Texts.Advise,
            CaseLinks.Advise(reference),
            waiting
        );
        Offer(
            CasePermissions.Decide,
            Can(state, Command.StaffDecides) && Stages.StaffDecides(program) is not null,
            Texts.ToDecision,
            CaseLinks.ToDecision(reference),
            waiting ?? Readiness.AgainstStaff(program, findings)?.Sentence
        );
        Offer(
            CasePermissions.Send,
            Can(state, Command.SendToWorkGroup) && Stages.StaffDecides(program) is null,
            Texts.Send,
            CaseLinks.Send(reference),
            waiting ?? SendBlocked(program, findings)
        );
        Offer(
            CasePermissions.Decide,
            Can(state, Command.Release),
            Texts.Decide,
            CaseLinks.Decide(reference),
            waiting
        );
        Offer(
            CasePermissions.Decide,
            Can(state, Command.PutOff) && !anew,
            Texts.PutOff,
            DecisionLinks.PutOff(reference),
            waiting,
            main: false
        );
        Offer(
            CasePermissions.Decide,
            Can(state, Command.TakeUpAgain),
            Texts.DecideNow,
            DecisionLinks.DecideNow(reference)
        );
        Offer(
            CasePermissions.Release,
            decision is not null && Can(state, Command.Release),
            Texts.Letter,
            CaseLinks.Letter(reference)
        );
        Offer(
            CasePermissions.Confirm,
            decision is { WaitsForSecond: true } && Can(state, Command.Release),
            Texts.Confirm,
            DecisionLinks.Confirm(reference),
            decision?.AgainstConfirming(viewer.Person)?.Sentence
        );
        Offer(
            AcknowledgementPermissions.AcceptForOrganisation,
            organisationLeft
                && application.OrganisationAcceptsNow(decision is { Outcome.IsApproval: true }),
            Texts.AcceptForOrganisation,
            AcknowledgementLinks.AcceptForOrganisation(reference),
            main: false
        );
        Offer(
            CasePermissions.Send,
            Can(state, Command.SendBack) && !anew && Stages.Voting(program) is not null,
            Texts.SendBack,
            CaseLinks.SendBack(reference),
            main: false
        );
        Offer(
            CasePermissions.Release,
            Can(state, Command.Undo),
            Texts.Undo,
            CaseLinks.Undo(reference),
            main: false
        );
        Offer(
            CasePermissions.Correct,
            application is { State: Declined, AppealWaits: true },
            Texts.AnswerAppeal,
            DecisionLinks.AnswerAppeal(reference)
        );
        Offer(
            CasePermissions.Correct,
            Can(state, Command.Correct)
                && application is { ImportedWith: null, AppealWaits: false },
            Texts.Correct,
            DecisionLinks.Correct(reference),
            main: false
        );
        Offer(
            CasePermissions.Correct,
            state == Deciding && application.Revisit is { Kind: RevisitKind.Correction },
            Texts.LetStand,
            DecisionLinks.LetStand(reference),
            main: false
        );
        Offer(
            CasePermissions.Onboard,
            partner is { Conditions.Count: > 0 },
            Texts.Conditions,
            PartnerLinks.Settle(reference),
            main: partner is { State: PartnershipState.Onboarding }
        );
        Offer(
            CasePermissions.Onboard,
            partner is { State: PartnershipState.UnderReview },
            Texts.LookAgain,
            PartnerLinks.LookAgain(reference)
        );
        Offer(
            CasePermissions.Read,
            partner is not null,
            Texts.OpenPartnership,
            PartnerLinks.Inside(partner?.Code ?? ""),
            main: partner is { Proposed: not null } or { State: PartnershipState.Suspended }
        );
        Offer(
            CasePermissions.Close,
            Can(state, Command.Close) && !anew,
            Texts.Close,
            CaseLinks.Close(reference),
            main: false
        );
        Offer(
            CasePermissions.Merge,
            Can(state, Command.Close),
            Texts.Merge,
            DuplicateLinks.Merge(reference),
            main: false
        );
        Offer(
            CasePermissions.Reopen,
            Can(state, Command.Reopen),
            Texts.Reopen,
            CaseLinks.Reopen(reference),
            application.ImportedWith is null ? null : ApplicationRefusals.ImportedStays.Sentence,
            main: false
        );
        Offer(
            CasePermissions.Declare,
            ApplicationMoves.IsOpen(state),
            Declarations.Texts.ChallengeTitle,
            DeclarationLinks.Challenge(reference),
            main: false
        );
        Offer(
            AcknowledgementPermissions.Receipt,
            program.Clauses.Count > 0,
            Texts.Receipt,
            AcknowledgementLinks.CaseReceipt(reference),
            main: false
        );
        Offer(
            CasePermissions.History,
            true,
            Texts.History,
            CaseLinks.History(reference),
            main: false
        );
        Offer(
            CasePermissions.History,
            true,
            Mails.Texts.Title,
            CaseLinks.Mails(reference),
            main: false
        );
        return actions;
    }

    private static bool Can(ApplicationState state, Command command) =>
        ApplicationMoves.Find(state, command) is not null;

    private static string? SendBlocked(
        ProgramDefinition program,
        IReadOnlyList<CriterionFinding> findings
    ) =>
        Stages.Voting(program) is null ? ReviewRefusals.NoWorkGroup.Sentence
        : Readiness.CriteriaOpen(program, findings) is { Count: > 0 } open
            ? ReviewRefusals.CriteriaOpen(open).Sentence
        : null;
}
