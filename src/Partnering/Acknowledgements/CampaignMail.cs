using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Acknowledgements.Domain;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>Asks the organisers of partners to accept what changed, and reminds them once: one letter for each partner and address.</summary>
internal sealed class CampaignMail(BanyanDb db, SiteAddress site)
{
    public const string Language = "en";

    public async Task<IReadOnlyList<WorkChange>> AskAsync(
        CampaignLetter letter,
        IReadOnlyList<LedgerPartner> partners,
        Instant now,
        CancellationToken ct
    ) => await SendAsync(partners, (partner, name) => Words(letter, partner, name), now, ct);

    public async Task<IReadOnlyList<WorkChange>> RemindAsync(
        CampaignLetter letter,
        IReadOnlyList<LedgerPartner> partners,
        Instant now,
        CancellationToken ct
    ) => await SendAsync(partners, (partner, name) => Reminder(letter, partner, name), now, ct);

    /// <summary>As it would leave now, to be read before.</summary>
    public Mail Asked(CampaignLetter letter, LedgerPartner partner, string to, string name) =>
        Mail.Of(to, "", Words(letter, partner, name), Language);

    private MailText Words(CampaignLetter letter, LedgerPartner partner, string name) =>
        new(
            Texts.MailAskedSubject.With(letter.Organisation, partner.Title),
            [
                Hello(name),
                Texts.MailAsked.With(letter.Organisation, letter.Program, partner.Title),
                Changes(letter),
                .. letter.Note.Length > 0 ? [letter.Note] : Array.Empty<string>(),
                Texts.MailNothingByItself.With(letter.Organisation),
            ],
            Texts.MailNext.With(LedgerTable.Day(letter.AnswerBy)),
            Button(partner)
        );

    private MailText Reminder(CampaignLetter letter, LedgerPartner partner, string name) =>
        new(
            Texts.MailReminderSubject.With(letter.Organisation, partner.Title),
            [
                Hello(name),
                Texts.MailReminder.With(letter.Organisation, letter.Program, partner.Title),
                Changes(letter),
                Texts.MailNothingByItself.With(letter.Organisation),
            ],
            Texts.MailNext.With(LedgerTable.Day(letter.AnswerBy)),
            Button(partner)
        );

    private static string Hello(string name) =>
        name.Length > 0 ? Texts.MailHello.With(name) : Texts.MailHelloPlain;

    private static string Changes(CampaignLetter letter) =>
        string.Join('\n', letter.Clauses.Select(summary => $"- {summary}"));

    private MailButton Button(LedgerPartner partner) =>
        new(Texts.MailButton, site.Of(AcknowledgementLinks.AcceptAgain(partner.Reference)));

    /// <summary>To everybody of these partners who has proven an address.</summary>
    private async Task<IReadOnlyList<WorkChange>> SendAsync(
        IReadOnlyList<LedgerPartner> partners,
        Func<LedgerPartner, string, MailText> write,
        Instant now,
        CancellationToken ct
    )
    {
        var of = (await OrganisersAsync(partners, ct)).ToLookup(to => to.Application);
        return
        [
            .. from partner in partners
            from to in of[partner.Application]
            select Mail.Of(
                    to.Email,
                    to.Name,
                    write(partner, to.Name),
                    Language,
                    partner.Application.Value
                )
                .Send(now),
        ];
    }

    public async Task<List<Organiser>> OrganisersAsync(
        IReadOnlyList<LedgerPartner> partners,
        CancellationToken ct
    )
    {
        var ids = partners.Select(partner => partner.Application).ToList();
        var people = db.PersonFacts;
        return await (
            from applicant in db
                .Applications.AsNoTracking()
                .Where(a => ids.Contains(a.Id))
                .SelectMany(a => a.Applicants)
            join person in people on applicant.Person equals person.Id
            orderby applicant.InvitedAt, applicant.Id
            select new Organiser(applicant.Application, applicant.Email, person.Name)
        ).ToListAsync(ct);
    }
}

internal sealed record Organiser(ApplicationId Application, string Email, string Name);

/// <summary>What all letters of one campaign have in common.</summary>
/// <param name="Clauses">The plain sentence of each text that changed.</param>
internal sealed record CampaignLetter(
    string Organisation,
    string Program,
    IReadOnlyList<string> Clauses,
    string Note,
    LocalDate AnswerBy
)
{
    public static CampaignLetter Of(
        Ledger ledger,
        IEnumerable<Clause> clauses,
        string note,
        LocalDate answerBy
    )
    {
        var culture = CultureInfo.GetCultureInfo(CampaignMail.Language);
        return new(
            ledger.Organisation.Name,
            ledger.Program.Name.In(culture),
            [.. clauses.Select(clause => clause.Summary.In(culture))],
            note,
            answerBy
        );
    }
}
