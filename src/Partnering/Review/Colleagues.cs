using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Declarations.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review;

/// <summary>The staff who may read a case: nobody who stepped aside from it, and nobody who writes on its application.</summary>
internal sealed class Colleagues(BanyanDb db)
{
    public async Task<IReadOnlyList<SeatFacts>> OfAsync(
        Application application,
        CancellationToken ct
    )
    {
        var (id, organisation) = (application.Id, application.Organisation);
        var aside = db.DeclarationsOf(id).Where(declaration => !declaration.Reads);
        var applicants = db.Set<Applicant>().Where(applicant => applicant.Application == id);
        var seats = await db
            .SeatFacts.Where(seat =>
                seat.Organisation == organisation && seat.Kind == TeamKind.Staff
            )
            .Where(seat =>
                !aside.Any(declaration => declaration.Person == seat.Person)
                && !applicants.Any(applicant => applicant.Person == seat.Person)
            )
            .ToListAsync(ct);
        return
        [
            .. seats
                .DistinctBy(seat => seat.Person)
                .OrderBy(seat => NameOf(seat), StringComparer.CurrentCulture),
        ];
    }

    public static string NameOf(SeatFacts seat) => ReviewTeam.NameOf(seat);
}
