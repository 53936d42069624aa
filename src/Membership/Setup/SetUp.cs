using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.Organisations.Domain;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Banyan.Membership.Setup.Domain;
using Banyan.Membership.Teams.Data;
using Banyan.Membership.Teams.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Setup;

/// <summary>The organisation as the first owner types it.</summary>
/// <param name="Slug">Empty: made from the name.</param>
internal sealed record NewOrganisation(string Name, string Slug);

/// <summary>Makes the first owner: of a new organisation, or of every organisation there is, since none has one.</summary>
internal sealed class SetUp(BanyanDb db)
{
    /// <summary>Adds person, organisation and seats to the context; the caller commits.</summary>
    public async Task<(Outcome Outcome, Person Owner)> MakeAsync(
        SetupKey key,
        EmailAddress address,
        string name,
        NewOrganisation organisation,
        Instant now,
        CancellationToken ct
    )
    {
        var owner = await db.PersonOfAsync(address, now, ct);
        var actor = Actor.Of(owner.Id, name);
        var outcome = key.Use(owner.Id, name, now).And(owner.Rename(name, actor, now));
        outcome = outcome.And(owner.SignIn(now));
        var teams = await db
            .Teams.Include(team => team.Members)
            .Where(team => team.Slug == Team.OwnersSlug || team.Slug == Team.StaffSlug)
            .ToListAsync(ct);
        if (!await db.Organisations.AnyAsync(ct))
            outcome = outcome.And(Found(organisation, actor, now, teams));
        foreach (var team in teams)
            outcome = outcome.And(
                team.Add(owner.Id, voting: team.Kind == TeamKind.Staff, actor, now)
            );
        return (outcome, owner);
    }

    private Outcome Found(NewOrganisation typed, Actor actor, Instant now, List<Team> teams)
    {
        var slug = typed.Slug.Length > 0 ? typed.Slug : Slugs.From(typed.Name, "org");
        if (!Slugs.Is(slug))
            return Organisations.Domain.Refusals.SlugUnreadable;
        var founded = Organisation.Found(
            new OrganisationOutline(slug, typed.Name),
            actor,
            now,
            out var organisation
        );
        if (organisation is null)
            return founded;
        db.Add(organisation);
        var formed = Team.First(organisation.Id, actor, now, out var first);
        db.AddRange(first);
        teams.AddRange(first);
        return founded.And(formed);
    }
}
