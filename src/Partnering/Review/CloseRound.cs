using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Review.Data;
using Banyan.Partnering.Review.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>Closes a round by its rule when its time is over. A worker that comes late finds the same result as one in time.</summary>
internal sealed class CloseRound(BanyanDb db, IClock clock) : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var id = new RoundId(item.Read<RoundDue>().Round);
        var round = await db
            .Rounds.Include(r => r.Seats)
            .Include(r => r.Ballots)
            .AsSplitQuery()
            .SingleOrDefaultAsync(r => r.Id == id, ct);
        // While it is paused nothing is due: the answer plans this anew.
        if (round is not { IsOpen: true, PausedAt: null })
            return;
        var application = await db.Applications.SingleAsync(a => a.Id == round.Application, ct);
        var now = clock.GetCurrentInstant();
        var outcome =
            application.State == ApplicationState.InReview
                ? round.CloseIfDecided(application, Actor.Rule, now)
                : round.Stop(Actor.Rule, now);
        if (round.IsOpen && outcome.Done)
            outcome = outcome.Then(round.Due());
        outcome = await db.CommitAsync(outcome, ct);
        // The worker then tries again; by that time the other change stands.
        if (outcome.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Sentence);
    }
}
