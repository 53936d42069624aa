using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Applications;

/// <summary>Asks, once, that others than those who decided look at a declined application.</summary>
[Holder]
internal sealed class AppealPage(OpenApplication open, DeskMail desk) : PageModel
{
    public OpenApplication Open => open;

    [BindProperty(Name = "words")]
    public string Words { get; set; } = "";
    public IReadOnlyList<FieldProblem> Problems => PageProblems.Problems(this);

    /// <summary>Why one cannot; null where one can.</summary>
    public string? Blocked =>
        open.Application.AgainstAppealing(open.Today, open.AtHome.Zone)?.Sentence;

    public string? LastDay =>
        open.Application.LastDayToAppeal(open.AtHome.Zone) is { } day ? DayWords.Of(day) : null;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await LoadAsync(reference, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        if (Words.Length > ThreadEntry.Most)
            return this.Refuse(
                ApplicationRefusals.WordsTooLong(Words.Length) with
                {
                    Field = "words",
                }
            );
        var outcome = open.Viewer.Person is null
            ? ApplicationRefusals.AddressNotProven
            : open.Application.MakeAppeal(Words, open.AtHome.Zone, open.Actor, open.Now);
        if (outcome.Done)
            outcome = outcome.Then(await desk.WrittenAsync(open, Words, [], ct));
        return await this.CommitAsync(
            outcome,
            ApplicationLinks.Show(reference),
            Texts.SaidAppealed,
            ct
        );
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken ct) =>
        await open.LoadAsync(reference, ct) && open.Application.WasSubmitted;
}
