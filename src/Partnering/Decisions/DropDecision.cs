using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Decisions;

/// <summary>A case that is withdrawn or closed takes its recorded decision with it: reopened, it is decided anew by what the work group then says.</summary>
internal sealed class DropDecision(BanyanDb db)
{
    public async Task<Outcome> OfAsync(
        ApplicationId application,
        Actor actor,
        Instant now,
        CancellationToken ct
    )
    {
        var nothing = Outcome.Of(actor, now);
        var decision = await db.Decisions.SingleOrDefaultAsync(
            d => d.Application == application && d.SupersededAt == null && d.InForceSince == null,
            ct
        );
        if (decision is null)
            return nothing;
        var letter = await db.Letters.SingleOrDefaultAsync(
            l => l.Decision == decision.Id && l.State == LetterState.Draft,
            ct
        );
        return decision.Supersede(actor, now).And(letter?.Stop(actor, now) ?? nothing);
    }
}
