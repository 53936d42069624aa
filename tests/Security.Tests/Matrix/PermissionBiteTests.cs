using Banyan.Kernel.Access;
using Banyan.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.Matrix;

/// <summary>The matrix sees each permission that one kind of team gains or loses.</summary>
public sealed class PermissionBiteTests
{
    private static readonly Dictionary<TeamKind, Persona> Sitting = new()
    {
        [TeamKind.Owners] = Persona.Deb,
        [TeamKind.Staff] = Persona.Marie,
        [TeamKind.WorkGroup] = Persona.Tomas,
        [TeamKind.Board] = Persona.Bao,
    };

    // Which cases, and no gate: who does not come to the desk gains nothing by them, staff reads everything anyway, and no case of this world is a board's.
    private static readonly string[] WithoutEffect =
    [
        "case.read gained by Owners",
        "case.review gained by Owners",
        "case.review gained by Staff",
        "case.review lost by Board",
    ];

    [Fact]
    public async Task Whichever_permission_a_kind_of_team_gains_or_loses_a_cell_turns_red()
    {
        await using var world = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite);
        world.Rehearsal.On = true;
        var book = world.Host.Services.GetRequiredService<PermissionBook>();
        var doors = Door.All(world.Host);
        var blind = new List<string>();
        var faults = 0;
        foreach (var permission in book.All.Select(known => known.Name))
        foreach (var (kind, persona) in Sitting)
        {
            var held = (HashSet<string>)book.Of(kind, chair: false);
            using var walk = new Walk(world, persona);
            var gained = held.Add(permission);
            if (!gained)
                held.Remove(permission);
            foreach (
                var cell in Asked(walk, doors, permission).TakeWhile(_ => walk.Wrong.Count == 0)
            )
                await walk.GoAsync([cell]);
            if (gained)
                held.Remove(permission);
            else
                held.Add(permission);
            faults++;
            if (walk.Wrong.Count == 0)
                blind.Add($"{permission} {(gained ? "gained" : "lost")} by {kind}");
        }
        blind.ShouldBe(WithoutEffect, ignoreOrder: true);
        faults.ShouldBeGreaterThan(100);
        Figures.Add(
            "S1",
            $"self-test: {faults} permissions given or taken away, {faults - blind.Count} seen by a cell, {blind.Count} without effect"
        );
    }

    /// <summary>The cells whose gate asks for it; where it is no gate, the cases themselves.</summary>
    private static IEnumerable<Cell> Asked(Walk walk, IReadOnlyList<Door> doors, string permission)
    {
        var gates = doors
            .Where(door => door.Rule is RequiresAttribute rule && rule.Permission == permission)
            .ToList();
        return gates.Count > 0
            ? walk.Cells(gates)
            : walk.Cells(
                doors.Where(door => door is { Method: "GET", Page.Pattern: "/cases/{reference}" })
            );
    }
}
