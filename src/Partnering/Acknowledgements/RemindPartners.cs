using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Acknowledgements.Data;
using Banyan.Partnering.Acknowledgements.Domain;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Programs.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>Before the day: one letter to the organisers of each partner who has not accepted all of it by then. A late worker sends it late, and once.</summary>
internal sealed class RemindPartners(
    BanyanDb db,
    ProgramShelf shelf,
    CampaignMail mail,
    IClock clock
) : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var id = new CampaignId(item.Read<ReminderDue>().Campaign);
        var campaign = await db
            .Campaigns.Include(c => c.Clauses)
            .SingleOrDefaultAsync(c => c.Id == id, ct);
        if (campaign is not { IsOpen: true, RemindedAt: null })
            return;
        var now = clock.GetCurrentInstant();
        var organisation = await db.OrganisationFacts.SingleAsync(
            facts => facts.Id == campaign.Organisation,
            ct
        );
        var partners = await BehindAsync(campaign, now.InZone(organisation.Zone).Date, ct);
        var program = await shelf.DefinitionAsync(campaign.ProgramVersion, ct);
        var hashes = campaign.Clauses.Select(clause => clause.Hash).ToList();
        var culture = CultureInfo.GetCultureInfo(CampaignMail.Language);
        var wordings = await db
            .Wordings.AsNoTracking()
            .Where(wording => hashes.Contains(wording.Hash))
            .ToListAsync(ct);
        var letter = new CampaignLetter(
            organisation.Name,
            program.Name.In(culture),
            [
                .. wordings
                    .OrderBy(wording => wording.Clause, StringComparer.Ordinal)
                    .Select(wording => wording.Summary.In(culture)),
            ],
            campaign.Note,
            campaign.AnswerBy
        );
        var outcome = campaign.Remind(now);
        await db.CommitOrTryAgainAsync(
            outcome.Done
                ? outcome.Then([.. await mail.RemindAsync(letter, partners, now, ct)])
                : outcome,
            ct
        );
    }

    private async Task<IReadOnlyList<LedgerPartner>> BehindAsync(
        Campaign campaign,
        LocalDate today,
        CancellationToken ct
    )
    {
        var id = campaign.Id;
        var asked = db
            .Campaigns.Where(c => c.Id == id)
            .SelectMany(c => c.Partners)
            .Select(partner => partner.Partnership);
        var partners = await ReadLedger.PartnersAsync(
            db,
            db.Partnerships.AsNoTracking().Where(p => asked.Contains(p.Id)),
            ct
        );
        return
        [
            .. partners.Where(partner =>
                partner.IsCurrent(today)
                && campaign.Clauses.Exists(clause => !partner.Has(clause.Hash))
            ),
        ];
    }
}
