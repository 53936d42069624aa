using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Chairing;

/// <summary>Members of a round's team who have no seat in it and could take one: they vote in the team, do not write on the application, and have not stepped aside.</summary>
internal sealed class FreeMembers(BanyanDb db)
{
    public async Task<IReadOnlyList<FreeMember>> OfAsync(
        Application application,
        BallotRound round,
        CancellationToken ct
    )
    {
        var id = application.Id;
        var team = await ReviewTeam.OfAsync(db, application.Organisation, round.Team, ct);
        var declared = await db.DeclarationsOf(id).AsNoTracking().ToListAsync(ct);
        var writing = await db.Set<Applicant>()
            .Where(applicant => applicant.Application == id)
            .Select(applicant => applicant.EmailKey)
            .ToListAsync(ct);
        return
        [
            .. team.Where(member =>
                    member.Voting
                    && !round.Seats.Exists(seat => seat.Person == member.Person)
                    && !declared.Exists(d => d.Person == member.Person && !d.Votes)
                    && !(
                        EmailAddress.TryParse(member.Email, out var address, out _)
                        && writing.Contains(address.Key)
                    )
                )
                .Select(member => new FreeMember(
                    member,
                    declared.Exists(d => d.Person == member.Person)
                )),
        ];
    }
}

/// <param name="Declared">Has said before that nothing stands between.</param>
internal sealed record FreeMember(SeatFacts Seat, bool Declared);
