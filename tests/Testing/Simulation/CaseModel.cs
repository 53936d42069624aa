using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Testing.Simulation;

/// <summary>Where a case of the foundation's program ends, worked out from its script alone, without the product's code: the independent model of the scripted year.</summary>
internal sealed class CaseModel(Script script, Instant yearBegins)
{
    private const int WorkerEvery = 6;
    private readonly RoundOracle group = new(
        new DecisionRule.LazyConsensus(3, 10, 10, Early: false),
        Script.GroupSeats,
        hour => DiscussionHours(yearBegins, script.SentAt + hour)
    );
    private readonly Dictionary<(Body, int), Conflict> declared = [];
    private RoundOracle? board;
    private int boardFrom;
    private bool asked;
    private bool held;
    private bool passed;
    private int? leaves;

    public string State { get; private set; } = "InReview";
    public bool BoardAsked => board is not null;

    public static CaseModel Play(Script script, Instant yearBegins)
    {
        var model = new CaseModel(script, yearBegins);
        var deeds = script.Deeds.ToLookup(deed => deed.Hour);
        for (var hour = 0; hour <= Script.Longest; hour++)
        {
            if ((script.SentAt + hour) % WorkerEvery == 0)
                model.Worker(hour);
            foreach (var deed in deeds[hour])
                model.Do(deed);
            if ((script.SentAt + hour) % 24 == 13)
                model.StaffDecides(hour);
        }
        return model;
    }

    private bool InVote => State is "InReview" or "Consultation";
    private RoundOracle Round => board ?? group;
    private int Since => board is null ? 0 : boardFrom;

    private void Worker(int hour)
    {
        if (leaves < hour)
            (State, leaves) = (passed ? "Approved" : "Declined", null);
        if (!InVote || asked || held)
            return;
        Round.Look(hour - Since);
        Follow(hour);
    }

    /// <summary>A round that has ended takes the case along.</summary>
    private void Follow(int hour)
    {
        if (InVote && Round.End.Length == 0)
            return;
        if (State == "InReview" && group.End == "Escalated")
        {
            AskBoard(hour);
            return;
        }
        if (InVote)
            (passed, State) = (Round.End == "Passed", "Deciding");
    }

    private void AskBoard(int hour)
    {
        State = "Consultation";
        boardFrom = hour;
        board = new RoundOracle(
            new DecisionRule.Majority(
                CountOf.Present,
                Quorum.HalfPlusOne,
                Threshold.Simple,
                TieRule.Decline,
                14,
                ExtendDays: 7,
                Early: false
            ),
            Script.BoardSeats,
            _ => throw new InvalidOperationException("A majority knows no discussion.")
        );
        board.Look(0);
        Follow(hour);
    }

    private void Do(Deed deed)
    {
        var hour = deed.Hour;
        switch (deed)
        {
            case Deed.Declares declares when Reaches(declares.Body):
                Declare(declares);
                break;
            case Deed.Votes votes when Reaches(votes.Body) && InVote:
                if (
                    votes.Body == (board is null ? Body.Group : Body.Board)
                    && !asked
                    && !held
                    && hour - Since < Round.Deadline
                    && declared.GetValueOrDefault((votes.Body, votes.Seat), Conflict.Hard)
                        == Conflict.None
                )
                    Round.Vote(votes.Seat, "FXA"[(int)votes.Vote], hour - Since);
                break;
            case Deed.StaffAsks when InVote && !asked:
                asked = true;
                Round.Stand("asked", hour - Since);
                break;
            case Deed.Answers answers when asked && InVote:
                asked = false;
                Round.Continue("asked", hour - Since);
                if (answers.Amends)
                    Round.Amend(hour - Since);
                break;
            case Deed.StaffCloses when asked && InVote:
                State = "Closed";
                break;
            case Deed.ChairHolds when State == "InReview" && (asked || hour < group.Deadline):
                held = true;
                Round.Stand("held", hour);
                break;
            case Deed.ChairLetsGoOn when State == "InReview" && held:
                held = false;
                Round.Continue("held", hour);
                break;
            case Deed.ChairEnds
                when State == "InReview"
                    && !asked
                    && !held
                    && group.Phase == "Discussion"
                    && hour < group.Deadline:
                Round.ChairEnds(hour);
                break;
            case Deed.ChairEscalates when State == "InReview" && !asked:
                held = false;
                AskBoard(hour);
                break;
            case Deed.Withdraws when InVote || State == "Deciding":
                State = "Withdrawn";
                break;
            default:
                break;
        }
        if (InVote && !asked && !held)
            Follow(hour);
    }

    private bool Reaches(Body body) => body == Body.Group || board is not null;

    private void Declare(Deed.Declares deed)
    {
        var who = (deed.Body, deed.Seat);
        var before = declared.GetValueOrDefault(who, (Conflict)(-1));
        // A conflict once declared is not taken back by the member.
        if (deed.Conflict <= before)
            return;
        declared[who] = deed.Conflict;
        // A round whose time is over ends before the declaration touches it.
        if (InVote && !asked && !held)
        {
            Round.Look(deed.Hour - Since);
            Follow(deed.Hour);
        }
        if (InVote && deed.Conflict != Conflict.None && deed.Body == CurrentBody)
            Round.Recuse(deed.Seat, deed.Hour - Since);
    }

    private Body CurrentBody => board is null ? Body.Group : Body.Board;

    private void StaffDecides(int hour)
    {
        if (State != "Deciding")
            return;
        State = "Releasing";
        leaves = hour;
    }

    /// <summary>To the tenth weekday after the day of the objection in New York; a day has 24 hours.</summary>
    private static int DiscussionHours(Instant begins, int hour)
    {
        var day = (begins + Duration.FromHours(hour))
            .InZone(DateTimeZoneProviders.Tzdb["America/New_York"])
            .Date;
        var (days, working) = (0, 0);
        while (working < 10)
        {
            days++;
            if (day.PlusDays(days).DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
                working++;
        }
        return days * 24;
    }
}
