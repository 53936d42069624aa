using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Membership.Communities.Data;
using Banyan.Membership.Communities.Domain;
using Banyan.Membership.People.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Contracts;

/// <summary>What one has to know to list a community.</summary>
public sealed record CommunityOutline(string Name, WebAddress? Website, string Place, string Kind);

/// <summary>A community that is there once the outcome is committed.</summary>
public sealed record CommunityEnsured(CommunityId Id, Outcome Outcome);

/// <summary>Finds and lists communities. What it adds is committed by the caller.</summary>
public sealed class CommunityDirectory(BanyanDb db)
{
    /// <summary>The community of this person with the same website, else with the same name; only one that they own or edit, for a name alone proves nothing.</summary>
    public async Task<CommunityFacts?> FindOfAsync(
        PersonId person,
        WebAddress? website,
        string name,
        CancellationToken ct
    )
    {
        // Read before looking, and changed by listing: of two listings by one person at the same moment the later looks again.
        await db.People.SingleAsync(p => p.Id == person, ct);
        var canonical = website?.Canonical;
        var folded = Slugs.Folded(name);
        var found = await (
            from community in db.Communities
            join member in db.CommunityMembers on community.Id equals member.CommunityId
            where member.PersonId == person && member.Role != CommunityRole.Viewer
            where
                community.FoldedName == folded
                || (canonical != null && community.Website == canonical)
            orderby community.Created
            select new { community.Id, community.Website }
        ).ToListAsync(ct);
        var best = found.FirstOrDefault(c => c.Website == canonical) ?? found.FirstOrDefault();
        return best is null
            ? null
            : await db.CommunityFacts.SingleAsync(facts => facts.Id == best.Id, ct);
    }

    /// <summary>For many at once, in one statement: the community of whoever proved this address, with the same website, else with the same name. Where there is none, or nobody proved it, it is left out.</summary>
    /// <param name="wanted">By the key of the address, with website and name.</param>
    public async Task<
        IReadOnlyDictionary<(string Email, string? Website, string Name), CommunityId>
    > FindOfAllAsync(
        IReadOnlyCollection<(string Email, string? Website, string Name)> wanted,
        CancellationToken ct
    )
    {
        var addresses = wanted.Select(each => each.Email).Distinct().ToList();
        var theirs = (
            await (
                from person in db.People
                where addresses.Contains(person.EmailKey)
                join member in db.CommunityMembers on person.Id equals member.PersonId
                where member.Role != CommunityRole.Viewer
                join community in db.Communities on member.CommunityId equals community.Id
                orderby community.Created
                select new
                {
                    person.EmailKey,
                    community.Id,
                    community.Website,
                    community.FoldedName,
                }
            ).ToListAsync(ct)
        ).ToLookup(each => each.EmailKey, StringComparer.Ordinal);
        var found = new Dictionary<(string, string?, string), CommunityId>();
        foreach (var each in wanted)
        {
            var folded = Slugs.Folded(each.Name);
            var best =
                theirs[each.Email]
                    .FirstOrDefault(c => each.Website is not null && c.Website == each.Website)
                ?? theirs[each.Email].FirstOrDefault(c => c.FoldedName == folded);
            if (best is not null)
                found[each] = best.Id;
        }
        return found;
    }

    /// <summary>Lists a community with this person as its owner.</summary>
    public async Task<CommunityEnsured> ListAsync(
        CommunityOutline outline,
        PersonId owner,
        Actor actor,
        Instant now,
        CancellationToken ct
    )
    {
        var tidy = outline with
        {
            Name = Typed.OneLine(outline.Name),
            Place = Typed.OneLine(outline.Place),
            Kind = Typed.OneLine(outline.Kind),
        };
        var wanted = Slugs.From(tidy.Name, "c");
        var candidates = Slugs.Candidates(wanted);
        var taken = await db
            .Communities.Where(c => candidates.Contains(c.Slug))
            .Select(c => c.Slug)
            .ToListAsync(ct);
        var outcome = Community.List(
            tidy,
            Slugs.Free(wanted, taken),
            owner,
            actor,
            now,
            out var community
        );
        if (outcome.Done)
        {
            db.Add(community);
            db.Entry(await db.People.SingleAsync(p => p.Id == owner, ct)).State =
                EntityState.Modified;
        }
        return new CommunityEnsured(community.Id, outcome);
    }
}
