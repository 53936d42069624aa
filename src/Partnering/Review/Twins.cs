using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Checks.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review;

/// <summary>A case of another group that looks like the one that is open.</summary>
internal sealed record Twin(string Reference, string Title);

/// <summary>
/// Open cases of other communities, under the same program, for the same day, with the same website or the same title. They may well be two
/// groups, so nobody is refused: staff sees each on the other. Looked for when the case is read and kept nowhere: two that are sent at the
/// same moment cannot miss each other, and one that is withdrawn is gone from the other.
/// </summary>
internal static class Twins
{
    private static readonly ApplicationState[] Open =
    [
        .. Enum.GetValues<ApplicationState>().Where(ApplicationMoves.IsOpen),
    ];

    public static async Task<IReadOnlyList<Twin>> OfAsync(
        BanyanDb db,
        Viewer viewer,
        Application application,
        CancellationToken ct
    )
    {
        if (!ApplicationMoves.IsOpen(application.State))
            return [];
        var (id, program) = (application.Id, application.Program);
        var (community, day) = (application.Community, application.EventDate);
        var sites = db.Checks.Where(check => check.Kind == CheckKind.Site);
        var rows = await db
            .Applications.AsNoTracking()
            .OnDeskOf(viewer, CasePermissions.Read)
            .Where(a => a.Program == program && a.EventDate == day && Open.Contains(a.State))
            .Where(a => a.Id == id || a.Community != community)
            .OrderBy(a => a.SubmittedAt)
            .ThenBy(a => a.Reference)
            .Select(a => new
            {
                a.Id,
                a.Reference,
                a.Title,
                Website = sites
                    .Where(check => check.Application == a.Id)
                    .Select(check => check.Address)
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        var mine = rows.Find(row => row.Id == id);
        return
        [
            .. rows.Where(row =>
                    row.Id != id
                    && (
                        SameSubject.Site(row.Website, mine?.Website)
                        || SameSubject.Title(row.Title, application.Title)
                    )
                )
                .Select(row => new Twin(row.Reference, row.Title)),
        ];
    }
}
