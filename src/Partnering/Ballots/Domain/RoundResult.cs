using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>Where a round stands, or how it ended, with everything that the rule looked at: kept at the end, so that the sentence can be said again in any language.</summary>
/// <param name="Outcome">Null while it is open.</param>
/// <param name="Day">The day of the phase, counted from 1.</param>
/// <param name="Days">How many days the phase has.</param>
/// <param name="Percent">The share that the rule asks for; 0 under other rules.</param>
internal sealed record RoundResult(
    RoundOutcome? Outcome,
    RoundReason Reason,
    RoundPhase Phase,
    Tally Tally,
    int Needed,
    int Day,
    int Days,
    int Percent
)
{
    public static RoundResult Of(RoundState state, Judgement judgement, int day, int days) =>
        new(
            judgement.Outcome,
            judgement.Reason,
            state.Phase,
            state.Tally,
            judgement.Needed,
            day,
            days,
            state.Rule is DecisionRule.ShareFor share ? share.Percent : 0
        );
}
