using System.Security.Cryptography;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Applications;

/// <summary>Begins an application with an e-mail address, or at once for somebody who is signed in.</summary>
[Public]
internal sealed class ApplyPage(
    ProgramShelf shelf,
    BanyanDb db,
    Viewer viewer,
    Sessions sessions,
    IClock clock
) : PageModel
{
    private LocalDate today;

    public ProgramDefinition Program { get; private set; } = null!;
    public Viewer Viewer => viewer;

    [BindProperty]
    public string Email { get; set; } = "";

    /// <summary>What staff gave to those who may come by invitation, or late; also taken from the address, so that a link can hold it.</summary>
    [BindProperty(Name = "code", SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Without a code the door is shut today; says why.</summary>
    public Refusal? Shut => Admission.Against(Program, today, null);
    public IReadOnlyList<FieldProblem> Problems => PageProblems.Problems(this);

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct) =>
        await LoadAsync(program, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string program, CancellationToken ct)
    {
        if (await LoadAsync(program, ct) is not { } found)
            return NotFound();
        if (
            !EmailAddress.TryParse(
                viewer.Email ?? this.Sent(nameof(Email)),
                out var email,
                out var problem
            )
        )
            return this.Refuse(
                new Refusal("email-not-readable", problem.Sentence(), nameof(Email))
            );
        var reference = NewReference(clock.GetCurrentInstant());
        return await this.CommitAsync(
            () => BeginAsync(found, reference, email, ct),
            ApplicationLinks.Show(reference),
            Texts.SaidStarted,
            ct
        );
    }

    /// <summary>Again from the start when somebody else came with the same code at the same moment.</summary>
    private async Task<Outcome> BeginAsync(
        ShelvedProgram found,
        string reference,
        EmailAddress email,
        CancellationToken ct
    )
    {
        var code = Code.Length > 0 ? await db.AdmissionCodeAsync(found.Id, Code, ct) : null;
        if (Code.Length > 0 && code is null)
            return AdmissionRefusals.Unknown;
        if (Admission.Against(Program, today, code) is { } shut)
            return shut;
        var now = clock.GetCurrentInstant();
        var actor = viewer.Person is null ? Actor.Visitor(email.ToString()) : viewer.Actor;
        var (application, outcome) = Application.Start(
            reference,
            found.Organisation,
            found.Id,
            found.Version,
            email,
            viewer.Person,
            actor,
            now
        );
        if (code is not null)
            outcome = outcome.And(application.Admit(code, today, actor, now));
        if (!outcome.Done)
            return outcome;
        if (Program.Asking(Meaning.Email) is { } question)
            outcome = outcome.And(
                application.Write(question.Key, email.ToString(), null, actor, now)
            );
        db.Add(application);
        await sessions.HoldAsync(HttpContext, application.Id.Value, now, ct);
        return outcome;
    }

    private async Task<ShelvedProgram?> LoadAsync(string slug, CancellationToken ct)
    {
        var found = await shelf.FindAsync(slug, ct);
        if (found is null)
            return null;
        Program = found.Definition;
        var home = await db.OrganisationFacts.SingleAsync(o => o.Id == found.Organisation, ct);
        today = clock.GetCurrentInstant().InZone(home.Zone).Date;
        return found;
    }

    // A taken one is refused by the database.
    private string NewReference(Instant now) =>
        $"{Program.ReferencePrefix}-{now.InUtc().Year % 100:00}-{RandomNumberGenerator.GetString(SpokenLetters.All, 5)}";
}
