using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Acknowledgements.Data;
using Banyan.Partnering.Acknowledgements.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>Asks the partners of today to accept the texts that changed since they accepted them.</summary>
[Requires(AcknowledgementPermissions.AskAgain)]
internal sealed class AskAgainPage(
    BanyanDb db,
    ReadLedger read,
    CampaignMail mail,
    MailIdentity identity
) : PageModel
{
    [BindProperty(Name = "note")]
    public string Note { get; set; } = "";

    /// <summary>The texts that were shown; others are shown first.</summary>
    [BindProperty(Name = "seen")]
    public string Seen { get; set; } = "";
    public DateParts AnswerBy { get; private set; } = DateParts.Empty;
    public Ledger Ledger { get; private set; } = null!;
    public IReadOnlyList<ChangedClause> Changed { get; private set; } = [];

    /// <summary>Why nobody can be asked now.</summary>
    public string? Blocked { get; private set; }
    public Mail? Letter { get; private set; }
    public string From => $"{Ledger.Organisation.MailFromName} <{identity.From}>";

    public string Fingerprint =>
        string.Join('.', Changed.Select(changed => ClauseText.Hash(changed.Now)[..16]));

    public IReadOnlyList<string> Effects =>
        [
            Texts.EffectAsks.With(AcknowledgementWords.Partners(Ledger.Behind.Count)),
            Texts.EffectReminds.With(Campaign.ReminderDays),
            Texts.NothingByItself,
        ];

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (!await LoadAsync(program, ct))
            return NotFound();
        AnswerBy = DateParts.Of(Ledger.Today.PlusDays(2 * Campaign.FewestDays));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string program,
        [FromServices] Viewer viewer,
        CancellationToken ct
    )
    {
        if (!await LoadAsync(program, ct))
            return NotFound();
        AnswerBy = DateParts.Sent(Request.Form, "answerBy");
        if (Ledger.Campaign is { IsOpen: true })
            return this.Refuse(CampaignRefusals.OpenAlready);
        if (Changed.Count > 0 && Seen != Fingerprint)
            return this.Refuse(Applications.Domain.ApplicationRefusals.TextChanged);
        if (
            !TypedDate.TryRead(
                AnswerBy.Day,
                AnswerBy.Month,
                AnswerBy.Year,
                out var day,
                out var problem
            )
        )
            return this.Refuse(
                CampaignRefusals.DayUnreadable(
                    problem.Sentence(System.Globalization.CultureInfo.CurrentUICulture)
                )
            );
        return await this.CommitAsync(
            await BeginAsync(day, viewer.Actor, ct),
            AcknowledgementLinks.Ledger(Ledger.Program.Slug),
            Texts.SaidAsked.With(AcknowledgementWords.Partners(Ledger.Behind.Count)),
            ct
        );
    }

    private async Task<Outcome> BeginAsync(LocalDate day, Actor actor, CancellationToken ct)
    {
        var clauses = Changed.Select(changed => changed.Now).ToList();
        var partners = Ledger.Behind;
        var (campaign, outcome) = Campaign.Begin(
            new CampaignDraft(
                Ledger.Organisation.Id,
                Ledger.Zone,
                Ledger.Id,
                Ledger.Version,
                Ledger.Today,
                day,
                Note,
                clauses,
                [.. partners.Select(partner => new AskedPartner(partner.Id, partner.Application))]
            ),
            actor,
            Ledger.Now
        );
        if (campaign is null)
            return outcome;
        await db.KeepWordingsAsync(clauses, ct);
        db.Add(campaign);
        var letter = CampaignLetter.Of(Ledger, clauses, campaign.Note, day);
        return outcome.Then([.. await mail.AskAsync(letter, partners, Ledger.Now, ct)]);
    }

    private async Task<bool> LoadAsync(string program, CancellationToken ct)
    {
        if (await read.OfAsync(program, AcknowledgementPermissions.AskAgain, ct) is not { } found)
            return false;
        Ledger = found;
        Changed = found.Changed;
        Blocked =
            found.Campaign is { IsOpen: true } ? CampaignRefusals.OpenAlready.Sentence
            : Changed.Count == 0 ? CampaignRefusals.NothingChanged.Sentence
            : null;
        if (Blocked is not null || found.Behind is not [var first, ..])
            return true;
        var to = (await mail.OrganisersAsync([first], ct)).FirstOrDefault();
        var letter = CampaignLetter.Of(
            found,
            Changed.Select(changed => changed.Now),
            Texts.NotePlaceholder,
            found.Today.PlusDays(2 * Campaign.FewestDays)
        );
        Letter = mail.Asked(
            letter,
            first,
            to is null ? "" : $"{to.Name} <{to.Email}>",
            to?.Name ?? ""
        );
        return true;
    }
}
