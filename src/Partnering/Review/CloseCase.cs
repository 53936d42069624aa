using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Decisions;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>Ends a case that nobody goes on with: its round stops, its decision is dropped, and the applicants read why and how it goes on.</summary>
internal sealed class CloseCase(BanyanDb db, StaffMail mail, DropDecision drop)
{
    /// <param name="round">The latest; null where none was opened.</param>
    public async Task<Outcome> OfAsync(
        CaseTurn turn,
        BallotRound? round,
        DateTimeZone zone,
        string reason,
        Role role,
        CancellationToken ct
    )
    {
        var (closed, program, actor, now) = turn;
        await db.Entry(closed).Collection(a => a.Applicants).LoadAsync(ct);
        var outcome = closed.Close(reason, role, actor, now);
        if (!outcome.Done)
            return outcome;
        if (round is not null)
            outcome = outcome.And(round.Stop(actor, now));
        var next = NextLineOf.Applicant(NextFacts.Of(closed), program.Clocks, now.InZone(zone));
        return outcome
            .And(await drop.OfAsync(closed.Id, actor, now, ct))
            .And(closed.Note(Audience.Applicant, reason, actor, now))
            .Then([.. mail.Closed(closed, reason, next.Sentence, now)]);
    }
}
