using Banyan.Kernel.Access;
using Banyan.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.Matrix;

/// <summary>The matrix sees a page that forgets whose record it shows.</summary>
public sealed class RecordBiteTests
{
    // They name nothing that is there in this world, for anybody; what is theirs has worlds of its own.
    private static readonly Subject[] WithoutRecord = [Subject.Nothing, Subject.Nowhere];

    [Fact]
    public async Task Whichever_page_forgets_whose_record_it_is_a_cell_turns_red()
    {
        var posing = new Posing();
        await using var world = await MatrixWorld.BuildAsync(
            DatabaseKind.Sqlite,
            builder => builder.Services.AddSingleton<MatcherPolicy>(posing)
        );
        world.Rehearsal.On = true;
        var viewers = await ViewersAsync(world, posing);
        var doors = Door.All(world.Host)
            .Where(door =>
                door is { IsPage: true, Handles: true, Page.GetLooksAway: false }
                && door.Rule is not PublicAttribute
                && !WithoutRecord.Contains(door.Page.Subject)
            )
            .ToList();
        var blind = new List<string>();
        foreach (var door in doors)
        {
            posing.For = null;
            if (PairOf(world, door) is not var (stranger, cell, keeper))
            {
                blind.Add($"{door}");
                continue;
            }
            using var walk = new Walk(world, stranger);
            await walk.GoAsync([cell]);
            walk.Wrong.ShouldBeEmpty();
            posing.For = viewers[keeper];
            await walk.GoAsync([cell]);
            if (walk.Wrong.Count == 0)
                blind.Add($"{cell}, taken for {keeper}");
        }
        // No case of this world is a board's; Leaks has one that is.
        blind.ShouldBe(["GET /cases/{reference}/advise", "POST /cases/{reference}/advise"]);
        doors.Count.ShouldBeGreaterThan(100);
        Figures.Add(
            "S1",
            $"self-test: {doors.Count} doors that forget whose record it is, {doors.Count - blind.Count} of them seen by a cell"
        );
    }

    /// <summary>Somebody who passes the gate for a record that is not theirs, and somebody whose it is.</summary>
    private static (Persona Stranger, Cell Cell, Persona Keeper)? PairOf(
        MatrixWorld world,
        Door door
    )
    {
        var cells = Persona
            .All.SelectMany(persona =>
                Target
                    .Of(door.Page, world, persona)
                    .Select(target => new Cell(door, target, persona))
            )
            .ToList();
        var keepers = cells
            .Where(cell => cell.Expected == Answer.Allow)
            .GroupBy(cell => cell.Target.Path)
            .ToDictionary(known => known.Key, known => known.First().Persona);
        var denied = cells.Find(cell =>
            cell.Expected == Answer.NotFound
            && Rules.Admits(door.Rule, cell.Persona)
            && keepers.ContainsKey(cell.Target.Path)
        );
        return denied is null ? null : (denied.Persona, denied, keepers[denied.Target.Path]);
    }

    private static async Task<Dictionary<Persona, Viewer>> ViewersAsync(
        MatrixWorld world,
        Posing posing
    )
    {
        var viewers = new Dictionary<Persona, Viewer>();
        foreach (var persona in Persona.All)
        {
            using var visitor = world.Visitor(persona);
            using var response = await visitor.GetAsync("/sign-in");
            viewers[persona] = posing.Last!;
        }
        return viewers;
    }
}
