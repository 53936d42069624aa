using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Egress;
using Banyan.Kernel.Work;
using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Checks.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Checks;

/// <summary>Looks at an address that an application names, outside any request, and keeps what it found as evidence.</summary>
internal sealed class LookAtSite(BanyanDb db, EgressClient egress, IClock clock) : IWorkHandler
{
    public const string Kind = "check.look";

    internal sealed record Payload(Guid Check, string Address);

    public static WorkChange Plan(Check check, Instant now) =>
        new WorkChange.Plan(
            Kind,
            check.WorkKey,
            now,
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
        var kept = await db.CommitAsync(check.Found(finding, clock.GetCurrentInstant()), ct);
        // The address changed while we looked: another look is due, and this item now stands for it.
        if (!kept.Done)
            throw new InvalidOperationException(kept.Refusal!.Code);
    }
}
