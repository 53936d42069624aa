using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Absences.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Banyan.Partnering.Absences;

/// <summary>Says that one is away, from when to when, and who stands in; saying it anew changes it.</summary>
[Requires(CasePermissions.Lead)]
internal sealed class AbsencePage(BanyanDb db, OwnAbsence own) : PageModel
{
    [BindProperty(Name = "standIn")]
    public string StandIn { get; set; } = "";
    public DateParts From { get; private set; } = DateParts.Empty;
    public DateParts Until { get; private set; } = DateParts.Empty;
    public OwnAbsence Own => own;

    public IReadOnlyList<Choice> People =>
        [
            .. own.Colleagues.Select(seat => new Choice(
                seat.Person.Value.ToString("n"),
                ReviewTeam.NameOf(seat)
            )),
        ];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await own.LoadAsync(ct);
        if (own.Absence is not { } absence)
            return;
        (From, Until) = (DateParts.Of(absence.From), DateParts.Of(absence.Until));
        StandIn = absence.StandIn.Value.ToString("n");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        From = DateParts.Sent(Request.Form, "from");
        Until = DateParts.Sent(Request.Form, "until");
        await own.LoadAsync(ct);
        return await this.CommitAsync(
            () => own.LoadAsync(ct),
            () => Task.FromResult(Say()),
            CaseLinks.All,
            Texts.SaidAway,
            ct
        );
    }

    private Outcome Say()
    {
        if (!Read(From, out var from, out var problem))
            return AbsenceRefusals.Unreadable(problem, "from");
        if (!Read(Until, out var until, out problem))
            return AbsenceRefusals.Unreadable(problem, "until");
        var chosen = own.Colleagues.FirstOrDefault(seat =>
            seat.Person.Value.ToString("n") == StandIn
        );
        var facts = new AbsenceFacts(
            from,
            until,
            chosen?.Person,
            chosen is null ? "" : ReviewTeam.NameOf(chosen),
            own.Today
        );
        if (own.Absence is { } known)
            return known.Change(facts, own.Actor, own.Now);
        var (absence, outcome) = Absence.Say(own.Me, facts, own.Actor, own.Now);
        if (absence is not null)
            db.Add(absence);
        return outcome;
    }

    private static bool Read(DateParts typed, out LocalDate day, out string problem)
    {
        problem = "";
        if (TypedDate.TryRead(typed.Day, typed.Month, typed.Year, out day, out var why))
            return true;
        problem = why.Sentence(CultureInfo.CurrentUICulture);
        return false;
    }
}
