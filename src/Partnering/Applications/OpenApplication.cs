using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Applications;

/// <summary>The application that a page of the applicant's side is about, loaded through what the viewer may see.</summary>
internal sealed class OpenApplication(BanyanDb db, Viewer viewer, ProgramShelf shelf, IClock clock)
{
    private DateTimeZone zone = DateTimeZone.Utc;

    public Application Application { get; private set; } = null!;
    public ProgramDefinition Program { get; private set; } = null!;
    public Instant Now { get; private set; }

    /// <summary>The code with which it came; null where it came through an open door.</summary>
    public AdmissionCode? Code { get; private set; }
    public Viewer Viewer => viewer;

    /// <summary>Today where the organisation is at home; its window is judged by it.</summary>
    public LocalDate Today => AtHome.Date;

    /// <summary>Now by the clock of the organisation.</summary>
    public ZonedDateTime AtHome => Now.InZone(zone);

    /// <summary>False when there is no such application for this viewer; the page then answers 404.</summary>
    public async Task<bool> LoadAsync(string reference, CancellationToken ct)
    {
        var found = await db
            .Applications.HeldBy(viewer)
            .WithReference(reference)
            .Include(a => a.Answers)
            .Include(a => a.Applicants)
            .Include(a => a.Acceptances)
            .Include(a => a.Thread.Where(entry => entry.Audience == Audience.Applicant))
            .AsSplitQuery()
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return false;
        Application = found;
        Now = clock.GetCurrentInstant();
        var facts = db.OrganisationFacts;
        var home = await (
            from program in db.Programs
            join organisation in facts on program.Organisation equals organisation.Id
            where program.Id == found.Program
            select new { program.CurrentVersion, organisation.HomeZone }
        ).SingleAsync(ct);
        zone = Zones.Of(home.HomeZone);
        // What is not sent yet follows the program; what was sent keeps the version it was sent under.
        found.Follow(home.CurrentVersion);
        if (
            viewer.Person is { } person
            && EmailAddress.TryParse(viewer.Email, out var email, out _)
        )
            found.Meet(email, person, Now);
        Program = await shelf.DefinitionAsync(found.ProgramVersion, ct);
        Code = found.Admission is { } code
            ? await db.AdmissionCodes.SingleAsync(known => known.Id == code, ct)
            : null;
        return true;
    }

    public FormState Form(bool complete) =>
        FormState.Of(Program, Application.Answers, Today, CultureInfo.CurrentUICulture, complete);

    public WindowJudgement Window(FormState form) => form.Window(Program, Code, Today);

    public IReadOnlyList<Clause> ClausesLeft => Application.ClausesLeft(Program);

    /// <summary>Who writes: the name of the person, or the address that the draft began with.</summary>
    public Actor Actor =>
        viewer.Person is not null
            ? viewer.Actor
            : Actor.Visitor(Application.Applicants.MinBy(applicant => applicant.InvitedAt)!.Email);
}
