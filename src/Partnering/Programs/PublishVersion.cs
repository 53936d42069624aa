using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Programs;

/// <summary>Makes a definition the current version of its program, with the teams that its stages name; the caller commits.</summary>
internal sealed class PublishVersion(BanyanDb db, OrganisationDirectory organisations)
{
    /// <summary>The number is that of the version which is current afterwards; 0 where it was refused.</summary>
    public async Task<(Outcome Outcome, int Number)> OfAsync(
        ProgramDefinition definition,
        OrganisationId organisation,
        string note,
        Actor actor,
        Instant now,
        CancellationToken ct
    )
    {
        var outcome = Outcome.Of(actor, now);
        foreach (var stage in definition.Stages)
            outcome = outcome.And(
                await organisations.EnsureTeamAsync(
                    organisation,
                    stage.Team,
                    NameOf(stage.Team),
                    KindOf(stage.Kind),
                    actor,
                    now,
                    ct
                )
            );
        var program = await db.Programs.SingleOrDefaultAsync(p => p.Slug == definition.Slug, ct);
        if (program is not null && program.Organisation != organisation)
            return (ProgramRefusals.OfAnother(definition.Slug), 0);
        var current = program is null
            ? null
            : await db.ProgramVersions.SingleAsync(v => v.Id == program.CurrentVersion, ct);
        if (program is null)
            db.Add(program = new PartnerProgram(organisation, definition.Slug));
        var (version, published) = program.Publish(
            ProgramFile.Write(definition),
            ProgramFile.Fingerprint(definition),
            (current?.Number ?? 0) + 1,
            current,
            note,
            actor,
            now
        );
        if (version is not null)
            db.Add(version);
        return (outcome.And(published), version?.Number ?? current!.Number);
    }

    /// <summary>Of the teams that the stages name, those that are not there yet.</summary>
    public async Task<IReadOnlyList<string>> NewTeamsAsync(
        ProgramDefinition definition,
        OrganisationId organisation,
        CancellationToken ct
    )
    {
        var known = await db
            .TeamFacts.Where(team => team.Organisation == organisation)
            .Select(team => team.Slug)
            .ToListAsync(ct);
        return [.. definition.Stages.Select(stage => stage.Team).Distinct().Except(known)];
    }

    private static TeamKind KindOf(StageKind kind) =>
        kind switch
        {
            StageKind.PreReview => TeamKind.Staff,
            StageKind.Review => TeamKind.WorkGroup,
            StageKind.Consultation => TeamKind.Board,
        };

    // "grants-work-group" is the Grants work group.
    private static string NameOf(string slug)
    {
        var words = slug.Replace('-', ' ');
        return string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));
    }
}
