using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Ballots;

/// <summary>Looks at a round when its time is over. A worker that comes late finds the same result as one in time.</summary>
internal sealed class CloseRound(BanyanDb db, ProgramShelf shelf, RunRound rounds, IClock clock)
    : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var id = new RoundId(item.Read<RoundDue>().Round);
        var round = await db.Rounds.Whole().SingleOrDefaultAsync(r => r.Id == id, ct);
        // While it is paused nothing is due: going on plans this anew.
        if (round is not { IsOpen: true, PausedAt: null })
            return;
        var application = await db.Applications.SingleAsync(a => a.Id == round.Application, ct);
        var now = clock.GetCurrentInstant();
        var outcome = application.State
            is ApplicationState.InReview
                or ApplicationState.Consultation
            ? await rounds.SettleAsync(
                new(
                    application,
                    await shelf.DefinitionAsync(application.ProgramVersion, ct),
                    Actor.Rule,
                    now
                ),
                round,
                ct
            )
            : round.Stop(Actor.Rule, now);
        if (round.IsOpen && outcome.Done)
            outcome = outcome.Then(round.Due(now));
        await db.CommitOrTryAgainAsync(outcome, ct);
    }
}
