using Banyan.Kernel.Data;
using Banyan.Security.Tests.Matrix;
using Banyan.Security.Tests.OverPosting;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.Museum.Endpoints;

/// <summary>What other systems once let people change whose it was not.</summary>
public sealed class WritingTests : IAsyncLifetime
{
    private readonly RolledBack rolled = new();
    private MatrixWorld world = null!;
    private Sender sender = null!;

    public async ValueTask InitializeAsync()
    {
        world = await MatrixWorld.BuildAsync(
            DatabaseKind.Sqlite,
            builder =>
                builder.Services.ConfigureDbContext<BanyanDb>(options =>
                    options.AddInterceptors(rolled)
                )
        );
        sender = await Sender.InAsync(world, rolled);
    }

    public ValueTask DisposeAsync()
    {
        sender.Dispose();
        return world.DisposeAsync();
    }

    /// <summary>Discourse CVE-2026-21865: a moderator turned a private conversation, which he could not read, into a public one.</summary>
    [Fact]
    public async Task Discourse_2026_21865_who_may_not_read_a_case_does_nothing_with_it()
    {
        foreach (
            var (persona, record) in from persona in (Persona[])
                [Persona.Noor, Persona.Tomas, Persona.Bao, Persona.Sven]
            from record in world.Records
            where !Rules.HasOnDesk(persona, record)
            select (persona, record)
        )
        foreach (var verb in (string[])["note", "vote", "close", "decide"])
        {
            var effect = await SendAsync(persona, $"/cases/{record.Reference}/{verb}", Walk.Fields);
            (effect.Wrote, effect.Status is 403 or 404).ShouldBe(
                (false, true),
                $"{verb} {record} by {persona}"
            );
        }
    }

    /// <summary>Bitwarden CVE-2026-43638: an empty list was allowed before anybody looked whose it was.</summary>
    [Fact]
    public async Task Bitwarden_2026_43638_an_empty_or_a_foreign_list_does_nothing()
    {
        var foreign = world.Find(Relation.Other, Stage.Decided)!.Reference;
        var own = world.Find(Relation.Own, Stage.Decided)!.Reference;
        (string, string)[][] lists =
        [
            [],
            [("references", "")],
            [
                ("reference", foreign),
                ("references", foreign),
                ("letters", foreign),
                ($"seen-{foreign}", ""),
            ],
            [("reference", "*"), ("references[]", own), ("letters[0]", own)],
        ];
        foreach (var path in (string[])["/cases/release", "/cases/hand-over", "/cases/take-back"])
        foreach (var list in lists)
            (await SendAsync(Persona.Marie, path, list)).Wrote.ShouldBeFalse(path);
    }

    /// <summary>Zulip CVE-2025-30368 and 30369: an administrator deleted what belonged to another organisation, by its id.</summary>
    [Asvs("V8.4.1")]
    [Fact]
    public async Task Zulip_2025_30368_an_owner_removes_nobody_of_another_organisation()
    {
        foreach (var organisation in (string[])[Persona.North, Persona.South])
        {
            var effect = await SendAsync(
                Persona.Olga,
                $"/settings/teams/{organisation}/staff/remove/{world.People[Persona.Marie].Value:n}"
            );
            (effect.Status, effect.Wrote).ShouldBe((404, false), organisation);
        }
        // The same by whom it belongs to is done.
        (
            await SendAsync(
                Persona.Deb,
                $"/settings/teams/north/staff/remove/{world.People[Persona.Marie].Value:n}"
            )
        ).Wrote.ShouldBeTrue();
    }

    /// <summary>Lemur CVE-2026-55163: to change a role one had to be its member, to delete it an administrator.</summary>
    [Fact]
    public async Task Lemur_2026_55163_looking_at_a_page_and_sending_it_ask_the_same_question()
    {
        foreach (
            var page in Door.All(world.Host).Where(door => door.IsPage).GroupBy(door => door.Page)
        )
            page.Select(door => door.Rule.Says).Distinct().Count().ShouldBe(1, page.Key.Pattern);
        using var kwame = world.Visitor(Persona.Kwame);
        foreach (
            var door in Door.All(world.Host).Where(door => door is { Method: "GET", IsPage: true })
        )
        {
            var path = Target.Of(door.Page, world, Persona.Kwame)[0].Path;
            using var look = await kwame.GetAsync(path);
            using var head = await kwame.SendAsync(
                new HttpRequestMessage(HttpMethod.Head, new Uri(world.Host.BaseUrl, path))
            );
            head.StatusCode.ShouldBe(look.StatusCode, path);
        }
    }

    /// <summary>Mattermost CVE-2025-53971 and CVE-2026-26230: a role was taken from those above by those below, twice.</summary>
    [Fact]
    public async Task Mattermost_2025_53971_and_2026_26230_staff_takes_no_seat_from_an_owner()
    {
        foreach (
            var (verb, who) in ((string, Persona)[])
                [("remove", Persona.Deb), ("seat", Persona.Deb), ("remove", Persona.Marie)]
        )
        foreach (var team in (string[])["owners", "staff"])
        foreach (
            var persona in (Persona[])
                [Persona.Marie, Persona.Joey, Persona.Bao, Persona.Petra, Persona.Kwame]
        )
        {
            var effect = await SendAsync(
                persona,
                $"/settings/teams/north/{team}/{verb}/{world.People[who].Value:n}",
                ("Voting", "false")
            );
            (effect.Status, effect.Wrote).ShouldBe((403, false), $"{verb} by {persona}");
        }
    }

    /// <summary>Craft CMS CVE-2026-28781 and Discourse CVE-2026-28219: who wrote it, and how public it is, came with the form.</summary>
    [Fact]
    public async Task Craft_2026_28781_and_Discourse_2026_28219_who_wrote_it_and_who_sees_it_is_not_sent()
    {
        var path = $"/applications/{world.Find(Relation.Own, Stage.InReview)!.Reference}/write";
        var honest = await SendAsync(Persona.Nusrat, path, ("Words", "Some words."));
        honest.Wrote.ShouldBeTrue();
        (
            await SendAsync(
                Persona.Nusrat,
                path,
                ("Words", "Some words."),
                ("authorId", $"{world.People[Persona.Marie].Value}"),
                ("Person", $"{world.People[Persona.Marie].Value}"),
                ("PersonId", $"{world.People[Persona.Marie].Value}"),
                ("Name", "Marie"),
                ("Audience", "Staff"),
                ("audience", "Staff"),
                ("visibility", "public"),
                ("State", "Approved"),
                ("At", "2020-01-01T00:00:00Z")
            )
        ).ShouldBe(honest);
    }

    /// <summary>Budibase CVE-2026-48150: the body of a request was spread over a role, and made an administrator.</summary>
    [Fact]
    public async Task Budibase_2026_48150_nobody_gives_themselves_a_seat_with_their_name()
    {
        var honest = await SendAsync(Persona.Kwame, "/me", ("name", "Another name"));
        honest.Wrote.ShouldBeTrue();
        (
            await SendAsync(
                Persona.Kwame,
                "/me",
                ("name", "Another name"),
                ("role", "owner"),
                ("roles[]", "owner"),
                ("isAdmin", "true"),
                ("Team", "owners"),
                ("TeamKind", "Owners"),
                ("Seats[0].Kind", "Owners"),
                ("Seats[0].Organisation", Persona.North),
                ("Members[0].Chair", "true"),
                ("Email", World.Marie.Address)
            )
        ).ShouldBe(honest);
    }

    private Task<Effect> SendAsync(
        Persona persona,
        string path,
        params IReadOnlyList<(string, string)> fields
    ) => sender.SendAsync(new FoundForm(persona, path, path, fields));
}
