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

    public static async Task FoundAsync(this BanyanHost host)
    {
        var ct = TestContext.Current.CancellationToken;
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var applied = await scope
                .ServiceProvider.GetRequiredService<ProgramFiles>()
                .ApplyAsync(
                    await File.ReadAllBytesAsync(
                        Path.Combine(Repository.Root, "programs", "psf-community-partner.yaml"),
                        ct
                    ),
                    new NewOrganisation("Python Software Foundation", "America/New_York"),
                    host.Clock.Now,
                    ct
                );
            if (applied.Refusal is not null)
                throw new InvalidOperationException(applied.Refusal);
        }
        await host.SeatAsync(World.Marie, "staff", voting: false);
        foreach (var member in WorkGroup)
            await host.SeatAsync(member, "grants-work-group", voting: true);
        await host.SeatAsync(World.Leila, "grants-work-group", voting: false, chair: true);
        foreach (var member in Board)
            await host.SeatAsync(member, "board", voting: true, chair: member == World.Ruth);
    }

    /// <summary>Gives somebody of the cast a seat in a team of the foundation.</summary>
    public static Task SeatAsync(
        this BanyanHost host,
        Character character,
        string team,
        bool voting,
        bool chair = false
    ) => host.DbAsync(db => SeatAsync(db, character, team, voting, chair, host.Clock.Now));

    private static async Task SeatAsync(
        BanyanDb db,
        Character character,
        string team,
        bool voting,
        bool chair,
        NodaTime.Instant now
    )
    {
        var ct = TestContext.Current.CancellationToken;
        if (!EmailAddress.TryParse(character.Address, out var email, out var problem))
            throw new InvalidOperationException(problem.ToString());
        var person = await db.People.SingleOrDefaultAsync(p => p.EmailKey == email.Key, ct);
        if (person is null)
            db.Add(person = Person.Named(email, character.Name, now));
        var seated = await db.Teams.Include(t => t.Members).SingleAsync(t => t.Slug == team, ct);
        var done = await db.CommitAsync(seated.Add(person.Id, voting, Actor.Rule, now, chair), ct);
        if (!done.Done)
            throw new InvalidOperationException(done.Refusal!.Sentence);
    }
}
