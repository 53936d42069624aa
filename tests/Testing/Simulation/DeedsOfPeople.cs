using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Testing.Simulation;

/// <summary>Each deed of a script, done by the one whose deed it is.</summary>
internal static class DeedsOfPeople
{
    public static Task DoAsync(YearOfWork year, string reference, Deed deed) =>
        deed switch
        {
            Deed.Declares declares => year.AsAsync(
                YearOfWork.Member(declares.Body, declares.Seat),
                services => DeclareAsync(services, reference, declares)
            ),
            Deed.Votes votes => year.AsAsync(
                YearOfWork.Member(votes.Body, votes.Seat),
                services => VoteAsync(services, reference, votes.Vote)
            ),
            Deed.StaffAsks => AsStaffAsync(year, reference, Ask),
            Deed.Answers answers => AsStaffAsync(
                year,
                reference,
                (turn, round) => Answer(turn, round, answers.Amends)
            ),
            Deed.StaffCloses => AsStaffAsync(year, reference, Close),
            Deed.Withdraws => AsStaffAsync(
                year,
                reference,
                (turn, round) =>
                    turn
                        .Case.Withdraw("Not this year.", turn.Actor, turn.Now)
                        .And(round?.Stop(turn.Actor, turn.Now) ?? turn.Nothing)
            ),
            Deed.ChairHolds => AsChairAsync(
                year,
                reference,
                (turn, round) => round.Hold("A news report.", turn.Actor, turn.Now)
            ),
            Deed.ChairLetsGoOn => AsChairAsync(
                year,
                reference,
                (turn, round) => round.LetGoOn(turn.Actor, turn.Now)
            ),
            Deed.ChairEnds => AsChairAsync(
                year,
                reference,
                (turn, round) => round.CloseByChair(turn.Actor, turn.Now)
            ),
            Deed.ChairEscalates => EscalateAsync(year, reference),
            _ => throw new InvalidOperationException($"Nobody does {deed}."),
        };

    private static async Task<Outcome> DeclareAsync(
        IServiceProvider services,
        string reference,
        Deed.Declares deed
    )
    {
        var reached = services.GetRequiredService<ReachedCase>();
        return await reached.LoadAsync(reference, CancellationToken.None)
            ? await services
                .GetRequiredService<DeclareConflict>()
                .OfAsync(
                    reached.Turn,
                    reached.Round,
                    (reached.Person, reached.Turn.Actor.Name),
                    deed.Conflict,
                    null,
                    CancellationToken.None
                )
            : Refusals.ChangedMeanwhile;
    }

    private static async Task<Outcome> VoteAsync(
        IServiceProvider services,
        string reference,
        Vote vote
    )
    {
        var open = services.GetRequiredService<OpenCase>();
        if (
            !await open.LoadAsync(reference, CasePermissions.Vote, CancellationToken.None)
            || open.Round is not { } round
        )
            return Refusals.ChangedMeanwhile;
        var cast = round.Cast(open.Case, vote, "Why.", open.Actor, open.Now);
        return cast.Done
            ? cast.And(
                await services
                    .GetRequiredService<RunRound>()
                    .SettleAsync(open.Turn, round, CancellationToken.None)
            )
            : cast;
    }

    private static Outcome Ask(CaseTurn turn, BallotRound? round)
    {
        var asked = turn.Case.Ask(
            "Who receives reports?",
            [],
            turn.Now.InUtc().Date.PlusDays(14),
            turn.Actor,
            turn.Now
        );
        return asked.Done && round is not null
            ? asked.And(round.Pause(turn.Actor, turn.Now))
            : asked;
    }

    private static Outcome Answer(CaseTurn turn, BallotRound? round, bool amends)
    {
        var facts = new SubmitFacts(null, turn.Case.Title, null, null, turn.Case.OpenKey);
        var answered = turn.Case.Answered("Two people do.", facts, turn.Actor, turn.Now);
        if (!answered.Done || round is null)
            return answered;
        answered = answered.And(round.Resume(turn.Actor, turn.Now));
        return amends ? answered.And(round.MakeStale(turn.Actor, turn.Now)) : answered;
    }

    private static Outcome Close(CaseTurn turn, BallotRound? round) =>
        turn.Case.Ball == Ball.Applicant
            ? turn
                .Case.Close("No answer came.", Role.Staff, turn.Actor, turn.Now)
                .And(round?.Stop(turn.Actor, turn.Now) ?? turn.Nothing)
            : Refusals.ChangedMeanwhile;

    private static Task EscalateAsync(YearOfWork year, string reference) =>
        year.AsAsync(
            World.Leila,
            async services =>
            {
                var (turn, round) = await LoadAsync(services, reference);
                var board = Stages.Consulted(turn.Program)!;
                var escalated = turn.Case.Escalate(
                    board.Team,
                    "A matter of principle.",
                    Role.Chair,
                    turn.Actor,
                    turn.Now
                );
                if (!escalated.Done)
                    return escalated;
                // The database takes the board's round only when the group's has ended.
                escalated = escalated.And(round!.Stop(turn.Actor, turn.Now));
                return escalated.And(
                    await services
                        .GetRequiredService<RunRound>()
                        .ConsultAsync(turn, board, CancellationToken.None)
                );
            }
        );

    private static Task AsStaffAsync(
        YearOfWork year,
        string reference,
        Func<CaseTurn, BallotRound?, Outcome> act
    ) =>
        year.AsAsync(
            World.Marie,
            async services =>
            {
                var (turn, round) = await LoadAsync(services, reference);
                return act(turn, round);
            }
        );

    private static Task AsChairAsync(
        YearOfWork year,
        string reference,
        Func<CaseTurn, BallotRound, Outcome> act
    ) =>
        year.AsAsync(
            World.Leila,
            async services =>
            {
                var (turn, round) = await LoadAsync(services, reference);
                if (round is null || turn.Case.State != ApplicationState.InReview)
                    return Refusals.ChangedMeanwhile;
                var done = act(turn, round);
                return done.Done
                    ? done.And(
                        await services
                            .GetRequiredService<RunRound>()
                            .SettleAsync(turn, round, CancellationToken.None)
                    )
                    : done;
            }
        );

    private static async Task<(CaseTurn Turn, BallotRound? Round)> LoadAsync(
        IServiceProvider services,
        string reference
    )
    {
        var db = services.GetRequiredService<BanyanDb>();
        var application = await db
            .Applications.Include(a => a.Applicants)
            .SingleAsync(a => a.Reference == reference);
        var round = await db
            .Rounds.Whole()
            .SingleOrDefaultAsync(r => r.Application == application.Id && r.ClosedAt == null);
        var turn = new CaseTurn(
            application,
            await services
                .GetRequiredService<ProgramShelf>()
                .DefinitionAsync(application.ProgramVersion, CancellationToken.None),
            services.GetRequiredService<Viewer>().Actor,
            services.GetRequiredService<IClock>().GetCurrentInstant()
        );
        return (turn, round);
    }
}
