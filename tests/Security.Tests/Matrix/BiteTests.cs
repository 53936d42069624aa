using System.Net;
using Banyan.Kernel.Access;
using Banyan.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Banyan.Security.Tests.Matrix;

/// <summary>The matrix sees what it is there to see.</summary>
public sealed class BiteTests
{
    [Fact]
    public async Task Whichever_rule_of_a_page_is_switched_off_a_cell_turns_red()
    {
        await using var honest = await BanyanHost.StartAsync();
        var doors = Door.All(honest)
            .Where(door => door.IsPage && door.Rule is not PublicAttribute)
            .ToList();
        await using var world = await WithAsync(new PublicAttribute());
        world.Rehearsal.On = true;
        var blind = new List<string>();
        foreach (var door in doors)
        {
            using var walk = new Walk(world, Persona.Nobody);
            await walk.GoAsync(walk.Cells([door]).Take(1));
            if (walk.Wrong.Count == 0)
                blind.Add($"{door}");
        }
        doors.Count.ShouldBeGreaterThan(60);
        blind.ShouldBeEmpty();
    }

    [Asvs("V8.2.1", "V16.5.3")]
    [Fact]
    public async Task A_page_without_a_rule_is_not_there_for_anybody()
    {
        await using var world = await WithAsync(null);
        foreach (var persona in (Persona[])[Persona.Nobody, Persona.Kwame, Persona.Marie])
        {
            using var visitor = world.Visitor(persona);
            foreach (var path in (string[])["/cases", "/sign-in", "/me"])
            {
                using var response = await visitor.GetAsync(path);
                response.StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{path} for {persona}");
            }
        }
    }

    [Fact]
    public async Task A_seat_that_the_rules_do_not_know_of_turns_cells_red_and_shows_canaries()
    {
        await using var world = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite);
        await world.SeatAsync(Persona.Kwame, Persona.North, TeamKind.Staff);
        using var walk = new Walk(world, Persona.Kwame);
        await walk.GoAsync(
            walk.Cells(Door.All(world.Host)).Where(cell => cell.Door.Method == "GET")
        );
        walk.Wrong.ShouldContain("GET /cases of Nothing by Kwame: expected Forbidden, was Allow");
        CanaryRules
            .Differences(
                world,
                new Dictionary<Persona, HashSet<string>> { [Persona.Kwame] = walk.Seen }
            )
            .ShouldContain("NoteForStaff of Sibling PreReview: read by Kwame; expected ");
    }

    [Fact]
    public async Task One_changed_row_is_another_state_of_the_database()
    {
        await using var world = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite);
        var before = await DatabaseState.OfAsync(world.Host);
        (await DatabaseState.OfAsync(world.Host)).ShouldBe(before);
        await world.SeatAsync(Persona.Kwame, Persona.South, TeamKind.Board);
        (await DatabaseState.OfAsync(world.Host)).ShouldNotBe(before);
    }

    [Fact]
    public void A_page_that_the_matrix_does_not_know_is_told_with_the_place_to_enter_it()
    {
        var known = AddressBook.Pages.Select(page => page.Pattern).ToList();
        AddressBook.Differences(known).ShouldBeEmpty();
        AddressBook
            .Differences([.. known.Skip(1), "/new"])
            .ShouldBe([
                "/new is not in the matrix. Add it to AddressBook.Pages in tests/Security.Tests/Matrix/AddressBook.cs, with what its address names and the stages in which it shows something.",
                "/ is gone. Take it out of AddressBook.Pages in tests/Security.Tests/Matrix/AddressBook.cs.",
            ]);
    }

    [Fact]
    public async Task A_line_of_the_log_with_a_key_or_with_somebodys_words_or_address_is_told()
    {
        await using var world = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite);
        var record = world.Find(Relation.Own, Stage.PreReview)!;
        string[] secrets =
        [
            world.SessionOf(Persona.Marie)!.Secret,
            world.SessionOf(Persona.Nusrat)!.FormToken,
            record.Say(Words.NoteForStaff),
            Persona.Nusrat.Address,
        ];
        foreach (var secret in secrets)
        foreach (
            var line in (LogLine[])
                [
                    new(LogLevel.Information, "x", $"denied: {secret}", null),
                    new(LogLevel.Error, "x", "broken", new InvalidOperationException(secret)),
                ]
        )
            (await LogSecrets.InAsync(world, [line]))
                .ShouldHaveSingleItem()
                .ShouldStartWith(secret);
    }

    private static async Task<MatrixWorld> WithAsync(IAccessRule? rule)
    {
        var others = new OtherRules(rule);
        var world = await MatrixWorld.BuildAsync(
            DatabaseKind.Sqlite,
            builder => builder.Services.AddSingleton<MatcherPolicy>(others)
        );
        others.On = true;
        return world;
    }
}
