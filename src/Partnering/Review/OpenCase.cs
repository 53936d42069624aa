using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Chairing;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review.Data;
using Banyan.Partnering.Review.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>The case that a verb page of the desk is about, loaded to be changed, through what the viewer may see and do.</summary>
internal sealed class OpenCase(BanyanDb db, Viewer viewer, ProgramShelf shelf, IClock clock)
{
    private bool letterWritten;

    public Application Case { get; private set; } = null!;
    public ProgramDefinition Program { get; private set; } = null!;

    /// <summary>The open round, or else the latest; null where none was opened yet.</summary>
    public BallotRound? Round { get; private set; }

    /// <summary>What the approval has begun; null before its letter has left.</summary>
    public Partnership? Partner { get; private set; }
    public Instant Now { get; private set; }
    public Actor Actor => viewer.Actor;
    public CaseTurn Turn => new(Case, Program, Actor, Now);
    public PersonId? Person => viewer.Person;

    /// <summary>Now by the clock of the organisation, as the applicant is told.</summary>
    public ZonedDateTime AtHome { get; private set; }
    public LocalDate Today => AtHome.Date;

    /// <summary>The lanes of the thread that the viewer reads.</summary>
    public IReadOnlyList<Audience> Lanes => Review.Lanes.ReadBy(viewer, Case);
    public bool ForStaff => viewer.May(CasePermissions.Read, Case.Organisation);

    /// <summary>The viewer keeps the latest round going; without one nobody does.</summary>
    public bool LeadsRound { get; private set; }

    /// <summary>May stop the latest round and let it go on.</summary>
    public bool HoldsRound => LeadsRound || ForStaff && Round is not null;

    /// <summary>False when there is no such case for this viewer, or they may not do this to it; the page then answers 404.</summary>
    public async Task<bool> LoadAsync(string reference, string permission, CancellationToken ct)
    {
        var cases = db.Applications.OnDeskOf(viewer, permission).WithReference(reference);
        var organisations = db.OrganisationFacts;
        var written = db.Letters.Where(letter => letter.State == LetterState.Draft);
        var found = await (
            from application in cases
            join organisation in organisations on application.Organisation equals organisation.Id
            select new
            {
                Case = application,
                organisation.HomeZone,
                LetterWritten = written.Any(letter => letter.Application == application.Id),
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return false;
        Case = found.Case;
        letterWritten = found.LetterWritten;
        Now = clock.GetCurrentInstant();
        AtHome = Now.InZone(Zones.Of(found.HomeZone));
        Program = await shelf.DefinitionAsync(Case.ProgramVersion, ct);
        var id = Case.Id;
        Round = await db
            .Rounds.Where(round => round.Application == id)
            .LatestFirst()
            .Whole()
            .FirstOrDefaultAsync(ct);
        Partner =
            (Case.Revisit?.From ?? Case.State) == ApplicationState.Approved
                ? await db.PartnershipOfAsync(id, ct)
                : null;
        LeadsRound = await Leading.OfAsync(db, viewer, Case, Round, ct);
        Head = new(
            Case.Reference,
            Case.Title,
            CaseText.Alone(StateWords.Of(Case.State)),
            StateTone.Of(Case),
            Next
        );
        return true;
    }

    public NextLine Next =>
        NextLineOf.Desk(
            NextFacts.Of(Case, Round) with
            {
                Partner = Partner?.Next,
                LetterWritten = letterWritten,
            },
            Program.Clocks,
            CaseText.ReaderOf(viewer, Case),
            AtHome
        );

    /// <summary>As it stood when it was loaded: a refused change leaves nothing of itself on the page.</summary>
    public CaseHead Head { get; private set; } = null!;

    public Stage? ReviewStage =>
        Program.Stages.FirstOrDefault(stage => stage.Kind == StageKind.Review);
}

/// <summary>What stands on top of every page about a case.</summary>
internal sealed record CaseHead(
    string Reference,
    string Title,
    string State,
    Tone Tone,
    NextLine Next
);
