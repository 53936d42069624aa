using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Ballots;

/// <summary>Begins rounds and, whenever something happened in one, does what its rule asks for at that moment: the case goes to a discussion, an extension, the chair, the next body, or back to staff.</summary>
internal sealed class RunRound(BanyanDb db, OpenRound open, BallotMail mail)
{
    /// <summary>Opens the vote of a stage. Where too few are left who may vote, it ends in the same breath.</summary>
    public async Task<Outcome> BeginAsync(
        CaseTurn turn,
        (Stage Stage, DecisionRule Rule) voting,
        CancellationToken ct
    )
    {
        var organisation = await OrganisationAsync(turn, ct);
        var (round, opened) = await open.OfAsync(turn, voting, organisation.Zone, ct);
        return opened.And(await SettleAsync(turn, round, organisation, ct));
    }

    public async Task<Outcome> SettleAsync(
        CaseTurn turn,
        BallotRound round,
        CancellationToken ct
    ) => await SettleAsync(turn, round, await OrganisationAsync(turn, ct), ct);

    /// <summary>Opens the vote of the body that is asked, where it votes, and else tells its members.</summary>
    public async Task<Outcome> ConsultAsync(CaseTurn turn, Stage board, CancellationToken ct) =>
        board.Rule is { } rule
            ? await BeginAsync(turn, (board, rule), ct)
            : turn.Nothing.Then([.. await mail.AdviceWantedAsync(turn.Case, board, turn.Now, ct)]);

    private async Task<Outcome> SettleAsync(
        CaseTurn turn,
        BallotRound round,
        OrganisationFacts organisation,
        CancellationToken ct
    )
    {
        var outcome = turn.Nothing;
        var days = await db.BusinessDaysOfAsync(organisation, ct);
        // A worker that slept finds more than one step to take: an extension whose time is over, too.
        while (true)
        {
            var ends = DiscussionEnds(round, organisation.Zone, days, turn.Now);
            var (step, moved) = round.Settle(ends, turn.Actor, turn.Now);
            outcome = outcome.And(moved);
            if (step is RoundStep.Wait || !outcome.Done)
                return outcome;
            if (step is RoundStep.Close)
                return outcome.And(await TakeAlongAsync(turn, round, organisation.Zone, ct));
            outcome = outcome.Then([
                .. await mail.TurnedAsync(turn, round, step, organisation.Zone, ct),
            ]);
        }
    }

    private async Task<Outcome> TakeAlongAsync(
        CaseTurn turn,
        BallotRound round,
        DateTimeZone zone,
        CancellationToken ct
    )
    {
        var result = round.Result!;
        var sentence = RoundSentences.Of(result, round.ClosesAt.InZone(zone).Date);
        if (result.Outcome == RoundOutcome.Objected)
        {
            var stage = turn.Program.Stages.First(each => each.Key == round.Stage);
            return await BeginAsync(
                turn,
                (stage, ((DecisionRule.NoObjection)round.Rule).Otherwise),
                ct
            );
        }
        if (
            result.Outcome == RoundOutcome.Escalated
            && turn.Case.State == ApplicationState.InReview
            && Stages.Consulted(turn.Program) is { } board
        )
        {
            var escalated = turn.Case.Escalate(
                board.Team,
                sentence,
                Role.Rule,
                turn.Actor,
                turn.Now
            );
            return escalated.Done ? escalated.And(await ConsultAsync(turn, board, ct)) : escalated;
        }
        return turn.Case.RoundClosed(sentence, turn.Actor, turn.Now);
    }

    private Task<OrganisationFacts> OrganisationAsync(CaseTurn turn, CancellationToken ct) =>
        db.OrganisationFacts.SingleAsync(facts => facts.Id == turn.Case.Organisation, ct);

    /// <summary>When a discussion that begins now would be over, by the organisation's business days.</summary>
    private static Instant DiscussionEnds(
        BallotRound round,
        DateTimeZone zone,
        BusinessDays days,
        Instant now
    )
    {
        if (round.Rule is not DecisionRule.LazyConsensus rule)
            return now;
        var today = now.InZone(zone).Date;
        var last = days.After(today, rule.DiscussionBusinessDays);
        return now + Duration.FromDays(Period.DaysBetween(today, last));
    }
}
