using Banyan.Kernel.Access;
using Banyan.Partnering.Applications.Domain;
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
        Instant now
    )
    {
        var reference = application.Reference;
        var actions = new List<CaseAction>();
        void Offer(string permission, bool belongs, string text, string href, string? blocked = null)
        {
            if (belongs && viewer.May(permission, application.Organisation))
                actions.Add(new CaseAction(text, href, blocked));
        }
        var state = application.State;
        var waiting = application.Ball == Ball.Applicant ? ApplicationRefusals.WaitingForApplicant.Sentence : null;
        Offer(
            CasePermissions.Vote,
            state == InReview && round is { IsOpen: true },
            round?.BallotOf(viewer.Person) is null ? Texts.Vote : Texts.VoteChange,
            CaseLinks.Vote(reference),
            round?.AgainstVoting(viewer.Person, application, now)?.Sentence
        );
        Offer(CasePermissions.TakeUp, Can(state, Command.TakeUp), Texts.TakeUp, CaseLinks.TakeUp(reference));
        Offer(
            CasePermissions.Judge,
            state is Submitted or PreReview or InReview or Consultation or Deciding,
            Texts.Judge,
            CaseLinks.Judge(reference),
            state == Submitted ? ReviewRefusals.JudgeNotNow(state).Sentence : null
        );
        Offer(
            CasePermissions.Ask,
            state is Submitted or PreReview or InReview or Consultation,
            Texts.Ask,
            CaseLinks.Ask(reference),
            state == Submitted ? ApplicationRefusals.NoAskingNow(state).Sentence
                : application.Ball == Ball.Applicant ? ApplicationRefusals.AskedAlready.Sentence
                : null
        );
        Offer(
            CasePermissions.Send,
            Can(state, Command.SendToWorkGroup),
            Texts.Send,
            CaseLinks.Send(reference),
            waiting ?? SendBlocked(program, findings)
        );
        Offer(CasePermissions.Decide, Can(state, Command.Release), Texts.Decide, CaseLinks.Decide(reference), waiting);
        Offer(CasePermissions.Release, Can(state, Command.Release), Texts.Letter, CaseLinks.Letter(reference));
        Offer(CasePermissions.Send, Can(state, Command.SendBack), Texts.SendBack, CaseLinks.SendBack(reference));
        Offer(CasePermissions.Release, Can(state, Command.Undo), Texts.Undo, CaseLinks.Undo(reference));
        Offer(CasePermissions.Close, Can(state, Command.Close), Texts.Close, CaseLinks.Close(reference));
        Offer(CasePermissions.Reopen, Can(state, Command.Reopen), Texts.Reopen, CaseLinks.Reopen(reference));
        Offer(CasePermissions.History, true, Texts.History, CaseLinks.History(reference));
        string?[] onwards =
        [
            round?.BallotOf(viewer.Person) is null ? CaseLinks.Vote(reference) : null,
            CaseLinks.TakeUp(reference),
            CaseLinks.Send(reference),
            state == PreReview ? CaseLinks.Judge(reference) : null,
            CaseLinks.Decide(reference),
        ];
        var main = onwards.FirstOrDefault(href => actions.Any(action => action.Href == href && action.Blocked is null));
        return [.. actions.Select(action => action with { Main = action.Href == main })];
    }

    private static bool Can(ApplicationState state, Command command) => ApplicationMoves.Find(state, command) is not null;

    private static string? SendBlocked(ProgramDefinition program, IReadOnlyList<CriterionFinding> findings) =>
        Readiness.RuleOf(program) is null ? ReviewRefusals.NoWorkGroup.Sentence
        : Readiness.CriteriaOpen(program, findings) is { Count: > 0 } open ? ReviewRefusals.CriteriaOpen(open).Sentence
        : null;
}
