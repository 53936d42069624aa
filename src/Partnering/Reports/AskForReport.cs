using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Reports.Domain;

namespace Banyan.Partnering.Reports;

/// <summary>Asks the partner for a report when its time has come, and says once that a required one is late. What was overslept is told once, of what is true today.</summary>
internal sealed class AskForReport(
    BanyanDb db,
    OpenPartner open,
    OpenReports reports,
    ReportMail mail
) : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var payload = item.Read<ReportWanted>();
        await open.LoadAsync(new PartnershipId(payload.Partnership), ct);
        await reports.LoadAsync(ct);
        var calendar = reports.Calendar;
        if (reports.Next is not { } time || calendar.DueOn(time) is not { } due)
            return;
        var late = payload.Late && payload.Time == time;
        var outcome = Outcome.Of(Actor.Rule, open.Now);
        if (late ? open.Today <= due : calendar.AskedOn(time) > open.Today)
        {
            // The term is another one than it was, or the last report came before its day.
            var day = late ? due.PlusDays(1) : calendar.AskedOn(time)!.Value;
            await db.CommitOrTryAgainAsync(
                outcome.Then(ReportWanted.Plan(open.Partner.Id, time, late, day, open.Home.Zone)),
                ct
            );
            return;
        }
        var required = reports.Form!.Required;
        outcome = Outcome
            .Of(Actor.Rule, open.Now, new ReportReminded(open.Application.Id.Value))
            .Then(due < open.Today && required ? mail.Late(due) : mail.Wanted(due, required));
        if (required && open.Today <= due)
            outcome = outcome.Then(
                ReportWanted.Plan(
                    open.Partner.Id,
                    time,
                    late: true,
                    due.PlusDays(1),
                    open.Home.Zone
                )
            );
        else if (calendar.AskedOn(time + 1) is { } next)
            outcome = outcome.Then(
                ReportWanted.Plan(open.Partner.Id, time + 1, late: false, next, open.Home.Zone)
            );
        await db.CommitOrTryAgainAsync(outcome, ct);
    }
}
