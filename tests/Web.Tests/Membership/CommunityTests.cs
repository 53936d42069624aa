using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Communities.Data;
using Banyan.Membership.Communities.Domain;
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
                    (await CommunityAsync(db, listed)).Admit(
                        asha,
                        CommunityRole.Owner,
                        Actor.Rule,
                        host.Clock.Now
                    ),
                    Ct
                )
            ).Refusal.ShouldBeNull()
        );
        await FindsAsync(host, asha, "Python Dhaka", null, listed);
    }

    [Theory]
    [EachDatabase]
    public async Task Of_two_who_admit_one_person_at_the_same_moment_the_later_is_refused(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var nusrat = await PersonAsync(host, World.Nusrat);
        var asha = await PersonAsync(host, World.Asha);
        var listed = await ListAsync(host, nusrat, "Python Dhaka", null);
        var late = await host.DbAsync(async db =>
        {
            var seen = await CommunityAsync(db, listed);
            await AdmitAsync(host, listed, asha, CommunityRole.Editor);
            return await db.CommitAsync(
                seen.Admit(asha, CommunityRole.Viewer, Actor.Rule, host.Clock.Now),
                Ct
            );
        });
        late.Refusal.ShouldBe(Banyan.Kernel.Domain.Refusals.ChangedMeanwhile);
        var role = await host.DbAsync(db =>
            db.CommunityRoleFacts.SingleAsync(facts => facts.Person == asha, Ct)
        );
        role.Role.ShouldBe(CommunityRole.Editor);
    }

    [Theory]
    [EachDatabase]
    public async Task Of_two_who_admit_different_people_the_later_looks_again(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var nusrat = await PersonAsync(host, World.Nusrat);
        var asha = await PersonAsync(host, World.Asha);
        var deb = await PersonAsync(host, World.Deb);
        var listed = await ListAsync(host, nusrat, "Python Dhaka", null);
        var late = await host.DbAsync(async db =>
        {
            var seen = await CommunityAsync(db, listed);
            await AdmitAsync(host, listed, asha, CommunityRole.Editor);
            return await db.CommitAsync(
                seen.Admit(deb, CommunityRole.Editor, Actor.Rule, host.Clock.Now),
                Ct
            );
        });
        late.Refusal.ShouldBe(Banyan.Kernel.Domain.Refusals.ChangedMeanwhile);
        await AdmitAsync(host, listed, deb, CommunityRole.Editor);
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

    [Fact]
    public async Task A_free_address_is_found_without_reading_all_that_begin_like_it()
    {
        await using var host = await BanyanHost.StartAsync();
        var nusrat = await PersonAsync(host, World.Nusrat);
        await ListAsync(host, nusrat, "Python Dhaka", null);
        await ListAsync(host, nusrat, "Python Dhaka Women", null);
        host.Statements.Clear();
        await ListAsync(host, nusrat, "Python Dhaka", null);
        host.Statements.All.ShouldAllBe(statement => !statement.Contains("LIKE"));
        (await host.DbAsync(db => db.CommunityFacts.CountAsync(Ct))).ShouldBe(3);
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

    private static Task<Community> CommunityAsync(BanyanDb db, CommunityId id) =>
        db.Communities.Include(c => c.Members).SingleAsync(c => c.Id == id, Ct);

    private static Task AdmitAsync(
        BanyanHost host,
        CommunityId community,
        PersonId person,
        CommunityRole role
    ) =>
        host.DbAsync(async db =>
            (
                await db.CommitAsync(
                    (await CommunityAsync(db, community)).Admit(
                        person,
                        role,
                        Actor.Rule,
                        host.Clock.Now
                    ),
                    Ct
                )
            ).Refusal.ShouldBeNull()
        );

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
