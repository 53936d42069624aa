using Banyan.Kernel.Data;
using Banyan.Kernel.Text;
using Banyan.Kernel.Work;
using Banyan.Partnering.Commitments.Data;
using Banyan.Partnering.Commitments.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using NodaTime;

namespace Banyan.Partnering.Commitments;

/// <summary>What both sides of the partnership that is open promised each other, and what became of it.</summary>
internal sealed class OpenBoard(BanyanDb db, OpenPartner open)
{
    public IReadOnlyList<PartnerCommitment> All { get; private set; } = [];

    public async Task LoadAsync(CancellationToken ct) =>
        All = await db.CommitmentsOfAsync(open.Partner.Id, ct);

    /// <summary>It begins: each promise of the program stands open.</summary>
    public void Begin()
    {
        All =
        [
            .. open.Program.Commitments.Select(
                (promised, position) =>
                    new PartnerCommitment(open.Partner, promised, position, 1, open.Today)
            ),
        ];
        db.AddRange(All);
    }

    /// <summary>What comes again comes again.</summary>
    public void AddNext(PartnerCommitment settled)
    {
        if (
            settled.Next(open.Partner, open.Today) is not { } next
            || All.Any(row => row.Key == next.Key && row.Time >= next.Time)
        )
            return;
        db.Add(next);
        All = [.. All, next];
    }

    /// <summary>The work that reminds, planned anew.</summary>
    public IReadOnlyList<WorkChange> Reminder() =>
        All.Select(row => row.RemindOn(open.Partner)).Min() is { } day
            ? [CommitmentsDue.Plan(open.Partner.Id, day, open.Home.Zone)]
            : [new WorkChange.Cancel(CommitmentsDue.Key(open.Partner.Id))];

    /// <summary>The words of a promise, as they were on the day of approval.</summary>
    public string TitleOf(PartnerCommitment row) =>
        open.Partner.Promises.Commitments.First(promise => promise.Key == row.Key).Words.ToString();

    /// <summary>Whoever promised, by name.</summary>
    public string NameOf(PartnerSide side) =>
        side switch
        {
            PartnerSide.Partner => open.Partner.Title,
            PartnerSide.Organisation => open.Home.Name,
        };

    /// <summary>Whether the viewer speaks for their side here: of the organisation those alone who hold the permission.</summary>
    public bool MaySpeak =>
        open.Side switch
        {
            PartnerSide.Partner => true,
            PartnerSide.Organisation => open
                .Viewer.OrganisationsWhere(CasePermissions.Onboard)
                .Contains(open.Partner.Organisation),
            null => false,
        };

    /// <summary>How far a side is, in a sentence; null where it promised nothing.</summary>
    public string? Line(PartnerSide side)
    {
        var theirs = All.Where(row => row.Side == side).ToList();
        if (theirs.Count == 0)
            return null;
        var kept = theirs.Count(row => row.State == CommitmentState.Kept);
        var late = theirs.Count(row => row.IsLate(open.Partner, open.Today));
        return late == 0
            ? Texts.PanelLine.With(NameOf(side), kept, theirs.Count)
            : Texts.PanelLineLate.With(NameOf(side), kept, theirs.Count, late);
    }
}
