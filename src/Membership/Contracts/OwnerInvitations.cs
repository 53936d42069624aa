using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Membership.Organisations;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.Organisations.Domain;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Banyan.Membership.Teams;
using Banyan.Membership.Teams.Data;
using Banyan.Membership.Teams.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Contracts;

/// <summary>What became of an invitation.</summary>
/// <param name="Organisation">Its name; empty where it was refused.</param>
/// <param name="Changed">False where the person was in both teams already.</param>
/// <param name="Refusal">The sentence, when it was refused.</param>
public sealed record OwnerInvited(string Organisation, bool Changed, string? Refusal);

/// <summary>Makes somebody an owner without an owner's doing. For the server's own prompt alone: no page may call it.</summary>
public sealed class OwnerInvitations(BanyanDb db, SiteAddress site)
{
    private static readonly Actor Prompt = Actor.Visitor("banyan admin invite");

    /// <summary>Adds a person, known or new, to the owners and the staff of an organisation and tells them by mail.</summary>
    /// <param name="slug">Null: the only organisation there is.</param>
    public async Task<OwnerInvited> InviteAsync(
        EmailAddress address,
        string? slug,
        Instant now,
        CancellationToken ct
    )
    {
        var all = await db.Organisations.AsNoTracking().OrderBy(o => o.Slug).ToListAsync(ct);
        var organisation =
            slug is null && all.Count == 1 ? all[0] : all.Find(known => known.Slug == slug);
        if (organisation is null)
            return new OwnerInvited("", false, Against(slug, all));
        var person = await db.PersonOfAsync(address, now, ct);
        var outcome = await SeatAsync(organisation, person, now, ct);
        var changed = outcome.Events.Count > 0;
        if (changed)
            outcome = outcome.Then(
                TeamLetter
                    .Invitation(person, organisation.Name, site)
                    .SpokenBy(OrganisationVoice.Of(organisation))
                    .Send(now)
            );
        outcome = await db.CommitAsync(outcome, ct);
        return new OwnerInvited(organisation.Name, changed, outcome.Refusal?.Sentence);
    }

    private async Task<Outcome> SeatAsync(
        Organisation organisation,
        Person person,
        Instant now,
        CancellationToken ct
    )
    {
        var outcome = Outcome.Of(Prompt, now);
        var teams = await db
            .Teams.Include(team => team.Members)
            .Where(team => team.OrganisationId == organisation.Id)
            .Where(team => team.Slug == Team.OwnersSlug || team.Slug == Team.StaffSlug)
            .ToListAsync(ct);
        foreach (var team in teams.Where(team => !team.Has(person.Id)))
            outcome = outcome.And(
                team.Add(person.Id, voting: team.Kind == Kernel.Access.TeamKind.Staff, Prompt, now)
            );
        return outcome;
    }

    private static string Against(string? slug, List<Organisation> all)
    {
        var names = string.Join(", ", all.Select(known => known.Slug));
        return all.Count == 0 ? Teams.Texts.InviteNoOrganisation
            : slug is null
                ? string.Format(CultureInfo.CurrentCulture, Teams.Texts.InviteWhich, names)
            : string.Format(CultureInfo.CurrentCulture, Teams.Texts.InviteUnknown, slug, names);
    }
}
