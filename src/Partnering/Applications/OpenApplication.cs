using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
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
    public Application Application { get; private set; } = null!;
    public ProgramDefinition Program { get; private set; } = null!;
    public Instant Now { get; private set; }
    public Viewer Viewer => viewer;

    /// <summary>Today where the reader is not known better: UTC.</summary>
    public LocalDate Today => Now.InUtc().Date;

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
        Program = await shelf.DefinitionAsync(found.ProgramVersion, ct);
        return true;
    }

    public FormState Form(bool complete) =>
        FormState.Of(Program, Application.Answers, Today, CultureInfo.CurrentUICulture, complete);

    public WindowJudgement Window(FormState form) =>
        ApplicationWindow.Judge(Program.Window, form.Date, form.FirstTime, Today);

    public IReadOnlyList<Clause> ClausesLeft =>
        [
            .. Program.Clauses.Where(clause =>
                !Application.Acceptances.Exists(known => known.Clause == clause.Key && known.Hash == ClauseText.Hash(clause))
            ),
        ];

    /// <summary>Who writes: the name of the person, or the address that the draft began with.</summary>
    public Actor Actor =>
        viewer.Person is not null ? viewer.Actor : Actor.Visitor(Application.Applicants[0].Email);
}
