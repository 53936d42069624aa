using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>Every expected "no" of a vote.</summary>
internal static class BallotRefusals
{
    public static Refusal RoundOver => new("round-over", Texts.RefusalRoundOver);
    public static Refusal TimeOver => new("round-time-over", Texts.RefusalTimeOver);
    public static Refusal VotesParked => new("votes-parked", Texts.RefusalVotesParked);
    public static Refusal NoSeat => new("vote-no-seat", Texts.RefusalNoSeat);
    public static Refusal Recused => new("vote-recused", Texts.RefusalRecused);
    public static Refusal DeclareFirst => new("vote-declare-first", Texts.RefusalDeclareFirst);
    public static Refusal ChairsTurn => new("vote-chairs-turn", Texts.RefusalChairsTurn);
    public static Refusal ChooseAVote => new("vote-missing", Texts.RefusalChooseAVote, "vote");
    public static Refusal AnswersChanged =>
        new("vote-answers-changed", Texts.RefusalAnswersChanged);
    public static Refusal ReasonForObjection =>
        new("vote-reason-missing", Texts.RefusalReasonForObjection, "reason");
    public static Refusal CastingForOrAgainst =>
        new("casting-vote-missing", Texts.RefusalCastingForOrAgainst, "vote");
    public static Refusal NoTie => new("round-no-tie", Texts.RefusalNoTie);
    public static Refusal ChairOnly => new("round-chair-only", Texts.RefusalChairOnly);
    public static Refusal TooEarlyToClose =>
        new("round-too-early-to-close", Texts.RefusalTooEarlyToClose);
    public static Refusal ReasonForHolding =>
        new("round-hold-reason", Texts.RefusalReasonForHolding, "reason");
    public static Refusal NotHeld => new("round-not-held", Texts.RefusalNotHeld);
    public static Refusal NobodySilent => new("round-nobody-silent", Texts.RefusalNobodySilent);
    public static Refusal NudgedToday => new("round-nudged-today", Texts.RefusalNudgedToday);
    public static Refusal NobodyToReplace =>
        new("round-nobody-to-replace", Texts.RefusalNobodyToReplace);
    public static Refusal ChooseSilent =>
        new("seat-silent-missing", Texts.RefusalChooseSilent, "silent");
    public static Refusal ChooseSuccessor =>
        new("seat-successor-missing", Texts.RefusalChooseSuccessor, "successor");
    public static Refusal NoBodyToConsult =>
        new("round-no-body-to-consult", Texts.RefusalNoBodyToConsult);
    public static Refusal VoteFirst => new("round-vote-first", Texts.RefusalVoteFirst);
    public static Refusal NoSuchSeat => new("round-no-such-seat", Texts.RefusalNoSuchSeat);
    public static Refusal RoundOpenAlready =>
        new("round-open-already", Texts.RefusalRoundOpenAlready);

    public static Refusal RoundHeld(string reason) =>
        new("round-held", Texts.RefusalRoundHeld.With(reason));

    public static Refusal HasVoted(string name) =>
        new("seat-has-voted", Texts.RefusalHasVoted.With(name));

    public static Refusal HasSeat(string name) =>
        new("seat-taken", Texts.RefusalHasSeat.With(name));
}
