using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Programs.Editing;
using Banyan.Partnering.Queues.Data;
using Banyan.Partnering.Queues.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Queues;

/// <summary>Names who keeps the queue of a program.</summary>
[Requires(ProgramPermissions.Queue)]
internal sealed class KeepersPage(BanyanDb db, OpenProgram open) : PageModel
{
    private IReadOnlyList<SeatFacts> staff = [];
    private QueueKeepers? keepers;

    [BindProperty(Name = "owner")]
    public string Owner { get; set; } = "";

    [BindProperty(Name = "deputy")]
    public string Deputy { get; set; } = "";

    public OpenProgram Open => open;
    public string Name => open.Published.Name.In(System.Globalization.CultureInfo.CurrentUICulture);

    public IReadOnlyList<Choice> People =>
        [.. staff.Select(seat => new Choice(Key(seat.Person), ReviewTeam.NameOf(seat)))];

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (!await LoadAsync(program, ct))
            return NotFound();
        (Owner, Deputy) = (Key(keepers?.Owner), Key(keepers?.Deputy));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string program, CancellationToken ct)
    {
        if (!await LoadAsync(program, ct))
            return NotFound();
        return await this.CommitAsync(
            () => LoadAsync(program, ct),
            () => Task.FromResult(NameThem()),
            EditLinks.Show(open.Slug),
            Texts.SaidNamed,
            ct
        );
    }

    private Outcome NameThem()
    {
        var (owner, deputy) = (Find(Owner), Find(Deputy));
        if (Owner.Length > 0 && owner is null || Deputy.Length > 0 && deputy is null)
            return QueueRefusals.NotOfStaff;
        if (keepers is null)
        {
            keepers = new QueueKeepers(open.Program.Id);
            db.Add(keepers);
        }
        return keepers.Name(owner, deputy, open.Actor, open.Now);
    }

    private Keeper? Find(string key) =>
        staff.FirstOrDefault(seat => Key(seat.Person) == key) is { } seat
            ? new Keeper(seat.Person, ReviewTeam.NameOf(seat))
            : null;

    private static string Key(PersonId? person) => person?.Value.ToString("n") ?? "";

    private async Task<bool> LoadAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Queue, ct))
            return false;
        var (id, organisation) = (open.Program.Id, open.Program.Organisation);
        keepers = await db.Keepers.SingleOrDefaultAsync(k => k.Program == id, ct);
        var seats = await db
            .SeatFacts.Where(seat =>
                seat.Organisation == organisation && seat.Kind == TeamKind.Staff
            )
            .ToListAsync(ct);
        staff =
        [
            .. seats
                .DistinctBy(seat => seat.Person)
                .OrderBy(seat => ReviewTeam.NameOf(seat), StringComparer.CurrentCulture),
        ];
        return true;
    }
}
