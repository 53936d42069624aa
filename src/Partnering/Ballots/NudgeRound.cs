using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Ballots;

/// <summary>Reminds those who are silent at this moment. A worker that comes late sends one mail, however many were due, and none after the end.</summary>
internal sealed class NudgeRound(BanyanDb db, BallotMail mail, IClock clock) : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var due = item.Read<NudgeDue>();
        var id = new RoundId(due.Round);
        var round = await db.Rounds.Whole().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (round is not { IsOpen: true })
            return;
        var application = await db.Applications.SingleAsync(a => a.Id == round.Application, ct);
        var organisation = await db.OrganisationFacts.SingleAsync(
            facts => facts.Id == application.Organisation,
            ct
        );
        var now = clock.GetCurrentInstant();
        var here = now.InZone(organisation.Zone);
        var nudges = Nudges.Of(round, organisation.Zone);
        var after = Instant.FromUnixTimeMilliseconds(due.After);
        var passed = nudges.Where(nudge => nudge.At > after && nudge.At <= now).ToList();
        var outcome = Outcome.Of(Actor.Rule, now);
        if (passed.Exists(nudge => nudge.To == NudgeTo.Silent) && Runs(round, application, now))
            outcome = outcome.Then(await mail.SilentAsync(application, round, here, ct));
        if (passed.Exists(nudge => nudge.To == NudgeTo.Chair) && round.RunsOver)
            outcome = outcome.Then(await mail.TellChairAsync(application, round, here, ct));
        if (nudges.FirstOrDefault(nudge => nudge.At > now) is { At: var next } && next > now)
            outcome = outcome.Then(round.Nudge(next, now));
        await db.CommitOrTryAgainAsync(outcome, ct);
    }

    /// <summary>A vote cast now would count.</summary>
    private static bool Runs(BallotRound round, Application application, Instant now) =>
        round is { PausedAt: null, Phase: not RoundPhase.Casting }
        && now < round.ClosesAt
        && application.Ball != Ball.Applicant
        && application.State is (ApplicationState.InReview or ApplicationState.Consultation);
}
