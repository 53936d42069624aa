using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files.Edits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>Makes the working copy the next version, after saying in words what changes and for whom. Of two at one moment one publishes.</summary>
[Requires(ProgramPermissions.Publish)]
internal sealed class PublishPage(OpenProgram open, PublishVersion publish) : PageModel
{
    public OpenProgram Open => open;
    public IReadOnlyList<Change> Changes { get; private set; } = [];

    /// <summary>What others published since the working copy was begun, or since the page was opened.</summary>
    public IReadOnlyList<Change> Meanwhile { get; private set; } = [];
    public IReadOnlyList<ProblemLink> ToMend { get; private set; } = [];
    public IReadOnlyList<string> Effects { get; private set; } = [];
    public string SeenNext => open.Draft is { } draft ? Versions.Of(draft) : "";

    [BindProperty(Name = "note")]
    public string Note { get; set; } = "";

    /// <summary>Of the working copy that was looked at.</summary>
    [BindProperty(Name = "version")]
    public string Seen { get; set; } = "";

    /// <summary>The number of the version that was current on the page.</summary>
    [BindProperty(Name = "onto")]
    public string Onto { get; set; } = "";

    [BindProperty(Name = "anyway")]
    public bool Anyway { get; set; }

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Publish, ct))
            return NotFound();
        if (open.Draft is null)
            return new SeeOther(EditLinks.Show(program));
        await ShowAsync(open.IsOld ? open.BaseNumber : null, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Publish, ct))
            return NotFound();
        return await this.CommitAsync(
            () => open.LoadAsync(program, ProgramPermissions.Publish, ct),
            async () =>
            {
                var outcome = await PublishAsync(ct);
                if (!outcome.Done)
                    await ShowAsync(
                        open.IsOld ? open.BaseNumber
                            : int.TryParse(Onto, out var number) ? number
                            : null,
                        ct
                    );
                return outcome;
            },
            EditLinks.Show(program),
            Texts.SaidPublished,
            ct
        );
    }

    private async Task<Outcome> PublishAsync(CancellationToken ct)
    {
        if (open.Draft is not { } draft)
            return EditRefusals.DraftGone;
        if (Seen != Versions.Of(draft))
            return EditRefusals.ChangedByAnother;
        if (open.IsOld && (!Anyway || Onto != Number(open.Current.Number)))
            return EditRefusals.OldBase(open.Current.Number);
        Note = Typed.OneLine(Note);
        if (Note.Length == 0)
            return EditRefusals.NoteMissing;
        if (Note.Length > ProgramVersion.LongestNote)
            return EditRefusals.NoteTooLong(ProgramVersion.LongestNote);
        if (open.Read(draft.Text).Definition is not { } definition)
            return EditRefusals.NotComplete;
        var (outcome, number) = await publish.OfAsync(
            definition,
            open.Program.Organisation,
            Note,
            open.Actor,
            open.Now,
            ct
        );
        if (outcome.Done && number == open.Current.Number)
            return EditRefusals.NothingChanged;
        open.Db.Remove(draft);
        return outcome;
    }

    /// <param name="since">The version since which others may have published.</param>
    private async Task ShowAsync(int? since, CancellationToken ct)
    {
        if (
            since is { } number
            && number != open.Current.Number
            && await open.VersionAsync(number, ct) is { } before
        )
            Meanwhile = TextChanges.Between(before.Text, open.Current.Text);
        if (open.Draft is not { } draft)
            return;
        Changes = TextChanges.Between(open.Current.Text, draft.Text);
        var reading = open.Read(draft.Text);
        ToMend = TreeEdit.Read(draft.Text) is { } root
            ? ProblemLinks.Of(open.Slug, root, reading.Problems)
            : [new(Texts.WholeFile, Texts.RefusalNotATree, EditLinks.Yaml(open.Slug))];
        if (reading.Definition is { } definition)
            Effects = await EffectsAsync(definition, ct);
    }

    private async Task<IReadOnlyList<string>> EffectsAsync(
        ProgramDefinition definition,
        CancellationToken ct
    )
    {
        var id = open.Program.Id;
        var states = await open
            .Db.Applications.Where(application => application.Program == id)
            .GroupBy(application => application.State)
            .Select(group => new { State = group.Key, Count = group.Count() })
            .ToListAsync(ct);
        var underWay = states
            .Where(group => ApplicationMoves.IsOpen(group.State))
            .Sum(group => group.Count);
        var drafts = states
            .Where(group => group.State == ApplicationState.Draft)
            .Sum(group => group.Count);
        var teams = await publish.NewTeamsAsync(definition, open.Program.Organisation, ct);
        return
        [
            Texts.EffectPublic,
            underWay == 1 ? Texts.EffectUnderWayOne : Texts.EffectUnderWay.With(underWay),
            drafts == 1 ? Texts.EffectDraftsOne : Texts.EffectDrafts.With(drafts),
            .. teams.Select(team => Texts.EffectTeam.With(team)),
        ];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
