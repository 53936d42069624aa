using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using NodaTime;

namespace Banyan.Partnering.Leaving;

/// <summary>The end of a term: reminders 60, 30 and 7 days before it, and the day after it is over. Who slept through several days catches up with one mail.</summary>
internal sealed class EndTerm(BanyanDb db, OpenPartner open, LeadOn lead, LeavingMail mail)
    : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        await open.LoadAsync(new PartnershipId(item.Read<TermDue>().Partnership), ct);
        var partner = open.Partner;
        if (
            partner.Until is not { } until
            || PartnershipMoves.Find(partner.State, PartnershipCommand.StepBack) is null
        )
            return;
        if (open.Today > until)
        {
            // What never began is not over either: its conditions are still open, and stepping back is the way out.
            var outcome = partner.PassEndDate(open.Today, open.Now);
            if (outcome.Done)
                await db.CommitOrTryAgainAsync(
                    (await lead.AfterAsync(outcome, ct)).Then(mail.Expired(until)),
                    ct
                );
            return;
        }
        await db.CommitOrTryAgainAsync(
            Outcome
                .Of(Actor.Rule, open.Now, new TermReminded(open.Application.Id.Value))
                .Then(mail.TermEnds(until))
                .Then(TermDue.Plan(partner.Id, until, open.Today, open.Home.Zone)),
            ct
        );
    }
}
