using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Commitments.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;

namespace Banyan.Partnering.Commitments;

/// <summary>A week before their day, and once when they are late, a side is reminded of its promises. What was overslept is told once, of what is true today.</summary>
internal sealed class RemindSides(
    BanyanDb db,
    OpenPartner open,
    OpenBoard board,
    CommitmentMail mail
) : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        await open.LoadAsync(new PartnershipId(item.Read<CommitmentsDue>().Partnership), ct);
        await board.LoadAsync(ct);
        var due = board.All.Where(row => row.RemindOn(open.Partner) <= open.Today).ToList();
        var outcome = Outcome.Of(Actor.Rule, open.Now);
        if (due.Count > 0)
            outcome = Outcome.Of(
                Actor.Rule,
                open.Now,
                new CommitmentsReminded(open.Application.Id.Value)
            );
        foreach (var row in due)
            row.Remind(open.Partner, open.Today);
        foreach (var side in due.GroupBy(row => row.Side).OrderBy(side => side.Key))
            outcome = outcome.Then(await mail.RemindedAsync(side.Key, [.. side], ct));
        await db.CommitOrTryAgainAsync(outcome.Then(board.Reminder()), ct);
    }
}
