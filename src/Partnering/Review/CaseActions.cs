using Banyan.Kernel.Access;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
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
        bool hasLetter,
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
        var waiting =
            application.Ball == Ball.Applicant
                ? ApplicationRefusals.WaitingForApplicant.Sentence
                : null;
        Offer(
            CasePermissions.Vote,
            state == InReview && round is { IsOpen: true },
            round?.BallotOf(viewer.Person) is null ? Texts.Vote : Texts.VoteChange,
            CaseLinks.Vote(reference),
            round?.AgainstVoting(viewer.Person, application, now)?.Sentence,
            main: round?.BallotOf(viewer.Person) is null
        );
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
            main: state == PreReview && SendBlocked(program, findings) is not null
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
            CasePermissions.Send,
            Can(state, Command.SendToWorkGroup),
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
            CasePermissions.Release,
            hasLetter && Can(state, Command.Release),
            Texts.Letter,
            CaseLinks.Letter(reference)
        );
        Offer(
            CasePermissions.Send,
            Can(state, Command.SendBack),
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
            CasePermissions.Close,
            Can(state, Command.Close),
            Texts.Close,
            CaseLinks.Close(reference),
            main: false
        );
        Offer(
            CasePermissions.Reopen,
            Can(state, Command.Reopen),
            Texts.Reopen,
            CaseLinks.Reopen(reference),
            main: false
        );
        Offer(
            CasePermissions.History,
            true,
            Texts.History,
            CaseLinks.History(reference),
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
