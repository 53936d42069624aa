using Banyan.Kernel.Access;

namespace Banyan.Partnering;

/// <summary>What one may do with cases of one's organisation.</summary>
internal static class CasePermissions
{
    public const string Read = "case.read";
    public const string Review = "case.review";
    public const string Desk = "case.desk";
    public const string Vote = "case.vote";
    public const string Declare = "case.declare";
    public const string Chair = "case.chair";
    public const string Hold = "case.hold";
    public const string TakingPart = "team.participation";
    public const string TakeUp = "case.take-up";
    public const string Judge = "case.judge";
    public const string Note = "case.note";
    public const string RemoveFile = "case.remove-file";
    public const string Ask = "case.ask";
    public const string Send = "case.send-to-work-group";
    public const string Decide = "case.decide";
    public const string Advise = "case.advise";
    public const string Confirm = "case.confirm";
    public const string Conflicts = "case.conflicts";
    public const string Release = "case.release";
    public const string Correct = "case.correct";
    public const string Onboard = "case.onboard";
    public const string Close = "case.close";
    public const string Reopen = "case.reopen";
    public const string History = "case.history";
    public const string Merge = "case.merge";
    public const string Tag = "case.tag";
    public const string Lead = "case.lead";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(
            Desk,
            "See the desk: today and the queue",
            TeamKind.Staff,
            TeamKind.WorkGroup,
            TeamKind.Board
        ),
        new(
            RemoveFile,
            "Take away the content of a file that came with an entry of the thread; a board of its own entries",
            TeamKind.Staff,
            TeamKind.Board
        ),
        new(Read, "Read every case that was sent to the organisation", TeamKind.Staff),
        new(
            Review,
            "Read the cases that were sent on to one's work group, or about which one's board is asked",
            TeamKind.WorkGroup,
            TeamKind.Board
        ),
        new(
            Vote,
            "Vote in an open round in which one has a seat",
            TeamKind.WorkGroup,
            TeamKind.Board
        ),
        new(
            Declare,
            "Declare about a conflict of interest, and see who reads a case",
            TeamKind.Staff,
            TeamKind.WorkGroup,
            TeamKind.Board
        ),
        new(
            Chair,
            "Keep a round of one's team going: end it, replace a silent member, stop it on new information, take the case to the next body, decide about conflicts of interest",
            TeamKind.WorkGroup,
            TeamKind.Board
        )
        {
            ChairsOnly = true,
        },
        new(
            Hold,
            "Stop a vote on new information, and let it go on; of a work group or board whoever leads the round",
            TeamKind.Staff
        )
        {
            ChairsToo = [TeamKind.WorkGroup, TeamKind.Board],
        },
        new(
            Advise,
            "Record what the body that is consulted advises, where it does not vote",
            TeamKind.Board
        ),
        new(
            Conflicts,
            "See which conflicts of interest were lifted, by whom and why, and the doubts about which one decides",
            TeamKind.Board
        )
        {
            ChairsToo = [TeamKind.WorkGroup],
        },
        new(
            TakingPart,
            "See who took part in a team's votes: owners and chairs everybody, members themselves",
            TeamKind.Owners,
            TeamKind.WorkGroup,
            TeamKind.Board
        ),
        new(TakeUp, "Take up a case that was sent", TeamKind.Staff),
        new(Judge, "Mark criteria as met, not met, unclear or waived", TeamKind.Staff),
        new(Note, "Write to a case's thread", TeamKind.Staff, TeamKind.WorkGroup, TeamKind.Board),
        new(Ask, "Ask the applicant, which stops the clock", TeamKind.Staff),
        new(Send, "Send a case to the work group, or back to it", TeamKind.Staff),
        new(Decide, "Record a decision and write its letter", TeamKind.Staff),
        new(
            Confirm,
            "Confirm as the second person a decision that somebody else recorded",
            TeamKind.Staff
        ),
        new(
            Release,
            "Release a decision, and undo the release while its letter waits",
            TeamKind.Staff
        ),
        new(
            Correct,
            "Have a case decided anew whose letter has left: correct the letter, or answer an appeal",
            TeamKind.Staff
        ),
        new(
            Onboard,
            "Mark what an approval asks for as met, keep the organisation's side of the board of promises, and write down what came of looking at a partnership again",
            TeamKind.Staff
        ),
        new(Close, "Close a case with a reason", TeamKind.Staff),
        new(Reopen, "Reopen a closed or withdrawn case", TeamKind.Staff),
        new(History, "Read the history of a case", TeamKind.Staff),
        new(Merge, "Close a case as a duplicate of another", TeamKind.Staff),
        new(Tag, "Put tags on a case and take them off", TeamKind.Staff),
        new(Lead, "Lead a case, or give the lead to a colleague", TeamKind.Staff),
    ];
}
