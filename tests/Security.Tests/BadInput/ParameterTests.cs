using System.Text.RegularExpressions;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.BadInput;

/// <summary>Every part of every address, and everything behind its question mark.</summary>
public sealed partial class ParameterTests
{
    // Longer lines, and a NUL in a path, are refused by the server itself, before any page could say so.
    private const int LongestLine = 8_000;

    [Asvs("V2.2.1")]
    [Fact]
    public async Task Whatever_stands_in_an_address_the_answer_is_a_page()
    {
        await using var world = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite);
        world.Rehearsal.On = true;
        var before = await DatabaseState.OfAsync(world.Host);
        var doors = Door.All(world.Host).Where(door => door.Method == "GET").ToList();
        var queries = await QueriesAsync(world);
        queries.ShouldContain("after");
        queries.ShouldContain("state");
        var many = SecurityRounds.Of(EveryString.All.Count, 3);
        var judged = new Judged();
        var parts = 0;
        foreach (var (number, door) in doors.Index())
        {
            // All of it runs for hours; nobody reads the statements.
            world.Host.Statements.Clear();
            var persona = InsideOf(door);
            using var visitor = world.Visitor(persona);
            var path = PathOf(world, door, persona);
            foreach (var (place, address) in AddressesOf(door.Page.Pattern, path).Index())
            {
                parts++;
                foreach (var nasty in EveryString.Some(many, number * 3 + place))
                    await LookAsync(visitor, judged, address(Tight(nasty)));
            }
            for (var round = 0; round < many; round++)
                await LookAsync(
                    visitor,
                    judged,
                    $"{path}?{string.Join('&', queries.Select((name, place) => $"{name}={EveryString.Some(round + 1, number * 5 + place).Last().Sent}"))}"
                );
            foreach (var how in (string[])["{0}=", "{0}", "{0}=1&{0}=2", "{0}[]=1", "{0}.x=1"])
                await LookAsync(
                    visitor,
                    judged,
                    $"{path}?{string.Join('&', queries.Select(name => how.Replace("{0}", name, StringComparison.Ordinal)))}"
                );
        }
        judged.Wrong.ShouldBeEmpty();
        world
            .Host.Log.Bad.Where(line => line.Problem is not null)
            .Select(line => line.Text)
            .ShouldBeEmpty();
        (await DatabaseState.OfAsync(world.Host)).ShouldBe(before);
        Figures.Add(
            "S6",
            $"{parts} parts of addresses and {queries.Count} names of parameters at {doors.Count} endpoints: {judged.Answers:n0} addresses, 0 answers 5xx ({judged.Statuses})"
        );
    }

    private static async Task LookAsync(Visitor visitor, Judged judged, string address)
    {
        if (address.Length > LongestLine || address.Split('?')[0].Contains("%00"))
            return;
        var answer = await visitor.LookAsync(address);
        // Badges and tables have no frame, and say no in one line.
        var type = answer.Body.StartsWith("<!doctype html>", StringComparison.Ordinal);
        judged.Look(type || answer.Status >= 500 ? answer : answer with { Status = 200 }, address);
    }

    /// <summary>Somebody who comes in here.</summary>
    private static Persona InsideOf(Door door) =>
        Persona.All.FirstOrDefault(persona => Rules.Admits(door.Rule, persona)) ?? Persona.Nobody;

    private static string PathOf(MatrixWorld world, Door door, Persona persona)
    {
        var targets = Target.Of(door.Page, world, persona);
        return (
            targets.FirstOrDefault(target =>
                new Cell(door, target, persona).Expected == Matrix.Answer.Allow
            ) ?? targets[0]
        ).Path;
    }

    // Part by part, with the others as they were.
    private static IEnumerable<Func<string, string>> AddressesOf(string pattern, string path)
    {
        var gaps = pattern.Split('/');
        var there = path.Split('/');
        for (var place = 0; place < gaps.Length && place < there.Length; place++)
        {
            if (!gaps[place].Contains('{', StringComparison.Ordinal))
                continue;
            var (at, after) = (place, gaps[place][(gaps[place].LastIndexOf('}') + 1)..]);
            yield return nasty =>
                string.Join('/', there.Select((part, other) => other == at ? nasty + after : part));
        }
    }

    private static string Tight(Nasty nasty) =>
        nasty.Sent.Replace("+", "%20", StringComparison.Ordinal);

    /// <summary>The names behind question marks that pages read, and those that stand in links and forms.</summary>
    private static async Task<IReadOnlyList<string>> QueriesAsync(MatrixWorld world)
    {
        var names = world
            .Host.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.Select(endpoint =>
                endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>()
            )
            .OfType<CompiledPageActionDescriptor>()
            .SelectMany(page =>
                page.BoundProperties.Where(property =>
                        property.BindingInfo?.RequestPredicate is not null
                    )
                    .Select(property => property.BindingInfo!.BinderModelName ?? property.Name)
            )
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var persona in (Persona[])[Persona.Marie, Persona.Nusrat])
        {
            using var visitor = world.Visitor(persona);
            foreach (
                var path in (string[])
                    [
                        "/cases",
                        "/cases?state=all",
                        "/partners",
                        "/cases/release",
                        "/settings/programs",
                    ]
            )
            {
                var answer = await visitor.LookAsync(path);
                names.UnionWith(Asked().Matches(answer.Body).Select(m => m.Groups["name"].Value));
                names.UnionWith(
                    answer
                        .Page.QuerySelectorAll("form[method=get] [name]")
                        .Select(field => field.GetAttribute("name")!)
                );
            }
        }
        return [.. names.Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(
        "[?;&](?<name>[A-Za-z][A-Za-z.-]*)=",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Asked();
}
