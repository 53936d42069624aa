using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Programs.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>Reminds applicants of an open question, and closes the case in the end. A worker that comes late sends one mail, however many were due, and gives the time that it announces.</summary>
internal sealed class WaitForAnswer(
    BanyanDb db,
    ProgramShelf shelf,
    StaffMail mail,
    CloseCase close,
    IClock clock
) : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var due = item.Read<WaitDue>();
        var id = new ApplicationId(due.Application);
        var application = await db
            .Applications.Include(a => a.Applicants)
            .SingleAsync(a => a.Id == id, ct);
        if (
            application is not { Ball: Ball.Applicant, Asked: { } asked }
            || asked.At.ToUnixTimeMilliseconds() != due.Asked
        )
            return;
        var organisation = await db.OrganisationFacts.SingleAsync(
            facts => facts.Id == application.Organisation,
            ct
        );
        var program = await shelf.DefinitionAsync(application.ProgramVersion, ct);
        var now = clock.GetCurrentInstant();
        var turn = new CaseTurn(application, program, Actor.Rule, now);
        var waiting = Waiting.Of(asked, program.Clocks, organisation.Zone);
        var outcome = waiting.IsOver(due.WarnedAt, now)
            ? await CloseAsync(turn, asked, organisation.Zone, ct)
            : Remind(turn, asked, waiting, due, organisation.Zone);
        await db.CommitOrTryAgainAsync(outcome, ct);
    }

    private Outcome Remind(
        CaseTurn turn,
        AskedQuestion asked,
        Waiting waiting,
        WaitDue due,
        DateTimeZone zone
    )
    {
        var (application, program, _, now) = turn;
        var done = Instant.FromUnixTimeMilliseconds(due.Done);
        var passed = waiting.Reminders.Where(at => at > done && at <= now).ToList();
        due = due with
        {
            Done = now.ToUnixTimeMilliseconds(),
            Warned =
                due.Warned
                ?? (
                    passed.Count > 0 && passed[^1] == waiting.Reminders[^1]
                        ? now.ToUnixTimeMilliseconds()
                        : null
                ),
        };
        var closes = waiting.ClosesAt(due.WarnedAt);
        var outcome = turn.Nothing;
        if (passed.Count > 0)
        {
            var next = NextLineOf.Applicant(
                NextFacts.Of(application),
                program.Clocks,
                now.InZone(zone)
            );
            var day = DayWords.Of(closes.InZone(zone).Date);
            outcome = outcome
                .And(application.Remind(now))
                .Then([.. mail.StillAsked(application, asked.Words, day, next.Sentence, now)]);
        }
        return outcome.Then(due.Plan(waiting.Reminders.FirstOrDefault(at => at > now, closes)));
    }

    private async Task<Outcome> CloseAsync(
        CaseTurn turn,
        AskedQuestion asked,
        DateTimeZone zone,
        CancellationToken ct
    )
    {
        var id = turn.Case.Id;
        var round = await db
            .Rounds.Where(r => r.Application == id)
            .LatestFirst()
            .Whole()
            .FirstOrDefaultAsync(ct);
        var reason = Texts.ClosedUnanswered.With(DayWords.Of(asked.At.InZone(zone).Date));
        return await close.OfAsync(turn, round, zone, reason, Role.Rule, ct);
    }
}
