using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>Begins a working copy for the next edition: everything as it is published, with the edition and its days changed and the rounds moved along.</summary>
[Requires(ProgramPermissions.Edit)]
internal sealed class NextEditionPage(OpenProgram open) : PageModel
{
    public OpenProgram Open => open;
    public Edition Now { get; private set; } = null!;

    [BindProperty(Name = "key")]
    public string Key { get; set; } = "";

    [BindProperty(Name = "name")]
    public string Name { get; set; } = "";
    public DateParts FirstDay { get; private set; } = DateParts.Empty;
    public DateParts LastDay { get; private set; } = DateParts.Empty;

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (!await LoadAsync(program, ct))
            return NotFound();
        (Key, Name) = (Next(Now.Key), Next(Now.Title.ToString()));
        (FirstDay, LastDay) = (YearLater(Now.FirstDay), YearLater(Now.LastDay));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string program, CancellationToken ct)
    {
        if (!await LoadAsync(program, ct))
            return NotFound();
        FirstDay = DateParts.Sent(Request.Form, "firstDay");
        LastDay = DateParts.Sent(Request.Form, "lastDay");
        if (open.Draft is not null)
            return this.Refuse(EditRefusals.DraftThere);
        if (Against() is { } refusal)
            return this.Refuse(refusal);
        var next = open.Published with
        {
            Edition = new Edition
            {
                Key = Key.Trim(),
                Title = LocalText.Of(Name.Trim()),
                FirstDay = FirstDay.Read(),
                LastDay = LastDay.Read(),
            },
            Rounds = Moved(open.Published.Rounds),
        };
        var (draft, begun) = ProgramDraft.Begin(open.Current, open.Person, open.Actor, open.Now);
        open.Db.Add(draft);
        return await this.CommitAsync(
            begun.And(draft.Change(ProgramFile.Write(next), open.Person, open.Actor, open.Now)),
            EditLinks.Changes(program),
            Texts.SaidNextEdition.With(Name.Trim()),
            ct
        );
    }

    private Refusal? Against() =>
        Key.Trim().Length == 0 || Key.Trim() == Now.Key ? EditRefusals.EditionKey(Now.Key)
        : Name.Trim().Length == 0 ? EditRefusals.EditionName
        : !FirstDay.IsEmpty && FirstDay.Read() is null ? EditRefusals.EditionDay("firstDay")
        : !LastDay.IsEmpty && LastDay.Read() is null ? EditRefusals.EditionDay("lastDay")
        : LastDay.Read() < FirstDay.Read() ? EditRefusals.EditionDays
        : null;

    /// <summary>By as many years as the edition.</summary>
    private List<ApplicationRound> Moved(IReadOnlyList<ApplicationRound> rounds)
    {
        var years = (FirstDay.Read()?.Year, Now.FirstDay?.Year) is ({ } next, { } last)
            ? next - last
            : 1;
        return
        [
            .. rounds.Select(round =>
                round with
                {
                    Opens = round.Opens.PlusYears(years),
                    Closes = round.Closes.PlusYears(years),
                }
            ),
        ];
    }

    private async Task<bool> LoadAsync(string program, CancellationToken ct)
    {
        if (
            !await open.LoadAsync(program, ProgramPermissions.Edit, ct)
            || open.Published.Edition is not { } edition
        )
            return false;
        Now = edition;
        return true;
    }

    private static DateParts YearLater(LocalDate? day) =>
        day is { } known ? DateParts.Of(known.PlusYears(1)) : DateParts.Empty;

    /// <summary>Where a year stands in a name, the next one.</summary>
    private string Next(string name) =>
        Now.FirstDay is { } first
            ? name.Replace(
                first.Year.ToString(CultureInfo.InvariantCulture),
                (first.Year + 1).ToString(CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            )
            : name;
}
