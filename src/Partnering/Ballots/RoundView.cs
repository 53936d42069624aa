using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Ballots;

/// <summary>A round as one may see it.</summary>
/// <param name="Sentence">The explained result, or how many have voted while the votes are hidden.</param>
/// <param name="Title">The stage of the program that votes.</param>
/// <param name="Rule">How it is decided, in words.</param>
/// <param name="Votes">Null while they are hidden from this viewer.</param>
/// <param name="Recused">Those who stepped aside, by name.</param>
/// <param name="MineIsStale">The viewer's own vote does not count until they confirm it.</param>
internal sealed record RoundView(
    bool IsOpen,
    Instant ClosesAt,
    string Title,
    string Rule,
    string Sentence,
    string? Paused,
    Tally? Tally,
    IReadOnlyList<VoteView>? Votes,
    IReadOnlyList<string> Waiting,
    IReadOnlyList<string> Recused,
    bool MineIsStale
)
{
    /// <param name="recused">By a conflict of interest on this case, in whichever of its rounds they had the seat.</param>
    public static RoundView Of(
        BallotRound round,
        ProgramDefinition program,
        PersonId? viewer,
        bool recused,
        ZonedDateTime now
    )
    {
        var shown = !recused && round.ShowsVotesTo(viewer);
        var stands = round.Stands(now.ToInstant());
        var seated = round.SeatOf(viewer) is { Voting: true };
        return new RoundView(
            round.IsOpen,
            round.ClosesAt,
            program.Stages.FirstOrDefault(stage => stage.Key == round.Stage)?.Title.ToString()
                ?? Texts.RoundOpen,
            RuleWords.Of(round.Rule),
            !shown
                ? (seated ? Texts.RoundHiddenFromVoter : Texts.RoundHiddenFromOthers).With(
                    stands.Tally.Present,
                    stands.Tally.Eligible
                )
                : RoundSentences.Of(stands, round.ClosesAt.InZone(now.Zone).Date),
            round.HeldFor is { } reason ? Texts.RoundHeld.With(reason)
                : round.PausedAt is { } since ? Texts.RoundPaused.With(NextLineOf.Day(since, now))
                : null,
            shown ? stands.Tally : null,
            shown
                ?
                [
                    .. round
                        .Ballots.OrderBy(ballot => ballot.At)
                        .Select(ballot => new VoteView(
                            ballot.Name,
                            VoteWords.Of(ballot.Vote),
                            VoteWords.ToneOf(ballot.Vote),
                            ballot.Reason,
                            !ballot.Counts
                        )),
                ]
                : null,
            [.. round.Silent().Select(seat => seat.Name)],
            [
                .. round
                    .Seats.Where(seat => seat.Standing == SeatStanding.Recused)
                    .Select(seat => seat.Name),
            ],
            round.IsOpen && round.BallotOf(viewer) is { Counts: false }
        );
    }
}

/// <param name="Stale">Cast on answers that have changed since.</param>
internal sealed record VoteView(string Name, string Vote, Tone Tone, string? Reason, bool Stale);

internal static class VoteWords
{
    public static string Of(Vote vote) =>
        vote switch
        {
            Vote.For => Texts.VoteFor,
            Vote.Against => Texts.VoteAgainst,
            Vote.Abstain => Texts.VoteAbstained,
        };

    public static Tone ToneOf(Vote vote) =>
        vote switch
        {
            Vote.For => Tone.Ok,
            Vote.Against => Tone.Stop,
            Vote.Abstain => Tone.Plain,
        };
}
