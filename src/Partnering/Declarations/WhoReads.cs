using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Declarations.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Declarations;

/// <summary>Everybody whom a case could reach, each judged by the predicate that guards its page: the answer cannot differ from what happens.</summary>
internal sealed class WhoReads(BanyanDb db, PermissionBook book)
{
    public async Task<IReadOnlyList<CaseReader>> OfAsync(
        Application application,
        CancellationToken ct
    )
    {
        var (id, organisation) = (application.Id, application.Organisation);
        var seats = await db
            .SeatFacts.Where(seat => seat.Organisation == organisation)
            .OrderBy(seat => seat.Person)
            .ToListAsync(ct);
        var people = seats
            .GroupBy(seat => seat.Person)
            .ToDictionary(group => group.Key, group => SeatedViewer.Of([.. group], book));
        var declared = await db.DeclarationsOf(id).AsNoTracking().ToListAsync(ct);
        var readers = await AskAsync(id, people, (cases, viewer) => cases.OnDeskOf(viewer), ct);
        var reached = await AskAsync(id, people, (cases, viewer) => cases.InReachOf(viewer), ct);
        return
        [
            .. seats
                .DistinctBy(seat => seat.Person)
                .Where(seat => reached.Contains(seat.Person))
                .Select(seat => new CaseReader(
                    seat.Person,
                    ReviewTeam.NameOf(seat),
                    string.Join(
                        ", ",
                        seats
                            .Where(each => each.Person == seat.Person)
                            .Select(each => each.TeamName)
                    ),
                    readers.Contains(seat.Person),
                    declared.Find(declaration => declaration.Person == seat.Person)
                ))
                .OrderByDescending(reader => reader.Reads)
                .ThenBy(reader => reader.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>The guard of the case page asked for each of them, in one statement.</summary>
    private async Task<HashSet<PersonId>> AskAsync(
        ApplicationId id,
        IReadOnlyDictionary<PersonId, Viewer> people,
        Func<IQueryable<Application>, Viewer, IQueryable<Application>> guard,
        CancellationToken ct
    )
    {
        var mine = db.Applications.Where(a => a.Id == id);
        var all = people
            .Select(pair =>
            {
                var person = pair.Key;
                var admitted = guard(mine, pair.Value);
                return db
                    .PersonFacts.Where(facts => facts.Id == person && admitted.Any())
                    .Select(facts => facts.Id);
            })
            .Aggregate((one, other) => one.Concat(other));
        return [.. await all.ToListAsync(ct)];
    }
}

/// <summary>Somebody whom a case reaches by their place.</summary>
/// <param name="Teams">In words.</param>
internal sealed record CaseReader(
    PersonId Person,
    string Name,
    string Teams,
    bool Reads,
    Declaration? Declaration
);
