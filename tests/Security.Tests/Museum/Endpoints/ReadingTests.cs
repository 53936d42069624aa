using Banyan.Security.Tests.Matrix;
using Banyan.Testing;

namespace Banyan.Security.Tests.Museum.Endpoints;

/// <summary>What other systems once showed to people whose it was not. Each defect is public; each test fails if it is made here.</summary>
public sealed class ReadingTests(MuseumWorld museum) : IClassFixture<MuseumWorld>
{
    private static readonly string[] Tables =
    [
        "/cases?state=all",
        "/cases.csv?state=all",
        "/cases/release",
    ];

    /// <summary>pretix CVE-2026-5600: a new endpoint returned the check-ins of all events of an organiser.</summary>
    [Asvs("V8.4.1")]
    [Fact]
    public async Task Pretix_2026_5600_a_list_holds_no_case_of_another_organisation()
    {
        foreach (var path in Tables)
        foreach (
            var (persona, begin) in ((Persona, string)[])
                [(Persona.Marie, "NOR-"), (Persona.Sven, "SOU-")]
        )
        {
            var shown = MuseumWorld.ReferencesIn((await museum.LookAsync(persona, path)).Body);
            shown.ShouldNotBeEmpty($"{path} by {persona}");
            shown.ShouldAllBe(reference => reference.StartsWith(begin), $"{path} by {persona}");
        }
    }

    /// <summary>pretix CVE-2026-9712: an exported file was handed to whoever knew its address.</summary>
    [Fact]
    public async Task Pretix_2026_9712_the_address_of_an_export_is_no_key_to_it()
    {
        var exports = museum
            .Doors.Where(door =>
                door.Method == "GET"
                && door.Page.Subject is Subject.OwnProgram or Subject.VotingTeam or Subject.Case
                && (
                    door.Page.Pattern.EndsWith(".csv", StringComparison.Ordinal)
                    || door.Page.Pattern.EndsWith(".json", StringComparison.Ordinal)
                )
            )
            .SelectMany(door =>
                Target
                    .Of(door.Page, museum.World, Persona.Marie)
                    .Where(target => target.Organisation == Persona.North)
                    .Select(target => target.Path)
            )
            .ToList();
        exports.Count.ShouldBeGreaterThan(10);
        foreach (var path in exports)
        foreach (
            var stranger in (Persona[])[Persona.Nobody, Persona.Kwame, Persona.Sven, Persona.Olga]
        )
        {
            var answer = await museum.LookAsync(stranger, path);
            answer.Status.ShouldBeOneOf([302, 403, 404], $"{path} by {stranger}");
            MuseumWorld.CanariesIn(answer.Body).ShouldBeEmpty();
        }
    }

    /// <summary>pretalx 2026.2.0: a token for some events read teams of the whole organiser, and their invitations.</summary>
    [Asvs("V15.3.1")]
    [Fact]
    public async Task Pretalx_2026_2_a_page_of_teams_holds_nobody_s_secret()
    {
        string[] secrets =
        [
            .. Persona
                .All.Where(persona => persona != Persona.Deb)
                .Select(museum.World.SessionOf)
                .OfType<OpenSession>()
                .SelectMany(session => (string[])[session.FormToken, session.Secret]),
        ];
        secrets.Length.ShouldBeGreaterThan(20);
        foreach (
            var path in (string[])
                [
                    "/settings/teams",
                    "/settings/teams/north/staff",
                    "/settings/teams/north/owners",
                    "/settings/organisations/north",
                ]
        )
        {
            var answer = await museum.LookAsync(Persona.Deb, path);
            answer.Status.ShouldBe(200, path);
            secrets.ShouldAllBe(secret => !answer.Body.Contains(secret), path);
        }
        (await museum.LookAsync(Persona.Deb, "/settings/teams/south/staff")).Status.ShouldBe(404);
    }

    /// <summary>pretalx 1.0.2: organisers read a user's mails of other events.</summary>
    [Fact]
    public async Task Pretalx_1_0_2_mails_of_another_organisation_s_case_are_not_there()
    {
        foreach (var record in museum.World.Records.Where(record => record.Stage != Stage.Draft))
        {
            var path = $"/cases/{record.Reference}/mails";
            var (own, other) =
                record.Organisation == Persona.North
                    ? (Persona.Marie, Persona.Sven)
                    : (Persona.Sven, Persona.Marie);
            (await museum.LookAsync(own, path)).Status.ShouldBe(200, path);
            (await museum.LookAsync(other, path)).Status.ShouldBe(404, path);
        }
    }

    /// <summary>pretalx 2026.1.2: the form of a new submission showed resources of others.</summary>
    [Fact]
    public async Task Pretalx_2026_1_2_the_form_to_begin_with_shows_nothing_of_anybody_else()
    {
        foreach (
            var persona in (Persona[])[Persona.Nobody, Persona.Asha, Persona.Kwame, Persona.Marie]
        )
        {
            var answer = await museum.LookAsync(persona, "/programs/north-partner/apply");
            answer.Status.ShouldBe(200);
            MuseumWorld.CanariesIn(answer.Body).ShouldBeEmpty($"{persona}");
        }
    }

    /// <summary>Indico CVE-2026-28352 and CVE-2025-59034: management, and an interface of old, without a check.</summary>
    [Fact]
    public void Indico_2026_28352_and_2025_59034_no_endpoint_stands_outside_of_the_matrix()
    {
        AddressBook.Differences(Door.Patterns(museum.World.Host)).ShouldBeEmpty();
        museum
            .Doors.Select(door => door.Page.Pattern)
            .Distinct()
            .ShouldBe(Door.Patterns(museum.World.Host), ignoreOrder: true);
    }

    /// <summary>Indico CVE-2025-53640: names and addresses of all users by counting up an id.</summary>
    [Fact]
    public async Task Indico_2025_53640_ids_of_people_lead_nobody_to_their_names()
    {
        foreach (
            var (persona, id) in museum.World.People.Where(known =>
                known.Key is { Organisation: Persona.South } or { Applies: not null, Team: null }
            )
        )
        foreach (var verb in (string[])["remove", "seat"])
        {
            var answer = await museum.LookAsync(
                Persona.Deb,
                $"/settings/teams/north/staff/{verb}/{id.Value:n}"
            );
            answer.Status.ShouldBe(404, $"{persona}");
            answer.Body.ShouldNotContain(persona.Address);
        }
    }

    /// <summary>Indico 2.0.3 and 2.1.3: lists showed what could not be opened one by one.</summary>
    [Fact]
    public async Task Indico_2_0_3_what_a_list_shows_opens_and_nothing_else_does()
    {
        foreach (
            var persona in (Persona[])[Persona.Marie, Persona.Tomas, Persona.Noor, Persona.Sven]
        )
        {
            var listed = MuseumWorld.ReferencesIn(
                (await museum.LookAsync(persona, "/cases?state=all")).Body
            );
            foreach (var record in museum.World.Records)
            {
                // A member is first asked about interests: that page is the case to them.
                var status = (await museum.LookAsync(persona, $"/cases/{record.Reference}")).Status;
                (status is 200 or 303).ShouldBe(
                    listed.Contains(record.Reference),
                    $"{record.Reference} for {persona}"
                );
            }
        }
    }

    /// <summary>Hypha #4831 and #4843: partial pages and attachments had no check of their own.</summary>
    [Fact]
    public async Task Hypha_4831_parts_of_a_page_ask_the_same_question_as_the_page()
    {
        var record = museum.World.Find(Relation.Own, Stage.InReview)!;
        foreach (
            var part in (string[])
                [
                    $"/applications/{record.Reference}/sections/{WorldProgram.Section}",
                    $"/applications/{record.Reference}/receipt",
                    $"/cases/{record.Reference}/case.json",
                    $"/cases/{record.Reference}/history",
                    $"/cases/{record.Reference}/files/{record.Id}",
                ]
        )
        foreach (
            var stranger in (Persona[])[Persona.Kwame, Persona.Asha, Persona.Sven, Persona.Petra]
        )
        {
            var answer = await museum.LookAsync(stranger, part);
            answer.Status.ShouldBeOneOf([403, 404], $"{part} by {stranger}");
            MuseumWorld.CanariesIn(answer.Body).ShouldBeEmpty();
        }
    }

    /// <summary>Zulip CVE-2025-27149 and GLPI CVE-2026-32312: exports held what their readers may not see.</summary>
    [Asvs("V15.3.1")]
    [Fact]
    public async Task Zulip_2025_27149_and_Glpi_2026_32312_an_export_holds_what_its_reader_may_see()
    {
        foreach (var persona in Persona.All)
        foreach (
            var path in museum
                .World.Records.Select(r => $"/cases/{r.Reference}/case.json")
                .Prepend("/cases.csv?state=all")
        )
        {
            var shown = MuseumWorld.CanariesIn((await museum.LookAsync(persona, path)).Body);
            foreach (var record in museum.World.Records)
            foreach (var words in Enum.GetValues<Words>())
            {
                var canary = new Canary(record.Relation, record.Stage, words);
                if (shown.Contains(canary.Text))
                    Rules
                        .MayRead(persona, canary, record)
                        .ShouldBeTrue($"{path}: {canary} to {persona}");
            }
        }
    }

    /// <summary>StudioCMS GHSA-wj56-g96r-673q: the interface for programs had other rules than the pages.</summary>
    [Fact]
    public async Task StudioCms_the_answer_for_programs_is_there_for_whom_the_page_is()
    {
        foreach (
            var persona in Persona.All.Where(persona =>
                persona.Team == Kernel.Access.TeamKind.Staff
            )
        )
        foreach (var record in museum.World.Records)
            (
                await museum.LookAsync(persona, $"/cases/{record.Reference}/case.json")
            ).Status.ShouldBe(
                (await museum.LookAsync(persona, $"/cases/{record.Reference}")).Status,
                $"{record} for {persona}"
            );
        foreach (var code in museum.World.Records.Select(record => record.Code ?? "ZZZZZZZZ"))
            (await museum.LookAsync(Persona.Nobody, $"/verify/{code}.json")).Status.ShouldBe(
                (await museum.LookAsync(Persona.Nobody, $"/verify/{code}")).Status
            );
    }
}
