using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>What was counted. Who recused is in no number but their own; an abstention is neither for nor against; a silent member, and one whose vote went stale, is absent.</summary>
/// <param name="Eligible">Voting seats at opening without the recused.</param>
internal sealed record Tally(
    int Eligible,
    int Recused,
    int For,
    int Against,
    int Abstained,
    int Stale
)
{
    public int Present => For + Against + Abstained;
    public int Absent => Eligible - Present;
}

/// <summary>Where a round is on its way.</summary>
internal enum RoundPhase
{
    Voting,

    /// <summary>Somebody objected; members talk, and may change their votes.</summary>
    Discussion,

    /// <summary>A tie waits for the chair's casting vote.</summary>
    Casting,
}

/// <summary>Everything that a rule looks at.</summary>
/// <param name="TimeOver">The time of the phase is over, or the chair ended it.</param>
/// <param name="Extended">The one extension was used.</param>
/// <param name="Casting">The chair's casting vote.</param>
/// <param name="ChairOut">Nobody is there who might decide a tie: the team has no chair, or the chair stepped aside.</param>
internal sealed record RoundState(
    DecisionRule Rule,
    RoundPhase Phase,
    Tally Tally,
    bool TimeOver,
    bool Extended = false,
    Vote? Casting = null,
    bool ChairOut = false
);

/// <summary>What a rule asks for next.</summary>
internal enum RoundStep
{
    Wait,
    Discuss,
    Extend,
    AskChair,
    Close,
}

internal enum RoundOutcome
{
    Passed,
    Failed,

    /// <summary>The rule came to no result; the next body is asked, or staff where the program has none.</summary>
    Escalated,

    /// <summary>Somebody objected in the fast lane; the ordinary rule follows.</summary>
    Objected,

    /// <summary>The case left by another way.</summary>
    Stopped,
}

/// <summary>Why a round stands as it does; each has its sentence.</summary>
internal enum RoundReason
{
    VotesMissing,
    OpenToObjections,
    Objection,
    InDiscussion,
    QuorumMissing,
    QuorumReached,
    ShareMissing,
    ShareReached,
    NobodyObjects,
    QuorumMissedOnce,
    TieForChair,
    Consensus,
    ConsensusOfAll,
    ConsensusEarly,
    ConsensusAfterDiscussion,
    TooFewFor,
    StillAgainst,
    TooFewMembers,
    MajorityFor,
    MajorityAgainst,
    TieDeclined,
    TieEscalated,
    ChairFor,
    ChairAgainst,
    ChairSilent,
    ChairOut,
    QuorumMissed,
    EnoughShare,
    TooSmallShare,
    NoObjection,
    ObjectionInFastLane,
    Stopped,
}

/// <summary>What a rule says of a round at one moment.</summary>
/// <param name="Needed">Votes for, or members taking part, that the rule asks for.</param>
/// <param name="Outcome">Set when the step is to close.</param>
internal sealed record Judgement(
    RoundStep Step,
    RoundReason Reason,
    int Needed,
    RoundOutcome? Outcome = null
)
{
    public static Judgement Wait(RoundReason reason, int needed) =>
        new(RoundStep.Wait, reason, needed);

    public static Judgement Close(RoundOutcome outcome, RoundReason reason, int needed) =>
        new(RoundStep.Close, reason, needed, outcome);
}
