using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Decisions;

/// <summary>The day has come until which a case was put off.</summary>
internal sealed class TakeUpAgain(BanyanDb db, IClock clock) : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var id = new ApplicationId(item.Read<PutOffDue>().Application);
        var application = await db.Applications.SingleAsync(a => a.Id == id, ct);
        if (application.State != ApplicationState.Tabled)
            return;
        await db.CommitOrTryAgainAsync(
            application.TakeUpAgain(Role.Rule, Actor.Rule, clock.GetCurrentInstant()),
            ct
        );
    }
}
