using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Ballots;

/// <summary>Opens a vote on a case: the members of this day have the seats, and each with a vote is told by mail.</summary>
internal sealed class OpenRound(BanyanDb db, ReviewMail mail)
{
    /// <param name="voting">The stage with its own rule, or with the ordinary one after an objection in the fast lane.</param>
    public async Task<(BallotRound Round, Outcome Outcome)> OfAsync(
        CaseTurn turn,
        (Stage Stage, DecisionRule Rule) voting,
        DateTimeZone zone,
        CancellationToken ct
    )
    {
        var (application, now) = (turn.Case, turn.Now);
        var team = await MembersAsync(application, voting.Stage, ct);
        var (round, opened) = BallotRound.Open(
            application.Id,
            voting.Stage,
            voting.Rule,
            team.Select(seat => new RoundSeat(
                seat.Person,
                ReviewTeam.NameOf(seat),
                seat.Voting,
                seat.Chair
            )),
            turn.Actor,
            now
        );
        db.Add(round);
        // Who declared before, in an earlier round of this case, need not do it again.
        foreach (var known in await db.DeclarationsOf(application.Id).ToListAsync(ct))
        {
            if (known.Votes)
                round.Clear(known.Person, now);
            else
                round.Recuse(known.Person);
        }
        var next = Texts.MailReadNext.With(RoundSentences.Day(round.ClosesAt.InZone(zone).Date));
        return (
            round,
            opened.Then([
                .. await WeekDigest.BeginAsync(db, application.Organisation, zone, now, ct),
                .. team.Where(seat => round.SeatOf(seat.Person) is { Eligible: true })
                    .Select(seat => mail.VoteWanted(application, seat, next, now)),
            ])
        );
    }

    /// <summary>The team of the stage, without those who write on the application themselves.</summary>
    private async Task<List<SeatFacts>> MembersAsync(
        Application application,
        Stage stage,
        CancellationToken ct
    )
    {
        var writing = await db.Set<Applicant>()
            .Where(applicant => applicant.Application == application.Id)
            .Select(applicant => applicant.EmailKey)
            .ToListAsync(ct);
        return
        [
            .. (await ReviewTeam.OfAsync(db, application.Organisation, stage.Team, ct)).Where(
                seat =>
                    !EmailAddress.TryParse(seat.Email, out var address, out _)
                    || !writing.Contains(address.Key)
            ),
        ];
    }
}
