using Banyan.Kernel.Work;
using NodaTime;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>What is planned for a round: its end, and what reminds of it.</summary>
internal sealed partial class BallotRound
{
    /// <summary>When it would end by what was announced at opening.</summary>
    public Instant FirstEnd => OpenedAt + Duration.FromDays(Rule.OpenDays);

    /// <summary>It goes on beyond its first end for a reason that is the members' own.</summary>
    public bool RunsOver => Extended || Phase == RoundPhase.Discussion || HeldFor is not null;

    /// <summary>The work that looks at the round when its time is over, and that finds out when to remind of it next.</summary>
    public IReadOnlyList<WorkChange> Due(Instant now) =>
        [
            new WorkChange.Plan(
                RoundDue.Kind,
                Key,
                ClosesAt,
                Application.Value,
                new RoundDue(Id.Value)
            ),
            Nudge(now, now),
        ];

    /// <param name="after">What was due up to then is done.</param>
    public WorkChange Nudge(Instant at, Instant after) =>
        new WorkChange.Plan(
            NudgeDue.Kind,
            NudgeKey,
            at,
            Application.Value,
            new NudgeDue(Id.Value, after.ToUnixTimeMilliseconds())
        );

    private IReadOnlyList<WorkChange> NothingDue() =>
        [new WorkChange.Cancel(Key), new WorkChange.Cancel(NudgeKey)];

    private string Key => $"{RoundDue.Kind}/{Id.Value:n}";

    private string NudgeKey => $"{NudgeDue.Kind}/{Id.Value:n}";
}

/// <summary>The payload of the work that closes a round.</summary>
internal sealed record RoundDue(Guid Round)
{
    public const string Kind = "round.close";
}

/// <summary>The payload of the work that reminds of a round; one row a round, which plans the next.</summary>
/// <param name="After">Milliseconds since 1970: what was due up to then is done.</param>
internal sealed record NudgeDue(Guid Round, long After)
{
    public const string Kind = "round.nudge";
}
