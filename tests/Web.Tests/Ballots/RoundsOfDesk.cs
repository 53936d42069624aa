using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.Teams.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Ballots;

/// <summary>What tests of rounds look up and bring about in the desk's world.</summary>
internal static class RoundsOfDesk
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<BallotRound> RoundAsync(this DeskWorld world, string reference) =>
        world.Host.DbAsync(async db =>
        {
            var id = await db
                .Applications.Where(a => a.Reference == reference)
                .Select(a => a.Id)
                .SingleAsync(Ct);
            return await db
                .Rounds.AsNoTracking()
                .Whole()
                .SingleAsync(round => round.Application == id, Ct);
        });

    public static Task<int> EventsAsync<T>(this DeskWorld world, Guid about)
        where T : DomainEvent
    {
        var action = DomainEvent.ActionOf(typeof(T));
        return world.Host.DbAsync(db =>
            db.Events.CountAsync(row => row.About == about && row.Action == action, Ct)
        );
    }

    /// <summary>Marie asks the applicant about this field.</summary>
    public static async Task AskAsync(this DeskWorld world, string reference, string field)
    {
        await world.Marie.Visit($"/cases/{reference}/ask");
        await world
            .Marie.Fill("words", "Is that so?")
            .ChooseByName("fields", field)
            .Press("Send the question");
        world.Marie.Path.ShouldBe($"/cases/{reference}", world.Marie.Text);
    }

    public static Task UnseatAsync(this DeskWorld world, Character character, string team) =>
        world.Host.DbAsync(async db =>
        {
            var person = await db.PersonFacts.SingleAsync(p => p.Email == character.Address, Ct);
            var seats = await db.Teams.Include(t => t.Members).SingleAsync(t => t.Slug == team, Ct);
            var removed = seats.Remove(person.Id, Actor.Rule, world.Host.Clock.Now);
            (await db.CommitAsync(removed, Ct)).Refusal.ShouldBeNull();
        });

    /// <summary>Nothing failed that nobody foresaw. What a worker meets at the same moment it tries again.</summary>
    public static void ShouldBeHealthy(this DeskWorld world) =>
        world
            .Host.Log.Bad.Where(line =>
                line.Problem is not null
                && !line.Category.EndsWith(".Worker", StringComparison.Ordinal)
            )
            .Select(line => $"{line.Text} {line.Problem}")
            .ShouldBeEmpty();
}
