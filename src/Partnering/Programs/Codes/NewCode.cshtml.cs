using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Banyan.Partnering.Programs.Codes;

/// <summary>Gives a code to somebody who may apply by invitation, or late; the reason stays with what comes of it.</summary>
[Requires(ProgramPermissions.Admit)]
internal sealed class NewCodePage(OpenProgram open, BanyanDb db) : PageModel
{
    public OpenProgram Open => open;

    public static IReadOnlyList<Choice> Kinds =>
        [
            new("invitation", Texts.KindInvitation, Texts.KindInvitationHint),
            new("late", Texts.KindLate, Texts.KindLateHint),
        ];

    [BindProperty(Name = "kind")]
    public string Kind { get; set; } = "";

    [BindProperty(Name = "reason")]
    public string Reason { get; set; } = "";

    [BindProperty(Name = "mostUses")]
    public string MostUses { get; set; } = "1";
    public DateParts LastDay { get; private set; } = DateParts.Empty;

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct) =>
        await open.LoadAsync(program, ProgramPermissions.Admit, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Admit, ct))
            return NotFound();
        LastDay = DateParts.Sent(Request.Form, "lastDay");
        if (Kind is not ("invitation" or "late"))
            return this.Refuse(new Refusal("code-kind", Texts.RefusalKind, "kind"));
        var (lastDay, unreadable) = LastDay.ReadOptional();
        if (unreadable is not null)
            return this.Refuse(new Refusal("code-last-day-unreadable", unreadable, "lastDay"));
        var (code, outcome) = AdmissionCode.Make(
            open.Program.Id,
            Reason,
            Kind == "late",
            int.TryParse(MostUses, out var uses) ? uses : 0,
            lastDay,
            open.Today,
            open.Actor,
            open.Now
        );
        if (code is not null)
            db.Add(code);
        return await this.CommitAsync(
            outcome,
            CodeLinks.All(open.Program.Slug),
            Texts.SaidMade.With(code?.Shown ?? ""),
            ct
        );
    }
}
