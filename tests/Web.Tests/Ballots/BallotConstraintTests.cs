using System.Data.Common;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Banyan.Web.Tests.Ballots;

/// <summary>What may not be in a vote the database refuses by itself, on both engines: each row here is one that stands already, with a single thing about it changed.</summary>
public sealed class BallotConstraintTests
{
    private const string Reference = "UMB-27-TABLE";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_ballot_needs_a_seat_and_its_declaration(DatabaseKind database)
    {
        await using var world = await VotedAsync(database);
        // Deb has declared; so much for the statement itself.
        (await BallotOfAsync(world, World.Deb)).ShouldBe("taken");
        const string orphan = "FOREIGN KEY";
        (await BallotOfAsync(world, World.Joey)).ShouldContain(orphan, Case.Insensitive);
        (await BallotOfAsync(world, World.Marie)).ShouldContain(orphan, Case.Insensitive);
        await DeskWorld.DeclareAsync(world.Joey, Reference);
        (await BallotOfAsync(world, World.Joey)).ShouldBe("taken");
        await world.Joey.Visit($"/cases/{Reference}/declare");
        await world
            .Joey.Choose("Does something stand between you and this case?", "Yes, I step aside")
            .Press("Continue");
        (await BallotOfAsync(world, World.Joey)).ShouldContain(orphan, Case.Insensitive);
    }

    [Theory, EachDatabase]
    public async Task A_declaration_for_a_vote_needs_a_seat_and_stays_while_its_ballot_does(
        DatabaseKind database
    )
    {
        await using var world = await VotedAsync(database);
        const string orphan = "FOREIGN KEY";
        (await ClearanceOfAsync(world, World.Joey)).ShouldBe("taken");
        (await ClearanceOfAsync(world, World.Marie)).ShouldContain(orphan, Case.Insensitive);
        (
            await TryAsync(world, $"DELETE FROM clearances WHERE person = {PersonOf(World.Tomas)}")
        ).ShouldContain(orphan, Case.Insensitive);
        (
            await TryAsync(world, $"DELETE FROM clearances WHERE person = {PersonOf(World.Deb)}")
        ).ShouldBe("taken");
    }

    [Theory, EachDatabase]
    public async Task One_person_has_one_ballot_in_a_round(DatabaseKind database)
    {
        await using var world = await VotedAsync(database);
        (await BallotOfAsync(world, World.Tomas)).ShouldContain(
            database == DatabaseKind.Postgres
                ? "ux_ballots_person"
                : "UNIQUE constraint failed: ballots.round, ballots.person"
        );
    }

    [Theory, EachDatabase]
    public async Task A_case_has_one_open_round(DatabaseKind database)
    {
        await using var world = await VotedAsync(database);
        (await CopyAsync<BallotRound>(world, "1 = 1", ("closed_at", "opened_at"))).ShouldBe(
            "taken"
        );
        (await CopyAsync<BallotRound>(world, "1 = 1")).ShouldContain(
            database == DatabaseKind.Postgres
                ? "ux_rounds_open"
                : "UNIQUE constraint failed: rounds.application"
        );
    }

    [Theory, EachDatabase]
    public async Task A_vote_against_has_a_reason(DatabaseKind database)
    {
        await using var world = await VotedAsync(database);
        (
            await BallotOfAsync(world, World.Deb, ("vote", "'Against'"), ("reason", "'No.'"))
        ).ShouldBe("taken");
        (
            await BallotOfAsync(world, World.Deb, ("vote", "'Against'"), ("reason", "NULL"))
        ).ShouldContain("ck_ballots_objection_has_reason");
    }

    [Theory, EachDatabase]
    public async Task What_the_database_refuses_because_somebody_was_faster_is_no_error(
        DatabaseKind database
    )
    {
        await using var world = await VotedAsync(database);
        // Deb's declaration is gone before her vote comes, then Tomas's vote is taken while he changes it.
        (await MeetAsync(world, World.Deb)).Refusal.ShouldBe(Refusals.ChangedMeanwhile);
        (await MeetAsync(world, World.Tomas)).Refusal.ShouldBe(Refusals.ChangedMeanwhile);
    }

    /// <summary>Somebody's vote on a round as it was before they stepped aside.</summary>
    private static Task<Outcome> MeetAsync(DeskWorld world, Character who) =>
        world.Host.DbAsync(async late =>
        {
            var now = world.Host.Clock.Now;
            var person = await late.PersonFacts.SingleAsync(p => p.Email == who.Address, Ct);
            var actor = Actor.Of(person.Id, who.Name);
            var application = await late.Applications.SingleAsync(Ct);
            var round = await late.Rounds.Whole().SingleAsync(Ct);
            await world.Host.DbAsync(async early =>
            {
                (await early.Rounds.Whole().SingleAsync(Ct)).Recuse(person.Id);
                (await early.CommitAsync(Outcome.Of(actor, now), Ct)).Refusal.ShouldBeNull();
            });
            return await late.CommitAsync(
                round.Cast(application, Vote.Abstain, null, actor, now),
                Ct
            );
        });

    /// <summary>Tomas has voted, Deb has declared, Joey has not.</summary>
    private static async Task<DeskWorld> VotedAsync(DatabaseKind database)
    {
        var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await DeskWorld.VoteAsync(world.Tomas, Reference, "For");
        await DeskWorld.DeclareAsync(world.Deb, Reference);
        return world;
    }

    private static Task<string> BallotOfAsync(
        DeskWorld world,
        Character who,
        params (string, string)[] changes
    ) => CopyAsync<Ballot>(world, "1 = 1", [("person", PersonOf(who)), .. changes]);

    private static Task<string> ClearanceOfAsync(DeskWorld world, Character who) =>
        CopyAsync<Clearance>(world, $"person = {PersonOf(World.Tomas)}", ("person", PersonOf(who)));

    private static string PersonOf(Character who) =>
        $"(SELECT id FROM people WHERE email = '{who.Address}')";

    /// <summary>Inserts a row of this table once more under another id.</summary>
    private static async Task<string> CopyAsync<T>(
        DeskWorld world,
        string where,
        params (string Column, string Value)[] changes
    )
    {
        var (table, columns) = await world.Host.DbAsync(db => Task.FromResult(ColumnsOf<T>(db)));
        var values = columns.Select(column =>
            column == "id"
                ? $"'{Guid.NewGuid().ToString().ToUpperInvariant()}'"
                : changes.FirstOrDefault(change => change.Column == column).Value ?? column
        );
        return await TryAsync(
            world,
            $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM {table} WHERE {where}"
        );
    }

    private static (string Table, IReadOnlyList<string> Columns) ColumnsOf<T>(BanyanDb db)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        return (
            table.Name,
            [.. type.GetProperties().Select(property => property.GetColumnName(table)!)]
        );
    }

    /// <summary>What the database says to a statement, which is taken back in any case.</summary>
    private static Task<string> TryAsync(DeskWorld world, string statement) =>
        world.Host.DbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Ct);
            try
            {
#pragma warning disable EF1002 // written here, from names of the model
                var rows = await db.Database.ExecuteSqlRawAsync(statement, Ct);
#pragma warning restore EF1002
                rows.ShouldBe(1, statement);
                return "taken";
            }
            catch (DbException problem)
            {
                return problem.Message;
            }
            finally
            {
                await transaction.RollbackAsync(Ct);
            }
        });
}
