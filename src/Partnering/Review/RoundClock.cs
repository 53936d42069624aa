using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Review.Data;
using Banyan.Partnering.Review.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>What becomes of a running vote when something is done to its case. The answer is joined to the outcome of the deed, <c>application.Answered(...).And(await rounds.ResumeAsync(...))</c>, and is committed with it.</summary>
internal sealed class RoundClock(BanyanDb db)
{
    /// <summary>The applicant was asked: votes are parked and the time stands still. It also makes a vote at this very moment try again, and then be refused.</summary>
    public async Task<Outcome> PauseAsync(ApplicationId application, Actor actor, Instant now, CancellationToken ct) =>
        (await OpenAsync(application, ct))?.Pause(actor, now) ?? Outcome.Of(actor, now);

    /// <summary>The answer came: the round ends later by the time waited.</summary>
    public async Task<Outcome> ResumeAsync(ApplicationId application, Actor actor, Instant now, CancellationToken ct) =>
        (await OpenAsync(application, ct))?.Resume(actor, now) ?? Outcome.Of(actor, now);

    /// <summary>The case was withdrawn or closed.</summary>
    public async Task<Outcome> StopAsync(ApplicationId application, Actor actor, Instant now, CancellationToken ct) =>
        (await OpenAsync(application, ct))?.Stop(actor, now) ?? Outcome.Of(actor, now);

    private Task<BallotRound?> OpenAsync(ApplicationId application, CancellationToken ct) =>
        db.Rounds.SingleOrDefaultAsync(round => round.Application == application && round.ClosedAt == null, ct);
}
