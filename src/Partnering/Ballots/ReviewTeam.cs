using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Ballots;

/// <summary>Who sits today in the team that a stage names.</summary>
internal static class ReviewTeam
{
    public static Task<List<SeatFacts>> OfAsync(
        BanyanDb db,
        OrganisationId organisation,
        string team,
        CancellationToken ct
    ) =>
        db
            .SeatFacts.Where(seat => seat.Organisation == organisation && seat.Team == team)
            .OrderBy(seat => seat.Person)
            .ToListAsync(ct);

    /// <summary>The address stands in for the name of somebody who has not given one yet.</summary>
    public static string NameOf(SeatFacts seat) => seat.Name.Length > 0 ? seat.Name : seat.Email;
}
