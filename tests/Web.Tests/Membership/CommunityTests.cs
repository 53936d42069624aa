using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Membership;

/// <summary>What Partnering asks of communities and organisations.</summary>
public sealed class CommunityTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EachDatabase]
    public async Task A_community_is_found_again_by_its_people_alone(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var nusrat = await PersonAsync(host, World.Nusrat);
        var asha = await PersonAsync(host, World.Asha);
        var listed = await ListAsync(host, nusrat, "Python Dhaka", "https://pydhaka.example.org/");
        await FindsAsync(host, nusrat, "PYTHON  dhaka", null, listed);
        await FindsAsync(host, nusrat, "Another name", "pydhaka.example.org", listed);
        await FindsAsync(host, nusrat, "Another name", "other.example.org", null);
        await FindsAsync(host, asha, "Python Dhaka", "pydhaka.example.org", null);
        await host.DbAsync(async db =>
            (
                await db.CommitAsync(
                    await new CommunityDirectory(db).MakeOwnerAsync(
                        listed,
                        asha,
                        Actor.Rule,
                        host.Clock.Now,
                        Ct
                    ),
                    Ct
                )
            ).Refusal.ShouldBeNull()
        );
        await FindsAsync(host, asha, "Python Dhaka", null, listed);
    }

    [Theory]
    [EachDatabase]
    public async Task Two_communities_of_one_name_have_two_addresses(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var nusrat = await PersonAsync(host, World.Nusrat);
        await ListAsync(host, nusrat, "Python Dhaka", null);
        await ListAsync(host, nusrat, "Python Dhaka", null);
        var slugs = await host.DbAsync(db =>
            db.CommunityFacts.OrderBy(c => c.Slug).Select(c => c.Slug).ToListAsync(Ct)
        );
        slugs.ShouldBe(["python-dhaka", "python-dhaka-2"]);
    }

    [Theory]
    [EachDatabase]
    public async Task An_organisation_and_its_teams_are_made_once(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var first = await EnsureAsync(host);
        var second = await EnsureAsync(host);
        second.ShouldBe(first);
        var seats = await host.DbAsync(db => db.OrganisationFacts.CountAsync(Ct));
        seats.ShouldBe(1);
    }

    private static Task<OrganisationId> EnsureAsync(BanyanHost host) =>
        host.DbAsync(async db =>
        {
            var directory = new OrganisationDirectory(db);
            var now = host.Clock.Now;
            var ensured = await directory.EnsureAsync(
                "psf",
                "The Foundation",
                "UTC",
                "US",
                Actor.Rule,
                now,
                Ct
            );
            var team = await directory.EnsureTeamAsync(
                ensured.Id,
                "grants-work-group",
                "Grants Work Group",
                TeamKind.WorkGroup,
                Actor.Rule,
                now,
                Ct
            );
            (await db.CommitAsync(ensured.Outcome.And(team), Ct)).Refusal.ShouldBeNull();
            return ensured.Id;
        });

    private static async Task<PersonId> PersonAsync(BanyanHost host, Character character)
    {
        (await host.SignedInAsync(character.Address)).Dispose();
        return await host.DbAsync(db =>
            db.PersonFacts.Where(p => p.Email == character.Address)
                .Select(p => p.Id)
                .SingleAsync(Ct)
        );
    }

    private static Task<CommunityId> ListAsync(
        BanyanHost host,
        PersonId owner,
        string name,
        string? website
    ) =>
        host.DbAsync(async db =>
        {
            WebAddress.TryRead(website, out var address, out _);
            var listed = await new CommunityDirectory(db).ListAsync(
                new CommunityOutline(name, address, "Dhaka", "user group"),
                owner,
                Actor.Rule,
                host.Clock.Now,
                Ct
            );
            (await db.CommitAsync(listed.Outcome, Ct)).Refusal.ShouldBeNull();
            return listed.Id;
        });

    private static async Task FindsAsync(
        BanyanHost host,
        PersonId person,
        string name,
        string? website,
        CommunityId? expected
    )
    {
        WebAddress.TryRead(website, out var address, out _);
        var found = await host.DbAsync(db =>
            new CommunityDirectory(db).FindOfAsync(person, address, name, Ct)
        );
        found?.Id.ShouldBe(expected!.Value);
        (found is null).ShouldBe(expected is null);
    }
}
