using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Checks.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review;

/// <summary>A case of another group that looks like the one that is open.</summary>
/// <param name="IsOpen">It is under way itself; otherwise it is over, here or before this site was used.</param>
/// <param name="Sentence">What leads over to its title.</param>
internal sealed record Twin(string Reference, string Title, bool IsOpen, string Sentence)
{
    public static Twin Of(string reference, string title, ApplicationState state, bool imported) =>
        new(
            reference,
            title,
            ApplicationMoves.IsOpen(state),
            ApplicationMoves.IsOpen(state)
                ? CaseText.Fill(Texts.TwinLooksLike, reference)
                : CaseText.Fill(
                    imported ? Texts.TwinImported : Texts.TwinEnded,
                    reference,
                    StateWords.Of(state)
                )
        );
}

/// <summary>
/// Cases of other communities, under the same program, with the same website or the same title: for the same day, open or over, and where the
/// title is the same to the letter, past ones of any day. They may well be two groups, so nobody is refused: staff sees each on the other.
/// Looked for when the case is read and kept nowhere: two that are sent at the same moment cannot miss each other, and one that is withdrawn
/// is shown as over on the other.
/// </summary>
internal static class Twins
{
    private const int Most = 100;

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
        var (title, key) = (application.Title, application.TitleKey);
        var sites = db.Checks.Where(check => check.Place != null);
        var sameSite =
            from mine in sites
            where mine.Application == id
            join other in sites on mine.Place equals other.Place
            select other.Application;
        var sameTitle = db
            .Applications.Where(a => a.Program == program && a.TitleKey == key && key != "")
            .Select(a => a.Id);
        var rows = await db
            .Applications.AsNoTracking()
            .OnDeskOf(viewer, CasePermissions.Read)
            .Where(a => sameTitle.Concat(sameSite).Contains(a.Id))
            .Where(a =>
                a.Id != id
                && a.Program == program
                && (community == null || a.Community != community)
                && (
                    a.EventDate == day && (day != null || a.DueAt != null)
                    || a.Title == title && a.DueAt == null
                )
            )
            .OrderBy(a => a.DueAt == null)
            .ThenBy(a => a.SubmittedAt)
            .ThenBy(a => a.Reference)
            .Take(Most)
            .Select(a => new
            {
                a.Reference,
                a.Title,
                a.State,
                Imported = a.ImportedWith != null,
            })
            .ToListAsync(ct);
        return [.. rows.Select(row => Twin.Of(row.Reference, row.Title, row.State, row.Imported))];
    }
}
