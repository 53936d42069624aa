using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.Organisations.Domain;
using Banyan.Membership.Teams.Data;
using Banyan.Membership.Teams.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Contracts;

/// <summary>Finds organisations and their teams, and makes them where a program file names one that is missing. What it adds is committed by the caller.</summary>
public sealed class OrganisationDirectory(BanyanDb db)
{
    public Task<OrganisationFacts?> FindAsync(string slug, CancellationToken ct) =>
        db.OrganisationFacts.SingleOrDefaultAsync(facts => facts.Slug == slug, ct);

    /// <summary>The organisation with this slug; founded, with its teams of owners and staff, when there is none.</summary>
    /// <param name="homeZone">IANA id, for a new one.</param>
    /// <param name="country">ISO 3166 alpha-2, for a new one.</param>
    public async Task<OrganisationEnsured> EnsureAsync(
        string slug,
        string name,
        string homeZone,
        string? country,
        Actor actor,
        Instant now,
        CancellationToken ct
    )
    {
        var known = await db.Organisations.SingleOrDefaultAsync(o => o.Slug == slug, ct);
        if (known is not null)
            return new OrganisationEnsured(known.Id, Outcome.Of(actor, now));
        var founded = Organisation.Found(
            new OrganisationOutline(slug, name, homeZone, country),
            actor,
            now,
            out var organisation
        );
        if (organisation is null)
            return new OrganisationEnsured(default, founded);
        db.Add(organisation);
        var formed = Team.First(organisation.Id, actor, now, out var teams);
        db.AddRange(teams);
        return new OrganisationEnsured(organisation.Id, founded.And(formed));
    }

    /// <summary>Makes a team that is missing; one that is there keeps its name and kind.</summary>
    public async Task<Outcome> EnsureTeamAsync(
        OrganisationId organisation,
        string slug,
        string name,
        TeamKind kind,
        Actor actor,
        Instant now,
        CancellationToken ct
    )
    {
        var there =
            db.Teams.Local.Any(team => team.OrganisationId == organisation && team.Slug == slug)
            || await db.Teams.AnyAsync(
                team => team.OrganisationId == organisation && team.Slug == slug,
                ct
            );
        if (there)
            return Outcome.Of(actor, now);
        var outcome = Team.Form(organisation, slug, name, kind, actor, now, out var added);
        db.Add(added);
        return outcome;
    }
}

/// <summary>An organisation that is there once the outcome is committed.</summary>
public sealed record OrganisationEnsured(OrganisationId Id, Outcome Outcome);
