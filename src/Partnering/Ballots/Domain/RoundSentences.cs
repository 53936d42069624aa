using System.Globalization;
using Banyan.Kernel.Text;
using NodaTime;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>The one sentence that explains where a round stands, with what was counted.</summary>
internal static class RoundSentences
{
    /// <summary>Every sentence may use the same places: 0 for, 1 against, 2 abstained, 3 needed, 4 taking part, 5 may vote, 6 recused, 7 silent, 8 day, 9 days, 10 until, 11 percent.</summary>
    public static string Of(RoundResult result, LocalDate until) =>
        TextOf(result.Reason)
            .With(
                result.Tally.For,
                result.Tally.Against,
                result.Tally.Abstained,
                result.Needed,
                result.Tally.Present,
                result.Tally.Eligible,
                result.Tally.Recused,
                result.Tally.Absent,
                result.Day,
                result.Days,
                Day(until),
                result.Percent
            );

    public static string WhatIf(WhatIf what) =>
        (what.Valid ? Texts.WhatIfValid : Texts.WhatIfInvalid).With(
            what.Recusing,
            what.Left,
            what.Today,
            what.Needed
        );

    /// <summary>As in "Thu 14 Feb 2030".</summary>
    public static string Day(LocalDate date) =>
        date.ToString("ddd d MMM uuuu", CultureInfo.CurrentCulture);

    private static string TextOf(RoundReason reason) =>
        reason switch
        {
            RoundReason.VotesMissing => Texts.VotesMissing,
            RoundReason.OpenToObjections => Texts.OpenToObjections,
            RoundReason.Objection => Texts.Objection,
            RoundReason.InDiscussion => Texts.InDiscussion,
            RoundReason.QuorumMissing => Texts.QuorumMissing,
            RoundReason.QuorumReached => Texts.QuorumReached,
            RoundReason.ShareMissing => Texts.ShareMissing,
            RoundReason.ShareReached => Texts.ShareReached,
            RoundReason.NobodyObjects => Texts.NobodyObjects,
            RoundReason.QuorumMissedOnce => Texts.QuorumMissedOnce,
            RoundReason.TieForChair => Texts.TieForChair,
            RoundReason.Consensus => Texts.Consensus,
            RoundReason.ConsensusOfAll => Texts.ConsensusOfAll,
            RoundReason.ConsensusEarly => Texts.ConsensusEarly,
            RoundReason.ConsensusAfterDiscussion => Texts.ConsensusAfterDiscussion,
            RoundReason.TooFewFor => Texts.TooFewFor,
            RoundReason.StillAgainst => Texts.StillAgainst,
            RoundReason.TooFewMembers => Texts.TooFewMembers,
            RoundReason.MajorityFor => Texts.MajorityFor,
            RoundReason.MajorityAgainst => Texts.MajorityAgainst,
            RoundReason.TieDeclined => Texts.TieDeclined,
            RoundReason.TieEscalated => Texts.TieEscalated,
            RoundReason.ChairFor => Texts.ChairFor,
            RoundReason.ChairAgainst => Texts.ChairAgainst,
            RoundReason.ChairSilent => Texts.ChairSilent,
            RoundReason.ChairOut => Texts.ChairOut,
            RoundReason.QuorumMissed => Texts.QuorumMissed,
            RoundReason.EnoughShare => Texts.EnoughShare,
            RoundReason.TooSmallShare => Texts.TooSmallShare,
            RoundReason.NoObjection => Texts.NoObjection,
            RoundReason.ObjectionInFastLane => Texts.ObjectionInFastLane,
            RoundReason.Stopped => Texts.Stopped,
        };
}
