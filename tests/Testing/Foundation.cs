using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Banyan.Membership.Teams.Data;
using Banyan.Partnering.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Banyan.Testing;

/// <summary>The foundation with its real program file: Marie is staff; Tomas, Deb, Joey and Inés vote in the work group, which Leila leads without a vote; Ruth leads the board of three.</summary>
public static class Foundation
{
    public const string Program = "/programs/psf-community-partner";

    public static IReadOnlyList<Character> WorkGroup { get; } =
    [World.Tomas, World.Deb, World.Joey, World.Ines];

    public static IReadOnlyList<Character> Board { get; } = [World.Ruth, World.Hana, World.Paul];

    public static async Task FoundAsync(this BanyanHost host, bool seats = true)
    {
        await host.ApplyAsync(
            "psf-community-partner.yaml",
            new NewOrganisation("Python Software Foundation", "America/New_York")
        );
        if (!seats)
            return;
        await host.SeatAsync(World.Marie, "staff", voting: false);
        foreach (var member in WorkGroup)
            await host.SeatAsync(member, "grants-work-group", voting: true);
        await host.SeatAsync(World.Leila, "grants-work-group", voting: false, chair: true);
        foreach (var member in Board)
            await host.SeatAsync(member, "board", voting: true, chair: member == World.Ruth);
    }

    /// <summary>Installs one of the programs that come along, with its organisation and teams.</summary>
    internal static async Task ApplyAsync(
        this BanyanHost host,
        string file,
        NewOrganisation organisation
    )
    {
        var ct = TestContext.Current.CancellationToken;
        await using var scope = host.Services.CreateAsyncScope();
        var applied = await scope
            .ServiceProvider.GetRequiredService<ProgramFiles>()
            .ApplyAsync(
                await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "programs", file), ct),
                organisation,
                host.Clock.Now,
                ct
            );
        if (applied.Refusal is not null)
            throw new InvalidOperationException(applied.Refusal);
    }

    /// <summary>Gives somebody of the cast a seat in a team of the foundation.</summary>
    public static Task SeatAsync(
        this BanyanHost host,
        Character character,
        string team,
        bool voting,
        bool chair = false
    ) => host.DbAsync(db => SeatAsync(db, character, team, voting, chair, host.Clock.Now));

    /// <summary>Makes somebody of the cast known by their address, with no seat anywhere.</summary>
    public static Task KnowAsync(this BanyanHost host, Character character) =>
        host.DbAsync(async db =>
        {
            await PersonAsync(db, character, host.Clock.Now);
            await db.CommitAsync(
                Outcome.Of(Actor.Rule, host.Clock.Now),
                TestContext.Current.CancellationToken
            );
        });

    private static async Task<Person> PersonAsync(
        BanyanDb db,
        Character character,
        NodaTime.Instant now
    )
    {
        if (!EmailAddress.TryParse(character.Address, out var email, out var problem))
            throw new InvalidOperationException(problem.ToString());
        var known = await db.People.SingleOrDefaultAsync(
            p => p.EmailKey == email.Key,
            TestContext.Current.CancellationToken
        );
        if (known is not null)
            return known;
        var person = Person.Named(email, character.Name, now);
        db.Add(person);
        return person;
    }

    internal static async Task SeatAsync(
        BanyanDb db,
        Character character,
        string team,
        bool voting,
        bool chair,
        NodaTime.Instant now
    )
    {
        var ct = TestContext.Current.CancellationToken;
        var person = await PersonAsync(db, character, now);
        var seated = await db.Teams.Include(t => t.Members).SingleAsync(t => t.Slug == team, ct);
        var done = await db.CommitAsync(seated.Add(person.Id, voting, Actor.Rule, now, chair), ct);
        if (!done.Done)
            throw new InvalidOperationException(done.Refusal!.Sentence);
    }
}
