using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Programs;

/// <summary>The program that a page of its settings is about, loaded through what the viewer may do in its organisation.</summary>
internal sealed class LedProgram(BanyanDb db, Viewer viewer, ProgramShelf shelf, IClock clock)
{
    public PartnerProgram Program { get; private set; } = null!;

    /// <summary>As it is published now.</summary>
    public ProgramDefinition Definition { get; private set; } = null!;
    public OrganisationFacts Organisation { get; private set; } = null!;
    public Instant Now { get; private set; }
    public Actor Actor => viewer.Actor;

    /// <summary>By the clock of the organisation.</summary>
    public ZonedDateTime AtHome => Now.InZone(Organisation.Zone);
    public LocalDate Today => AtHome.Date;

    /// <summary>False when there is no such program, or it is not the viewer's to do this to; the page then answers 404.</summary>
    public async Task<bool> LoadAsync(string slug, string permission, CancellationToken ct)
    {
        var where = viewer.OrganisationsWhere(permission);
        var program = await db.Programs.SingleOrDefaultAsync(
            known => known.Slug == slug && where.Contains(known.Organisation),
            ct
        );
        if (program is null)
            return false;
        Program = program;
        Definition = await shelf.DefinitionAsync(program.CurrentVersion, ct);
        var id = program.Organisation;
        Organisation = await db.OrganisationFacts.SingleAsync(facts => facts.Id == id, ct);
        Now = clock.GetCurrentInstant();
        return true;
    }
}
