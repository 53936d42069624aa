using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review.Domain;
using NodaTime;
using Application = Banyan.Partnering.Applications.Domain.Application;
using Held = Banyan.Partnering.Ballots.Domain;

namespace Banyan.Security.Tests.Matrix;

/// <summary>What staff and the work group do with an application of the world, as far as its stage says.</summary>
internal sealed class WorldReview(MatrixWorld world)
{
    private static readonly DecisionRule.LazyConsensus Vote = new(2, 7, 3, Early: false);

    private static readonly Partnering.Programs.Domain.Stage VoteStage = new()
    {
        Key = "vote",
        Kind = StageKind.Review,
        Title = LocalText.Of("The vote"),
        Team = WorldProgram.WorkGroup,
    };

    private Instant Now => world.Host.Clock.Now;

    public Outcome Of(BanyanDb db, Application application, Record record)
    {
        var north = record.Organisation == Persona.North;
        var staff = north ? Persona.Marie : Persona.Sven;
        var (voter, second) = north ? (Persona.Tomas, Persona.Joey) : (Persona.Ravi, Persona.Uma);
        var actor = world.ActorOf(staff);
        var (finding, outcome) = CriterionFinding.Of(
            application.Id,
            WorldProgram.Criterion,
            "It is good.",
            Verdict.Met,
            record.Say(Words.Finding),
            actor,
            Now
        );
        db.Add(finding!);
        outcome = outcome
            .And(application.TakeUp(world.People[staff], actor, Now))
            .And(
                application.Note(
                    Audience.Applicant,
                    record.Say(Words.MessageToApplicant),
                    actor,
                    Now
                )
            )
            .And(application.Note(Audience.Staff, record.Say(Words.NoteForStaff), actor, Now))
            .And(
                application.Note(Audience.Reviewers, record.Say(Words.NoteForReviewers), actor, Now)
            );
        if (record.Stage == Stage.PreReview)
            return outcome;
        var (round, opened) = Held.BallotRound.Open(
            application.Id,
            VoteStage,
            Vote,
            [Seat(voter), Seat(second)],
            actor,
            Now
        );
        db.Add(round);
        outcome = outcome
            .And(application.SendToWorkGroup(WorldProgram.WorkGroup, null, actor, Now))
            .And(opened);
        foreach (var member in new[] { voter, second })
            outcome = outcome.And(Declare(db, application, round, member));
        var vote = record.Stage == Stage.Decided ? Held.Vote.Against : Held.Vote.For;
        outcome = outcome.And(
            round.Cast(application, vote, record.Say(Words.BallotReason), world.ActorOf(voter), Now)
        );
        if (record.Stage == Stage.Approved)
            outcome = outcome.And(round.Cast(application, vote, null, world.ActorOf(second), Now));
        if (record.Stage is Stage.Approved or Stage.Decided)
            outcome = outcome.And(End(application, round));
        if (record.Stage != Stage.Closed)
            return outcome;
        var reason = record.Say(Words.ClosingReason);
        return outcome
            .And(application.Close(reason, Role.Staff, actor, Now))
            .And(application.Note(Audience.Applicant, reason, actor, Now))
            .And(round.Stop(actor, Now));
    }

    private Outcome Declare(
        BanyanDb db,
        Application application,
        Held.BallotRound round,
        Persona member
    )
    {
        var (declaration, declared) = Declaration.Make(
            application.Id,
            world.People[member],
            member.Name,
            Conflict.None,
            null,
            softReads: true,
            world.ActorOf(member),
            Now
        );
        db.Add(declaration);
        round.Clear(world.People[member], Now);
        return declared;
    }

    /// <summary>By the rule, after a discussion where somebody objected.</summary>
    private Outcome End(Application application, Held.BallotRound round)
    {
        var outcome = Outcome.Of(Actor.Rule, Now);
        for (var end = Now; round.IsOpen; end = round.ClosesAt)
            outcome = outcome.And(
                round.Settle(end + Duration.FromDays(3), Actor.Rule, end).Outcome
            );
        return outcome.And(application.RoundClosed("It ended.", Actor.Rule, Now));
    }

    private Held.RoundSeat Seat(Persona persona) =>
        new(world.People[persona], persona.Name, voting: true);
}
