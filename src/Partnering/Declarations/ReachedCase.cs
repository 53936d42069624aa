using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Declarations;

/// <summary>A case that one's place reaches, whether or not one may read it: the pages about conflicts of interest work on it, and show nothing of it but what everybody in reach may know.</summary>
internal sealed class ReachedCase(BanyanDb db, Viewer viewer, ProgramShelf shelf, IClock clock)
{
    public Application Case { get; private set; } = null!;
    public ProgramDefinition Program { get; private set; } = null!;

    /// <summary>The viewer's own; null while they have not declared.</summary>
    public Declaration? Mine { get; private set; }

    /// <summary>The open round, whole; null where none is open.</summary>
    public BallotRound? Round { get; private set; }
    public Instant Now { get; private set; }
    public ZonedDateTime Here { get; private set; }
    public PersonId Person => viewer.Person!.Value;
    public CaseTurn Turn => new(Case, Program, viewer.Actor, Now);

    /// <summary>By the predicate that guards the case page.</summary>
    public bool MayRead { get; private set; }

    public async Task<bool> LoadAsync(string reference, CancellationToken ct)
    {
        var cases = db.Applications.InReachOf(viewer).WithReference(reference);
        var me = viewer.Person;
        if (await cases.SingleOrDefaultAsync(ct) is not { } found)
            return false;
        var id = found.Id;
        Case = found;
        Now = clock.GetCurrentInstant();
        Here = Now.InZone(
            (await db.OrganisationFacts.SingleAsync(o => o.Id == found.Organisation, ct)).Zone
        );
        Program = await shelf.DefinitionAsync(found.ProgramVersion, ct);
        Mine = await db.Set<Declaration>()
            .SingleOrDefaultAsync(d => d.Application == id && d.Person == me, ct);
        MayRead = await cases.OnDeskOf(viewer).AnyAsync(ct);
        Round = await db.OpenRoundOfAsync(id, ct);
        return true;
    }
}
