using Banyan.Kernel.Text;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using NodaTime;

namespace Banyan.Partnering.Chairing;

/// <summary>What whoever keeps a round going sees of it on the page of the case.</summary>
/// <param name="WhatIf">What recusals would do to it, one line for each number.</param>
internal sealed record ChairPanel(
    string Reference,
    IReadOnlyList<SilentMember> Silent,
    bool CanReplace,
    bool CanNudge,
    IReadOnlyList<WhatIf> WhatIf
)
{
    public static ChairPanel Of(string reference, BallotRound round, ZonedDateTime here)
    {
        var now = here.ToInstant();
        return new ChairPanel(
            reference,
            [
                .. round
                    .Silent()
                    .Select(seat => new SilentMember(
                        seat.Name,
                        (
                            seat.NudgedAt is { } at
                                ? Texts.SilentNudged.With(NextLineOf.Day(at, here))
                            : round.BallotOf(seat.Person) is not null ? Texts.SilentStale
                            : round.IsCleared(seat.Person) ? Texts.SilentDeclared
                            : Texts.SilentUndeclared
                        )
                    )),
            ],
            round.AgainstReplacing(now) is null,
            round.AgainstNudging(now) is null,
            Ballots.Domain.WhatIf.Of(round.Rule, round.VotingSeats.Count())
        );
    }
}

/// <param name="Standing">How far they have come, in words.</param>
internal sealed record SilentMember(string Name, string Standing);
