using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Programs.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Programs;

/// <summary>A program as it is published.</summary>
[Public]
[KeptPage]
internal sealed class ShowPage(BanyanDb db, ProgramShelf shelf, PageFrame frame, IClock clock)
    : ProgramPage
{
    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (await shelf.FindAsync(program, ct) is not { } found)
            return NotFound();
        var organisation = await db
            .OrganisationFacts.AsNoTracking()
            .SingleAsync(facts => facts.Id == found.Organisation, ct);
        Show(found.Definition, found.Number, organisation, clock.GetCurrentInstant());
        frame.ShowProgram(Program, Organisation);
        return Page();
    }
}
