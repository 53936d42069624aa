using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Partnerships;

/// <summary>A week before their day, open conditions are remembered.</summary>
internal sealed class RemindOfConditions(BanyanDb db, PartnerMail mail, IClock clock) : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var (partner, application) = await db.WatchedAsync(
            item.Read<ConditionsDue>().Partnership,
            ct
        );
        if (partner.State != PartnershipState.Onboarding)
            return;
        var now = clock.GetCurrentInstant();
        await db.CommitOrTryAgainAsync(
            Outcome
                .Of(Actor.Rule, now, new ApplicantReminded(application.Id.Value))
                .Then(mail.ConditionsLeft(application, partner, now)),
            ct
        );
    }
}

/// <summary>The day within a term on which both sides look at how it goes.</summary>
internal sealed class LookAtPartner(BanyanDb db, PartnerMail mail, IClock clock) : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var (partner, application) = await db.WatchedAsync(
            item.Read<LookAgainDue>().Partnership,
            ct
        );
        var now = clock.GetCurrentInstant();
        if (partner.State == PartnershipState.Onboarding)
        {
            var inAWeek = now.InUtc().Date.PlusWeeks(1);
            await db.CommitOrTryAgainAsync(
                Outcome
                    .Of(Actor.Rule, now)
                    .Then(LookAgainDue.Plan(partner.Id, inAWeek, DateTimeZone.Utc)),
                ct
            );
            return;
        }
        var outcome = partner.LookAgain(now);
        // Suspended or ended: there is nothing to look at.
        if (!outcome.Done)
            return;
        await db.CommitOrTryAgainAsync(outcome.Then(mail.LooksAgain(application, now)), ct);
    }
}

internal static class WatchedPartner
{
    extension(BanyanDb db)
    {
        internal async Task<(Partnership Partner, Application Application)> WatchedAsync(
            Guid id,
            CancellationToken ct
        )
        {
            var partnership = new PartnershipId(id);
            var partner = await db
                .Partnerships.Include(p => p.Conditions)
                .SingleAsync(p => p.Id == partnership, ct);
            var application = await db
                .Applications.Include(a => a.Applicants)
                .SingleAsync(a => a.Id == partner.Application, ct);
            return (partner, application);
        }
    }
}
