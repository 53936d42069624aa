using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Ballots;

/// <summary>A case that waits for the viewer's declaration or vote.</summary>
/// <param name="Cleared">They have declared: the vote is next, not the declaration.</param>
/// <param name="Words">Of the answers that they will read.</param>
internal sealed record WaitingCase(
    string Reference,
    string Title,
    bool Cleared,
    ZonedDateTime ClosesAt,
    int Words
);

/// <summary>What waits for somebody's vote, what closes first on top. Cases that a conflict of interest took away are not in it, nor rounds that stand still.</summary>
internal sealed class VotingQueue(BanyanDb db, ProgramShelf shelf, IClock clock)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<WaitingCase>> OfAsync(Viewer viewer, CancellationToken ct)
    {
        var rows = await RowsAsync(viewer, ct);
        if (rows.Count == 0)
            return [];
        var ids = rows.Select(row => row.Id).ToList();
        var answers = await db.Set<Answer>()
            .AsNoTracking()
            .Where(answer => ids.Contains(answer.Application))
            .Select(answer => new
            {
                answer.Application,
                answer.Question,
                answer.Text,
            })
            .ToListAsync(ct);
        var programs = await shelf.DefinitionsAsync(rows.Select(row => row.Version), ct);
        var byCase = answers.ToLookup(answer => answer.Application);
        return
        [
            .. rows.Select(row =>
            {
                var hidden = programs[row.Version]
                    .Questions.Where(question => question.Visibility == Visibility.Staff)
                    .Select(question => question.Key)
                    .ToHashSet(StringComparer.Ordinal);
                return new WaitingCase(
                    row.Reference,
                    row.Title,
                    row.Cleared,
                    row.ClosesAt.InZone(Zones.Of(row.HomeZone)),
                    byCase[row.Id]
                        .Where(answer => !hidden.Contains(answer.Question))
                        .Sum(answer => ReadingTime.WordsOf(answer.Text))
                );
            }),
        ];
    }

    private Task<List<Row>> RowsAsync(Viewer viewer, CancellationToken ct)
    {
        var (me, now) = (viewer.Person, clock.GetCurrentInstant());
        var allowed = viewer.OrganisationsWhere(CasePermissions.Vote);
        var cases = db
            .Applications.ListedFor(viewer)
            .AsNoTracking()
            .Where(a =>
                allowed.Contains(a.Organisation)
                && (
                    a.State == ApplicationState.InReview || a.State == ApplicationState.Consultation
                )
                && a.Ball != Ball.Applicant
            );
        var rounds = db
            .Rounds.WantedOf(me)
            .Where(round => round.PausedAt == null && round.ClosesAt > now);
        var organisations = db.OrganisationFacts;
        return (
            from a in cases
            join round in rounds on a.Id equals round.Application
            join organisation in organisations on a.Organisation equals organisation.Id
            orderby round.ClosesAt, a.Reference
            select new Row(
                a.Id,
                a.Reference,
                a.Title,
                a.ProgramVersion,
                organisation.HomeZone,
                round.ClosesAt,
                round.Clearances.Any(clearance => clearance.Person == me)
            )
        )
            .Take(Most)
            .ToListAsync(ct);
    }

    private sealed record Row(
        ApplicationId Id,
        string Reference,
        string Title,
        ProgramVersionId Version,
        string HomeZone,
        Instant ClosesAt,
        bool Cleared
    );
}
