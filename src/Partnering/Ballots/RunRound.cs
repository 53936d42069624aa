using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Ballots;

/// <summary>Begins rounds and, whenever something happened in one, does what its rule asks for at that moment: the case goes to a discussion, an extension, the chair, the next body, or back to staff.</summary>
internal sealed class RunRound(BanyanDb db, OpenRound open, BallotMail mail)
{
    /// <summary>Opens the vote of a stage. Where too few are left who may vote, it ends in the same breath.</summary>
    public async Task<Outcome> BeginAsync(
        Application application,
        ProgramDefinition program,
        (Stage Stage, DecisionRule Rule) voting,
        Actor actor,
        Instant now,
        CancellationToken ct
    )
    {
        var (round, opened) = await open.OfAsync(
            application,
            program,
            voting.Stage,
            voting.Rule,
            actor,
            now,
            ct
        );
        return opened.And(await SettleAsync(application, program, round, actor, now, ct));
    }

    public async Task<Outcome> SettleAsync(
        Application application,
        ProgramDefinition program,
        BallotRound round,
        Actor actor,
        Instant now,
        CancellationToken ct
    )
    {
        var organisation = await db.OrganisationFacts.SingleAsync(
            facts => facts.Id == application.Organisation,
            ct
        );
        var zone = ProgramWords.ZoneOf(organisation);
        var outcome = Outcome.Of(actor, now);
        // A worker that slept finds more than one step to take: an extension whose time is over, too.
        while (true)
        {
            var (step, moved) = round.Settle(
                DiscussionEnds(round, organisation, zone, now),
                actor,
                now
            );
            outcome = outcome.And(moved);
            if (step is RoundStep.Wait || !outcome.Done)
                return outcome;
            if (step is RoundStep.Close)
                return outcome.And(
                    await TakeAlongAsync(application, program, round, zone, actor, now, ct)
                );
            outcome = outcome.Then([
                .. await mail.TurnedAsync(application, round, step, zone, now, ct),
            ]);
        }
    }

    private async Task<Outcome> TakeAlongAsync(
        Application application,
        ProgramDefinition program,
        BallotRound round,
        DateTimeZone zone,
        Actor actor,
        Instant now,
        CancellationToken ct
    )
    {
        var result = round.Result!;
        var sentence = RoundSentences.Of(result, round.ClosesAt.InZone(zone).Date);
        switch (result.Outcome)
        {
            case RoundOutcome.Objected:
                return await BeginAsync(
                    application,
                    program,
                    (
                        program.Stages.First(stage => stage.Key == round.Stage),
                        ((DecisionRule.NoObjection)round.Rule).Otherwise
                    ),
                    actor,
                    now,
                    ct
                );
            case RoundOutcome.Escalated
                when application.State == ApplicationState.InReview
                    && Stages.Consulted(program) is { } board:
                return application
                    .Escalate(sentence, Role.Rule, actor, now)
                    .And(await ConsultAsync(application, program, board, actor, now, ct));
            default:
                return application.RoundClosed(sentence, actor, now);
        }
    }

    /// <summary>Opens the vote of the body that is asked, where it votes, and tells its members.</summary>
    public async Task<Outcome> ConsultAsync(
        Application application,
        ProgramDefinition program,
        Stage board,
        Actor actor,
        Instant now,
        CancellationToken ct
    )
    {
        return board.Rule is { } rule
            ? await BeginAsync(application, program, (board, rule), actor, now, ct)
            : Outcome
                .Of(actor, now)
                .Then([.. await mail.AdviceWantedAsync(application, board, now, ct)]);
    }

    private static Instant DiscussionEnds(
        BallotRound round,
        OrganisationFacts organisation,
        DateTimeZone zone,
        Instant now
    )
    {
        if (round.Rule is not DecisionRule.LazyConsensus rule)
            return now;
        var today = now.InZone(zone).Date;
        var last = BusinessDays.Of(organisation.Country).After(today, rule.DiscussionBusinessDays);
        return now + Duration.FromDays(Period.DaysBetween(today, last));
    }
}
