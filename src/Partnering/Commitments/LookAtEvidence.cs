using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Egress;
using Banyan.Kernel.Work;
using Banyan.Partnering.Checks.Domain;
using Banyan.Partnering.Commitments.Data;
using Banyan.Partnering.Commitments.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Commitments;

/// <summary>Looks at a link that was given as evidence, outside any request: does it answer, and what does it call itself?</summary>
internal sealed class LookAtEvidence(BanyanDb db, EgressClient egress, IClock clock) : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var payload = item.Read<EvidenceLook>();
        var row = await db.Commitments.SingleAsync(c => c.Id == payload.Commitment, ct);
        // Another link was given meanwhile: another item stands for it.
        if (
            row.Link != payload.Link
            || row.LookedAt is not null
            || !WebAddress.TryRead(row.Link, out var address, out _)
        )
            return;
        row.Looked(SiteCheck.Judge(await egress.GetAsync(address, EgressPurpose.SiteCheck, ct)));
        await db.CommitOrTryAgainAsync(Outcome.Of(Actor.Rule, clock.GetCurrentInstant()), ct);
    }
}
