using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Chairing;

/// <summary>Who keeps a round going: whoever chaired its team when it opened or chairs it today, and has declared that nothing stands between.</summary>
internal static class Leading
{
    public static async Task<bool> OfAsync(
        BanyanDb db,
        Viewer viewer,
        Application application,
        BallotRound? round,
        CancellationToken ct
    )
    {
        var me = viewer.Person;
        if (round is null || !viewer.May(CasePermissions.Chair, application.Organisation))
            return false;
        var chairs =
            round.SeatOf(me) is { Chair: true }
            || viewer.Seats.Any(seat =>
                seat.Chair
                && seat.Organisation == application.Organisation
                && seat.Team == round.Team
            );
        return chairs
            && await db.DeclarationsOf(application.Id).AnyAsync(d => d.Person == me && d.Votes, ct);
    }
}
