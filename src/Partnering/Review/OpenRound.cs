using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>Opens the vote on a case that has just come to the work group: the members of this day have the seats, and each with a vote is told by mail.</summary>
internal sealed class OpenRound(BanyanDb db, ReviewMail mail)
{
    public async Task<Outcome> OfAsync(
        Application application,
        ProgramDefinition program,
        Actor actor,
        ZonedDateTime atHome,
        CancellationToken ct
    )
    {
        if (Readiness.RuleOf(program) is not { } found)
            return ReviewRefusals.NoWorkGroup;
        var now = atHome.ToInstant();
        // Nobody votes on an application that they write on themselves.
        var writing = await db.Set<Applicant>()
            .Where(applicant => applicant.Application == application.Id)
            .Select(applicant => applicant.EmailKey)
            .ToListAsync(ct);
        var team = (await ReviewTeam.OfAsync(db, application.Organisation, found.Stage.Team, ct))
            .Where(seat =>
                !EmailAddress.TryParse(seat.Email, out var address, out _)
                || !writing.Contains(address.Key)
            )
            .ToList();
        var voting = team.Where(seat => seat.Voting).ToList();
        if (Readiness.AgainstTeam(found, voting.Count) is { } refusal)
            return refusal;
        var (round, opened) = BallotRound.Open(
            application.Id,
            found.Stage.Key,
            found.Rule,
            team.Select(seat => new RoundSeat(seat.Person, ReviewTeam.NameOf(seat), seat.Voting)),
            actor,
            now
        );
        db.Add(round);
        var next = NextLineOf
            .Desk(NextFacts.Of(application, round), program.Clocks, Ball.WorkGroup, atHome)
            .Sentence;
        return opened.Then([
            .. voting.Select(seat => mail.VoteWanted(application, seat, next, now)),
        ]);
    }
}
