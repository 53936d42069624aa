using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files.Edits;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>The program that a page of its settings is about, with its current version and the working copy, loaded through what the viewer may edit.</summary>
internal sealed class OpenProgram(BanyanDb db, Viewer viewer, ProgramShelf shelf, IClock clock)
{
    public PartnerProgram Program { get; private set; } = null!;
    public ProgramVersion Current { get; private set; } = null!;

    /// <summary>Null while nobody has begun one.</summary>
    public ProgramDraft? Draft { get; private set; }

    /// <summary>The number of the version from which the working copy was begun.</summary>
    public int BaseNumber { get; private set; }
    public OrganisationFacts Organisation { get; private set; } = null!;

    /// <summary>As it is published now.</summary>
    public ProgramDefinition Published { get; private set; } = null!;
    public Instant Now { get; private set; }

    /// <summary>By the clock of the organisation.</summary>
    public LocalDate Today => Now.InZone(Organisation.Zone).Date;
    public Actor Actor => viewer.Actor;
    public PersonId Person => viewer.Person!.Value;
    public string Slug => Program.Slug;
    public BanyanDb Db => db;

    /// <summary>What the published version is called.</summary>
    public string Name => Published.Name.ToString();

    /// <summary>Another version was published since the working copy was begun.</summary>
    public bool IsOld => Draft is not null && Draft.Base != Current.Id;

    /// <summary>False when there is no such program for this viewer; the page then answers 404.</summary>
    public async Task<bool> LoadAsync(string slug, string permission, CancellationToken ct)
    {
        var (versions, drafts, organisations) = (
            db.ProgramVersions,
            db.ProgramDrafts,
            db.OrganisationFacts
        );
        var found = await (
            from program in db.Programs.EditedBy(viewer, permission)
            where program.Slug == slug
            join version in versions on program.CurrentVersion equals version.Id
            join organisation in organisations on program.Organisation equals organisation.Id
            from draft in drafts.Where(d => d.Program == program.Id).DefaultIfEmpty()
            from begun in versions.Where(v => draft != null && v.Id == draft.Base).DefaultIfEmpty()
            select new
            {
                program,
                version,
                organisation,
                draft,
                number = begun == null ? 0 : begun.Number,
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return false;
        (Program, Current, Draft, BaseNumber, Organisation, Now) = (
            found.program,
            found.version,
            found.draft,
            found.number,
            found.organisation,
            clock.GetCurrentInstant()
        );
        Published = await shelf.DefinitionAsync(Current.Id, ct);
        return true;
    }

    /// <summary>What stands between a text of this program and its publication.</summary>
    public DraftReading Read(string text) => DraftReading.Of(text, Organisation.Slug, Slug);

    public Task<ProgramVersion?> VersionAsync(int number, CancellationToken ct)
    {
        var id = Program.Id;
        return db
            .ProgramVersions.AsNoTracking()
            .SingleOrDefaultAsync(version => version.Program == id && version.Number == number, ct);
    }

    /// <summary>Names by person; an address where somebody has not given a name.</summary>
    public async Task<IReadOnlyDictionary<PersonId, string>> NamesAsync(
        IEnumerable<PersonId> people,
        CancellationToken ct
    )
    {
        var wanted = people.Distinct().ToList();
        return await db
            .PersonFacts.Where(person => wanted.Contains(person.Id))
            .ToDictionaryAsync(
                person => person.Id,
                person => person.Name.Length > 0 ? person.Name : person.Email,
                ct
            );
    }
}
