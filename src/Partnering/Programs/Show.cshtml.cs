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

    /// <summary>Of the agreement: the version that is published now.</summary>
    public int Number { get; private set; }

    public bool TakesApplications => Program.State == ProgramState.Open;

    public NextLine Next =>
        new(
            Program.State switch
            {
                ProgramState.Open => Window.Next,
                ProgramState.ByInvitation => Texts.NextByInvitation,
                ProgramState.InRounds => Texts.NextInRounds,
                ProgramState.Paused => Texts.NextPaused,
                ProgramState.Closed => Texts.NextClosed,
            },
            TakesApplications ? NextTone.Yours
                : Program.State == ProgramState.Closed ? NextTone.Closed
                : NextTone.Theirs
        );

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (await shelf.FindAsync(program, ct) is not { } found)
            return NotFound();
        Program = found.Definition;
        Number = found.Number;
        Organisation = await db
            .OrganisationFacts.AsNoTracking()
            .SingleAsync(facts => facts.Id == found.Organisation, ct);
        Today = clock.GetCurrentInstant().InZone(Organisation.Zone).Date;
        Window = WindowWords.Of(Program, Today);
        frame.ShowProgram(Program, Organisation);
        return Page();
    }
}
