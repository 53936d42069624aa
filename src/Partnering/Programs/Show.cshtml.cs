using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Ui;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Programs;

/// <summary>What anybody may know of a program before applying.</summary>
[Public]
internal sealed class ShowPage(BanyanDb db, ProgramShelf shelf, PageFrame frame, IClock clock)
    : PageModel
{
    public ProgramDefinition Program { get; private set; } = null!;
    public OrganisationFacts Organisation { get; private set; } = null!;
    public WindowWords Window { get; private set; } = null!;
    public LocalDate Today { get; private set; }

    /// <summary>Anybody may apply today; with a code some may at other times.</summary>
    public bool TakesApplications => Admission.Against(Program, Today, null) is null;

    /// <summary>Whoever has a code may come in.</summary>
    public bool TakesCodes => !TakesApplications;

    public NextLine Next => ProgramNext.Of(Program, Window, Today);

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (await shelf.FindAsync(program, ct) is not { } found)
            return NotFound();
        Program = found.Definition;
        Organisation = await db
            .OrganisationFacts.AsNoTracking()
            .SingleAsync(facts => facts.Id == found.Organisation, ct);
        Today = clock.GetCurrentInstant().InZone(Organisation.Zone).Date;
        Window = WindowWords.Of(Program, Today);
        frame.ShowProgram(Program, Organisation);
        return Page();
    }
}
