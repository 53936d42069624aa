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
using NodaTime;

namespace Banyan.Partnering.Applications;

/// <summary>Begins an application with an e-mail address, or at once for somebody who is signed in.</summary>
[Public]
internal sealed class ApplyPage(ProgramShelf shelf, BanyanDb db, Viewer viewer, Sessions sessions)
    : PageModel
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public ProgramDefinition Program { get; private set; } = null!;
    public Viewer Viewer => viewer;

    [BindProperty]
    public string Email { get; set; } = "";
    public IReadOnlyList<FieldProblem> Problems => PageProblems.Problems(this);

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct) =>
        await LoadAsync(program, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(
        string program,
        [FromServices] IClock clock,
        CancellationToken ct
    )
    {
        if (await LoadAsync(program, ct) is not { } found)
            return NotFound();
        if (Program.State != ProgramState.Open)
            return this.Refuse(ApplicationRefusals.ProgramNotOpen);
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
        var now = clock.GetCurrentInstant();
        var actor = viewer.Person is null ? Actor.Visitor(email.ToString()) : viewer.Actor;
        var reference = NewReference(now);
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
        if (Program.Asking(Meaning.Email) is { } question)
            outcome = outcome.And(
                application.Write(question.Key, email.ToString(), null, actor, now)
            );
        db.Add(application);
        await sessions.HoldAsync(HttpContext, application.Id.Value, now, ct);
        return await this.CommitAsync(
            outcome,
            ApplicationLinks.Show(reference),
            Texts.SaidStarted,
            ct
        );
    }

    private async Task<ShelvedProgram?> LoadAsync(string slug, CancellationToken ct)
    {
        var found = await shelf.FindAsync(slug, ct);
        if (found is not null)
            Program = found.Definition;
        return found;
    }

    // Letters that are not mistaken for one another over the telephone; taken ones are refused by the database.
    private string NewReference(Instant now) =>
        $"{Program.ReferencePrefix}-{now.InUtc().Year % 100:00}-{RandomNumberGenerator.GetString(Letters, 5)}";
}
