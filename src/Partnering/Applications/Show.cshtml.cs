using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Acknowledgements.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments;
using Banyan.Partnering.Attachments.Data;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Mails;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Applications;

/// <summary>The applicant's side of an application: the task list while it is a draft, then what happens, the thread and what one can do.</summary>
[Holder]
internal sealed class ShowPage(OpenApplication open, BanyanDb db) : PageModel
{
    public OpenApplication Open => open;
    public Application Application => open.Application;
    public FormState Form { get; private set; } = null!;
    public IReadOnlyList<Clause> ClausesLeft { get; private set; } = [];
    public WindowNotice? Window { get; private set; }
    public NextLine Next { get; private set; } = null!;

    /// <summary>When the present step is over, where it has an end.</summary>
    public ZonedDateTime? Deadline { get; private set; }

    /// <summary>The day on which it is closed where the open question stays without an answer; null while none is open.</summary>
    public string? ClosesOn { get; private set; }

    /// <summary>The partnership that came of it; null before the letter has left, and where another letter took it back.</summary>
    public Partnership? Partner { get; private set; }
    public string? PartnerCode => Partner?.Code;

    /// <summary>How long the latest decisions of the program took; null where there are too few to say, and while nobody waits for one.</summary>
    public string? PastDays { get; private set; }

    /// <summary>The day by which changed clauses are to be accepted; null where nothing is asked.</summary>
    public string? AskedBy { get; private set; }

    /// <summary>Addresses of this application that do not take mail.</summary>
    public IReadOnlyList<MailTrouble> MailTroubles { get; private set; } = [];

    /// <summary>By the entry with which they came.</summary>
    public ILookup<Guid, FileView> Files { get; private set; } = null!;
    public bool Proven => open.Viewer.Person is not null;

    /// <summary>The reader sits at the desk too, which does not show this case to somebody who writes on it.</summary>
    public bool KeptFromDesk =>
        Application.WasSubmitted
        && open.Viewer.May(CasePermissions.Desk, Application.Organisation)
        && Application.Applicants.Exists(applicant => applicant.Person == open.Viewer.Person);

    /// <summary>True once at least one answer besides the address is there, so that a first look shows no alarm.</summary>
    public bool ReadyToSend =>
        Form.Complete && ClausesLeft.Count == 0 && Proven && Window is not { Against: true };

    public bool MayAppeal =>
        Proven && Application.AgainstAppealing(open.Today, open.AtHome.Zone) is null;
    public bool MayTakeBackAppeal =>
        Proven
        && Application is { State: ApplicationState.Deciding, Revisit.Kind: RevisitKind.Appeal };
    public bool MayWithdraw =>
        Application.Revisit is null
        && ApplicationMoves.MayBy(Application.State, Command.Withdraw, Role.Applicant);
    public bool MayReopen =>
        Application.ImportedWith is null
        && ApplicationMoves.MayBy(
            Application.State,
            Application.WasSubmitted ? Command.Reopen : Command.ReopenDraft,
            Role.Applicant
        );

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct))
            return NotFound();
        Form = open.Form(complete: true);
        ClausesLeft = open.ClausesLeft;
        Window =
            Application.State == ApplicationState.Draft
                ? WindowNotice.Of(open.Window(Form), Form.Date)
                : null;
        var round =
            Application.State == ApplicationState.InReview
                ? await db.OpenRoundOfAsync(Application.Id, ct)
                : null;
        Partner =
            (Application.Revisit?.From ?? Application.State) == ApplicationState.Approved
                ? await db.PartnershipOfAsync(Application.Id, ct)
                : null;
        if (
            Application.State == ApplicationState.Approved
            && await db.OpenCampaignOfAsync(Application.Id, ct) is { } campaign
            && campaign.Clauses.Exists(asked =>
                !Application.HasAccepted(asked.Clause, asked.Hash, Side.Partner)
            )
        )
            AskedBy = DayWords.Of(campaign.AnswerBy);
        var files = await db.FilesOf(Application.Id, [Audience.Applicant])
            .AsNoTracking()
            .OrderBy(file => file.Id)
            .ToListAsync(ct);
        Files = files.ToLookup(
            file => file.Entry,
            file => FileView.Of(file, ApplicationLinks.Show(reference), mayRemove: false)
        );
        if (Proven)
            MailTroubles = await MailTrouble.OfAsync(db, Application.Id, ct);
        var facts = NextFacts.Of(Application, round) with { Partner = Partner?.Next };
        Next = NextLineOf.Applicant(facts, open.Program.Clocks, open.AtHome);
        if (ApplicationMoves.IsOpen(Application.State))
            PastDays = await PastDaysAsync(ct);
        Deadline = Domain.Deadline.Of(facts, open.AtHome.Zone);
        ClosesOn = Waiting.ClosingDay(Application, open.Program.Clocks, open.AtHome.Zone);
        return Page();
    }

    /// <summary>What was imported was decided elsewhere, and a corrected letter is not the first one.</summary>
    private async Task<string?> PastDaysAsync(CancellationToken ct)
    {
        var program = Application.Program;
        var letters = db.Letters.Where(letter => letter.LeftAt != null);
        var latest = await db
            .Applications.AsNoTracking()
            .Where(a =>
                a.Program == program
                && (a.State == ApplicationState.Approved || a.State == ApplicationState.Declined)
                && a.ImportedWith == null
                && a.EndedAt != null
            )
            .OrderByDescending(a => a.EndedAt)
            .Take(Domain.PastDays.Latest)
            .Select(a => new
            {
                a.SubmittedAt,
                LeftAt = letters.Where(l => l.Application == a.Id).Min(l => l.LeftAt),
            })
            .ToListAsync(ct);
        var took = latest
            .Where(past => past is { SubmittedAt: not null, LeftAt: not null })
            .Select(past => past.LeftAt!.Value - past.SubmittedAt!.Value);
        return Domain.PastDays.Of(took) is { } days
            ? Texts.PastDays.With(days.Count, days.Median, days.Shortest, days.Longest)
            : null;
    }

    public static (string Words, Tone Tone) StatusOf(SectionState section) =>
        section.Left == 0 && !section.Begun ? (Texts.StatusOptional, Tone.Plain)
        : section.Left == 0 ? (Texts.StatusDone, Tone.Ok)
        : !section.Begun ? (Texts.StatusNotBegun, Tone.Plain)
        : (Counted(section.Left), Tone.Open);

    public static string Counted(int left) =>
        Kernel.Domain.Plural.Of(
            left,
            Texts.LeftOne,
            Texts.LeftOther,
            System.Globalization.CultureInfo.CurrentCulture
        );
}
