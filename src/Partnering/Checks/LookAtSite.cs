using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Egress;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Checks.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Checks;

/// <summary>Looks at an address that an application names, outside any request, and keeps what it found as evidence.</summary>
internal sealed class LookAtSite(BanyanDb db, EgressClient egress, IClock clock) : IWorkHandler
{
    public const string Kind = "check.look";

    internal sealed record Payload(Guid Check, string Address);

    public static WorkChange Plan(Check check, Instant at) =>
        new WorkChange.Plan(
            Kind,
            check.WorkKey,
            at,
            check.Application.Value,
            new Payload(check.Id, check.Address)
        );

    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var payload = item.Read<Payload>();
        var check = await db.Checks.SingleOrDefaultAsync(c => c.Id == payload.Check, ct);
        // The address was changed, or taken away, after this was planned: another item stands for the new one.
        if (
            check is null
            || check.Address != payload.Address
            || !WebAddress.TryRead(check.Address, out var address, out _)
        )
            return;
        var purpose =
            check.Kind == CheckKind.CodeOfConduct
                ? EgressPurpose.CodeOfConductCheck
                : EgressPurpose.SiteCheck;
        var answer = await egress.GetAsync(address, purpose, ct);
        var finding =
            check.Kind == CheckKind.CodeOfConduct
                ? CodeOfConductCheck.Judge(answer)
                : SiteCheck.Judge(answer);
        var kept = await db.CommitAsync(
            Keep(check, finding, await IntervalAsync(check.Application, ct)),
            ct
        );
        // The address changed while we looked: another look is due, and this item now stands for it.
        if (!kept.Done)
            throw new InvalidOperationException(kept.Refusal!.Code);
    }

    private Outcome Keep(Check check, CheckFinding finding, Duration? interval)
    {
        var now = clock.GetCurrentInstant();
        if (interval is not { } usual)
            return check.Found(finding, now);
        var (outcome, next) = check.Result is null
            ? (check.Found(finding, now), usual)
            : check.FoundAgain(finding, usual, now);
        return outcome.Then(Plan(check, now + next));
    }

    /// <returns>Null where nobody needs to know any more, or does not yet: a draft is looked at when it is written.</returns>
    private async Task<Duration?> IntervalAsync(ApplicationId id, CancellationToken ct)
    {
        var state = await db
            .Applications.Where(a => a.Id == id)
            .Select(a => a.State)
            .SingleAsync(ct);
        if (ApplicationMoves.IsOpen(state))
            return Check.EveryWeek;
        if (state != ApplicationState.Approved)
            return null;
        // A day's margin: whose day it is differs by zone.
        var yesterday = clock.GetCurrentInstant().InUtc().Date.PlusDays(-1);
        return await db.Partnerships.AnyAsync(
            p =>
                p.Application == id
                && (p.Until == null || p.Until >= yesterday)
                && p.State != PartnershipState.Ended
                && p.State != PartnershipState.Expired
                && p.State != PartnershipState.Revoked,
            ct
        )
            ? Check.EveryMonth
            : null;
    }
}
