using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;

namespace Banyan.Partnering.Ballots;

/// <summary>An applicant's answer and the round that waits for it: it goes on, and who voted on answers that have changed since is asked again.</summary>
internal sealed class SecondLook(BanyanDb db, BallotMail mail)
{
    /// <summary>The answers are kept and the question stays open: what was voted on them does not count any more, and nobody is called before all of it is here.</summary>
    public async Task<Outcome> KeptAsync(
        OpenApplication open,
        Outcome written,
        CancellationToken ct
    ) =>
        Changes(written) && await db.OpenRoundOfAsync(open.Application.Id, ct) is { } round
            ? written.And(round.MakeStale(open.Actor, open.Now))
            : written;

    /// <param name="asked">When the question that is answered was asked: what went stale since then is told now.</param>
    public async Task<Outcome> AnsweredAsync(
        OpenApplication open,
        Outcome answered,
        NodaTime.Instant asked,
        CancellationToken ct
    )
    {
        if (await db.OpenRoundOfAsync(open.Application.Id, ct) is not { } round)
            return answered;
        if (Changes(answered))
            answered = answered.And(round.MakeStale(open.Actor, open.Now));
        answered = answered.And(round.Resume(open.Actor, open.Now));
        return round.Ballots.Exists(ballot => ballot.StaleSince >= asked)
            ? answered.Then([
                .. await mail.StaleAsync(open.Application, round, open.AtHome.Zone, open.Now, ct),
            ])
            : answered;
    }

    private static bool Changes(Outcome written) =>
        written.Events.OfType<ApplicationAmended>().Any();
}
